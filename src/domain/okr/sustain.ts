import type { Period } from '#domain/time/period.ts';
import { isGood, numberFault } from './measure.ts';

/** What is watched: that a level, once gained, holds for so many periods with a value. */
export type Watch = {
  level: number;
  direction: 'higher' | 'lower';
  periods: number;
  /** Mean moving range of the KPI in the phase of the gain; absent below 6 points, for then there are no limits. */
  meanMovingRange?: number | undefined;
  /** The level before the gain. */
  before?: number | undefined;
};

/** How many periods are watched when nobody says otherwise. */
const usualWatchPeriods = 6;

/** By which rule a gain was lost. */
export type Loss =
  | 'beyond the limit'
  | 'three of four near the limit'
  | 'never at the level'
  | 'half the gain gone';

/** How a watch stands, with the counts that it judged by. */
export type Verdict = {
  state: 'watching' | 'held' | 'lost';
  /** Periods with a value so far, up to the decision. */
  seen: number;
  /** Those among them that the gained level explains. */
  good: number;
  /** The period that decided it. */
  period?: Period | undefined;
  because?: Loss | undefined;
  /** The natural process limit on the worse side, when the spread is known. */
  limit?: number | undefined;
};

/**
 * Whether a gain holds, from the values of the complete periods since the close.
 *
 * It is lost by what Wheeler's rules ("Understanding Variation") call a signal in the worse sense around the gained level: a value
 * beyond level ∓ 2.66 × mean moving range, or three of four successive values nearer that limit than the level. Neither sees a
 * small slide within a short watch, so it is lost also when at its end no value has reached the level (by chance: 1 in 64 of six).
 * A single value below the level is noise. Without a known spread the test is three values in a row nearer the level before the gain.
 * A period without a value proves nothing: the watch goes on until enough have one.
 */
export function sustained(watch: Watch, values: readonly { period: Period; value: number }[]): Verdict {
  const worse = worseBy(watch);
  const range = watch.meanMovingRange ? watch.meanMovingRange : undefined;
  const limit =
    range === undefined ? undefined : watch.level + 2.66 * range * (watch.direction === 'higher' ? -1 : 1);
  const seen: number[] = [];
  let good = 0;
  for (const { period, value } of inTime(values).slice(0, watch.periods)) {
    seen.push(worse(value));
    if (isExplained(watch, range, worse(value))) good += 1;
    const because = loss(watch, range, seen);
    if (because) return { state: 'lost', seen: seen.length, good, period, because, limit };
    if (seen.length === watch.periods) return { state: 'held', seen: seen.length, good, period, limit };
  }
  return { state: 'watching', seen: seen.length, good, limit };
}

function inTime(values: readonly { period: Period; value: number }[]) {
  return [...values].sort((one, other) => (one.period < other.period ? -1 : 1));
}

// How far a value is on the worse side of the level: 0 or less when the level is reached.
function worseBy(watch: Watch): (value: number) => number {
  const bound = watch.direction === 'higher' ? 'at least' : 'at most';
  return (value) => (isGood(value, bound, watch.level) ? 0 : Math.abs(value - watch.level));
}

// A range of zero is a series that never moved: any value would be a signal, so it tells no more than an unknown range.
function loss(watch: Watch, range: number | undefined, worse: readonly number[]): Loss | undefined {
  const newest = worse.at(-1) ?? 0;
  if (range !== undefined) {
    const hair = 1e-9 * Math.max(1, Math.abs(watch.level));
    if (newest > 2.66 * range + hair) return 'beyond the limit';
    const near = worse.slice(-4).filter((each) => each > 1.33 * range + hair);
    if (near.length >= 3) return 'three of four near the limit';
  } else if (watch.before !== undefined && worse.length >= 3) {
    if (worse.slice(-3).every((each) => !isExplained(watch, range, each))) return 'half the gain gone';
  }
  const ended = worse.length === watch.periods;
  return ended && watch.periods >= 6 && worse.every((each) => each > 0) ? 'never at the level' : undefined;
}

function isExplained(watch: Watch, range: number | undefined, worse: number): boolean {
  if (range !== undefined) return worse <= 2.66 * range;
  if (watch.before === undefined) return worse === 0;
  return worse <= Math.abs(watch.level - watch.before) / 2;
}

/** What is wrong with a watch, as a sentence for the person, or undefined. */
export function watchFault(watch: Watch): string | undefined {
  if (!Number.isInteger(watch.periods) || watch.periods < 1 || watch.periods > 60)
    return `${watch.periods} periods cannot be watched: use a whole number from 1 to 60, usually ${usualWatchPeriods}.`;
  return numberFault('The level', watch.level);
}

/** A verdict in a sentence for the owner; `show` writes a value in the unit of the watched level. */
export function verdictSentence(verdict: Verdict, periods: number, show: (value: number) => string): string {
  if (verdict.state === 'watching')
    return `${verdict.seen} of ${periods} periods seen, and the gain holds so far.`;
  if (verdict.state === 'held') return `The gain has held for ${verdict.seen} periods.`;
  const limit = verdict.limit === undefined ? 'the limit' : show(verdict.limit);
  const why = {
    'beyond the limit': `its value is beyond ${limit}, further off than noise reaches`,
    'three of four near the limit': `three of four values are nearer ${limit} than the gained level`,
    'never at the level': `not one of ${verdict.seen} values has reached the gained level`,
    'half the gain gone': 'three values in a row are nearer the level before',
  };
  return `The gain was lost in ${verdict.period}: ${verdict.because ? why[verdict.because] : 'the level no longer holds'}.`;
}
