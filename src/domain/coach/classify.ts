import { guessMeasure } from '#domain/okr-document/measure-guess.ts';
import type { Goal } from './finding.ts';
import { isRange } from './range.ts';
import { type Reading, read } from './read.ts';
import { activity } from './rules/activity.ts';
import { kpiInDisguise } from './rules/kpi-in-disguise.ts';
import { task } from './rules/task.ts';
import { measures, plans } from './words/nouns.ts';
import { isParticiple } from './words/work.ts';

export const nouns = ['KPI', 'objective', 'key result', 'initiative'] as const;

/** What a sentence is in Tandem, and why. */
export type Classified = { is: (typeof nouns)[number]; why: string };

/**
 * Tells what a sentence is: a KPI holds, a key result changes by an amount, an initiative is work, an objective is where we want to be. It asks
 * the coach's own rules, so that what the guide says is what the editor says a click later.
 */
export function classify(text: string): Classified {
  const reading = read(text);
  const { opening, amounts } = reading;
  const first = opening ? `"${text.slice(opening.at.from, opening.at.to)}"` : '';
  const asKeyResult: Goal = { ...reading, kind: 'key_result' };
  const asObjective: Goal = { ...reading, kind: 'objective' };

  if (/\bfrom\b.+\bto\b|→|->/i.test(text) && amounts.length > 1)
    return keyResult('It moves a measure from one value to another by an end');
  const { kind } = guessMeasure(text).measure;
  const isRun =
    /\b(?:straight|in a row|consecutive|running)\b|\bfor (?:\d+|two|three|four|five|six) (?:days|weeks|months|quarters)\b/i.test(
      text,
    );
  if ((kind === 'hold' || (isRun && amounts.length > 0)) && opening?.kind !== 'keep')
    return keyResult('It is a level that is held for so many periods in a row, and then it is reached');
  if (kind === 'hit rate')
    return keyResult('So many of the planned periods are to be good, and then it is reached');
  // What an objective may say ("stay independent while we grow") holds nothing.
  const isHeld = kpiInDisguise.find(asKeyResult) && (amounts.length > 0 || kpiInDisguise.find(asObjective));
  if (isHeld || isPlan(reading)) return kpi(heldWords(reading, first));
  if (opening?.kind === 'watch')
    return kpi(`${first} looks at a number without an end: that is what a KPI does`);
  if (isCountedOver(reading) && !isSaid(reading)) return kpi('It is a measure, and nothing that changes');
  if (amounts.length > 0) {
    if (activity.find(asKeyResult)) return initiative(workWords(reading, first));
    if (!isBareMeasure(reading) || isRange(reading) || isSaid(reading))
      return keyResult(
        'It says what will be different and by how much, so that everybody can tell whether it was reached',
      );
    return kpi('It is a measure with a value to keep, and nothing that changes');
  }
  if (isBareMeasure(reading)) return kpi('It is a measure, and nothing that changes');
  if (task.find(asObjective)) return initiative(workWords(reading, first));
  return {
    is: 'objective',
    why: 'It says where we want to be and has no number of its own: that is an objective; its key results will say how we know.',
  };
}

function keyResult(because: string): Classified {
  return { is: 'key result', why: `${because}: that is a key result.` };
}

function kpi(because: string): Classified {
  return { is: 'KPI', why: `${because}: a KPI with a threshold watches it always.` };
}

function initiative(because: string): Classified {
  return { is: 'initiative', why: `${because}: it may bring about a result, and is none itself.` };
}

function heldWords({ opening }: Reading, first: string): string {
  return opening
    ? `${first} asks for what is there or planned, and has no end`
    : 'It holds a level, and has no end';
}

function workWords({ opening }: Reading, first: string): string {
  if (!opening) return 'It names a thing or a piece of work';
  return opening.kind === 'make' ? `${first} makes a thing` : `${first} is something to do`;
}

function isPlan({ opening, text }: Reading): boolean {
  return opening !== undefined && /^(?:hit|meet|achieve)$/.test(opening.base) && plans.test(text);
}

const ways = /\b(?:per|share of|as a share|percentage of|number of|rate|ratio)\b/i;
const counted = /\s(?:per|of|in|to|by|from|at|on|after|until|between|within|with|as|lost|sold)\s/i;

// "Churn rate", "time to first answer", but not "customers get an answer": behind what is measured stands nothing or how it is counted.
function isBareMeasure({ text, opening, verbs, words, amounts }: Reading): boolean {
  if (opening || words.length > 8 || verbs.some(({ kind }) => kind === 'raise' || kind === 'lower'))
    return false;
  const bare = text.replaceAll(/\([^)]*\)/g, ' ').trim();
  if (amounts.length === 0 && ways.test(bare)) return true;
  const last = bare.split(counted)[0]?.trim().split(/\s+/).at(-1) ?? '';
  return measures.test(last) || (measures.test(bare) && (/[<>≤≥=%]/.test(bare) || words.length <= 3));
}

// "Readmissions within 30 days", "active in the last 30 days": the number says how it is counted, and is no aim.
function isCountedOver({ text, opening, amounts }: Reading): boolean {
  if (opening || amounts.length !== 1 || !amounts[0]) return false;
  return /\b(?:within|in the (?:last|first|past)|over the (?:last|past)|after|per|in)\s*$/i.test(
    text.slice(0, amounts[0].at.from),
  );
}

// A participle says how it is counted ("calls answered"), a verb what happens ("calls fall").
function isSaid({ verbs, words }: Reading): boolean {
  return verbs.some(({ word, base }) => {
    const form = words[word]!.lower;
    return !isParticiple(form, base) && !(word === words.length - 1 && /[^s]s$/.test(form));
  });
}
