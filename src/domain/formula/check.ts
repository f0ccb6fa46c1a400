import { type Cadence, cadences } from '#domain/time/period.ts';
import { type Expression, everyPart, keysOf, type Series } from './expression.ts';
import { type Fault, faultAt } from './fault.ts';
import type { Parsed } from './parse.ts';

/** What a formula has to know of the KPIs that there are, by key. */
export type KnownKpis = ReadonlyMap<string, { cadence: Cadence }>;

/** What is wrong with the KPIs that a formula of a cadence names, at the first place where something is; undefined when nothing. */
export function kpiFault(expression: Expression, cadence: Cadence, known: KnownKpis): Fault | undefined {
  for (const part of everyPart(expression)) {
    if (part.kind !== 'series') continue;
    const fault = seriesFault(part, cadence, known);
    if (fault) return fault;
  }
  if (keysOf(expression).length === 0)
    return faultAt(expression, 'a formula reads at least one KPI: a number alone has no periods', ['a KPI']);
  return undefined;
}

/** The keys to look up for a formula: those it names, and those it may have meant to subtract. */
export function keysToKnow({ expression }: Parsed): string[] {
  return [...new Set((expression ? keysOf(expression) : []).flatMap((key) => [key, ...splits(key).flat()]))];
}

function seriesFault(series: Series, cadence: Cadence, known: KnownKpis): Fault | undefined {
  const { kpi, rollUp } = series;
  const own = known.get(kpi)?.cadence;
  if (!own) return faultAt(series, unknown(kpi, known), ['a KPI']);
  const given = rollUp ?? own;
  if (rollUp && isSlower(own, rollUp))
    return faultAt(series, `${kpi} is ${own} already, which cannot be made ${rollUp}`);
  if (given === cadence) return undefined;
  if (isSlower(own, cadence))
    return faultAt(
      series,
      `${kpi} is ${own} and this KPI is ${cadence}: a formula reads KPIs of its own cadence or faster ones`,
    );
  // The functions that roll up are called as the cadences are.
  const right = own === cadence ? kpi : `${cadence}(${kpi})`;
  const what = rollUp ? `${rollUp}(${kpi}) gives ${rollUp} values` : `${kpi} is ${own}`;
  return faultAt(series, `${what} and this KPI is ${cadence}: write ${right}`, [right]);
}

function unknown(key: string, known: KnownKpis): string {
  const meant = splits(key).find((parts) => parts.every((part) => known.has(part) || /^\d+$/.test(part)));
  if (meant)
    return `there is no KPI ${key}: for a subtraction put spaces round the minus, ${meant.join(' - ')}`;
  return key.includes('-')
    ? `there is no KPI ${key}; for a subtraction put spaces round the minus`
    : `there is no KPI ${key}`;
}

// Every way to read a key of several words as a subtraction; a KPI's own hyphens stay.
function splits(key: string): string[][] {
  const words = key.split('-');
  // Eight words have 127 ways to be parted, which is enough of a guess.
  if (words.length === 1 || words.length > 8) return [];
  return Array.from({ length: 2 ** (words.length - 1) - 1 }, (_, mask) => {
    const parts = [words[0]!];
    for (const [index, word] of words.slice(1).entries())
      if ((mask + 1) & (1 << index)) parts.push(word);
      else parts.push(`${parts.pop()}-${word}`);
    return parts;
  });
}

/** Whether a cadence has fewer periods than another. */
function isSlower(one: Cadence, other: Cadence): boolean {
  return cadences.indexOf(one) > cadences.indexOf(other);
}
