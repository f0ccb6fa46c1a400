import type { Judgement } from '#contract/judgements.ts';
import type { Reading } from '#contract/readings.ts';
import { formatValue } from '#domain/kpi/format.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Period } from '#domain/time/period.ts';

/** A reading that says something else now than it did: both as texts, each in the unit of its time. */
export type Corrected = { period: Period; before: string; now: string; reason: string | null };

/** The readings that were corrected or withdrawn since a past state of the list was read, newest first. */
export function correctedSince(
  then: readonly Reading[],
  now: readonly Reading[],
  decimals: { before: number; after: number },
): Corrected[] {
  const present = new Map(now.map((reading) => [reading.period, reading]));
  return then
    .flatMap((before): Corrected[] => {
      const after = present.get(before.period);
      if (!after || after.revision === before.revision || isSame(before, after)) return [];
      const { period } = before;
      const was = textOf(before.value, before.unit, decimals.before);
      const is = textOf(after.value, after.unit, decimals.after);
      return [{ period, before: was, now: is, reason: after.reason }];
    })
    .reverse();
}

// A note alone is a new revision too.
function isSame(before: Reading, after: Reading): boolean {
  return before.value === after.value && JSON.stringify(before.unit) === JSON.stringify(after.unit);
}

function textOf(value: number | null, unit: Unit, decimals: number): string {
  return value === null ? 'withdrawn' : formatValue(value, unit, decimals);
}

/** How many readings there are now that were not known then. */
export function addedSince(then: readonly Reading[], now: readonly Reading[]): number {
  const known = new Set(then.map(({ period }) => period));
  return now.filter(({ period, value }) => value !== null && !known.has(period)).length;
}

/** What else was decided since, in words: '2 thresholds set', 'the definition changed'. */
export function decidedSince(then: Judgement, now: Judgement): string[] {
  const words: string[] = [];
  const count = (many: number, one: string, more: string) => {
    if (many > 0) words.push(many === 1 ? `1 ${one}` : `${many} ${more}`);
  };
  count(newer(then.thresholds, now.thresholds), 'threshold set', 'thresholds set');
  count(newer(then.startedPhases, now.startedPhases), 'phase begun', 'phases begun');
  count(newer(then.annotations, now.annotations), 'note added', 'notes added');
  count(now.versions.length - then.versions.length, 'change of the definition', 'changes of the definition');
  return words;
}

function newer(then: readonly { recordedAt: string }[], now: readonly { recordedAt: string }[]): number {
  const known = new Set(then.map(({ recordedAt }) => recordedAt));
  return now.filter(({ recordedAt }) => !known.has(recordedAt)).length;
}
