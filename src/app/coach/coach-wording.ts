import { check, type Given } from '#domain/coach/check.ts';
import type { Finding } from '#domain/coach/finding.ts';
import { besideMeasure, type Measured, spoken } from '#domain/coach/measured.ts';
import { read } from '#domain/coach/read.ts';

/** What the wording of a goal says: what is found in it, and whether it only keeps what is there. */
export type Wording = { findings: readonly Finding[]; isKept: boolean };

// Reading a sentence takes a tenth of a millisecond, and a report has thousands of sentences that nobody has touched since the last one.
const known = new Map<string, Wording>();
const most = 10_000;

/** What is found in the wording of a goal, a key result read with its measure beside it; the sentences that were asked for last are remembered. */
export function wordingOf(given: Given, measured: Measured = { measure: null }): Wording {
  const { kind, text, objective, period, hasInitiative } = given;
  const { measure, unit, decimals } = measured;
  const name = JSON.stringify([kind, text, objective, period, hasInitiative, measure, unit, decimals]);
  const wording = known.get(name) ?? made(given, measured);
  // Last in the order of the map, so that the first is the one that was not asked for the longest.
  known.delete(name);
  known.set(name, wording);
  if (known.size > most) known.delete(known.keys().next().value!);
  return wording;
}

function made(given: Given, measured: Measured): Wording {
  const found = check({ ...given, text: spoken(given.text, measured) });
  return {
    findings: besideMeasure(found, given.text, measured),
    isKept: read(given.text).opening?.kind === 'keep',
  };
}
