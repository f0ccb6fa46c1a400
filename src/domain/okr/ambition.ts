import { type Forecast, levels } from '#domain/forecast/forecast.ts';
import type { KpiForecast } from '#domain/forecast/kpi-forecast.ts';
import { shareOfPaths } from '#domain/forecast/paths.ts';
import { probabilityAt, type Target } from '#domain/forecast/probability.ts';
import { quantilesAt } from '#domain/forecast/quantiles.ts';
import type { Day } from '#domain/time/day.ts';
import { type Cadence, type Period, shift } from '#domain/time/period.ts';
import type { Facts } from './facts.ts';
import type { Measure } from './measure.ts';
import { bestRun, goodPeriods, progress } from './progress.ts';

/** The measures that a KPI can be read for, so that there are odds. */
export type Foreseen = Extract<Measure, { kind: 'move' | 'hold' | 'hit rate' }>;

/**
 * What has come of a hold or a hit rate already: the good periods in a row up to now, the longest such run, and how many there are; `before` is
 * how many of the periods to come end before the cycle begins, and so count for nothing.
 */
export type SoFar = { run: number; best: number; good: number; before: number };

const nothing: SoFar = { run: 0, best: 0, good: 0, before: 0 };

export const ambitionWords = [
  'comes by itself',
  'likely',
  'a stretch',
  'needs a different process',
  'not credible',
] as const;

/** How ambitious a target is, in plain words. */
export type AmbitionWord = (typeof ambitionWords)[number];

// About 90 % is a commitment, 50 % a target and 10 % a stretch (PRODUCT 4.6); the borders lie between, and 1 % asks for a reason.
const borders: readonly [number, AmbitionWord][] = [
  [0.9, 'comes by itself'],
  [0.3, 'likely'],
  [0.05, 'a stretch'],
  [0.01, 'needs a different process'],
];

/** The word for the odds (0 to 1) that a target would be reached unaided. */
export function ambitionWord(odds: number): AmbitionWord {
  return borders.find(([from]) => odds >= from)?.[1] ?? 'not credible';
}

/** The target of a measure as the forecast knows it; undefined for a hit rate that is only said to be good. */
function targetOfMeasure(measure: Foreseen): Target | undefined {
  if (measure.kind === 'move')
    return measure.target > measure.baseline ? { atLeast: measure.target } : { atMost: measure.target };
  if (measure.level === undefined || measure.bound === undefined) return undefined;
  return measure.bound === 'at least' ? { atLeast: measure.level } : { atMost: measure.level };
}

/**
 * The odds (0 to 1) that a key result would be reached unaided within so many periods after the newest value: a move by its value in the
 * last of them, a hold and a hit rate by simulated paths, on top of what has come of them already. Undefined where a forecast says nothing.
 */
export function unaidedOdds(
  measure: Foreseen,
  forecast: Forecast,
  steps: number,
  { run, best, good, before }: SoFar = nothing,
): number | undefined {
  const target = targetOfMeasure(measure);
  if (!target) return undefined;
  if (measure.kind === 'move') return probabilityAt(forecast, steps, target);
  if (measure.kind === 'hold') {
    if (best >= measure.run) return 1;
    return shareOfPaths(
      forecast,
      steps,
      target,
      (there) => longestRun(there.slice(before), run) >= measure.run,
    );
  }
  if (good >= measure.planned) return 1;
  return shareOfPaths(
    forecast,
    steps,
    target,
    (there) => good + there.slice(before).filter(Boolean).length >= measure.planned,
  );
}

/** What has come of a measure by its facts, seen from the newest period that is known. */
export function soFarOf(measure: Foreseen, facts: Facts, newest: Period, before: number): SoFar {
  if (measure.kind === 'move') return { ...nothing, before };
  const good = goodPeriods(measure, facts.periods ?? []);
  let run = 0;
  for (let period = newest; good.includes(period); period = shift(period, -1)) run += 1;
  return { run, best: bestRun(good), good: good.length + (facts.hits ?? 0), before };
}

function longestRun(there: readonly boolean[], before: number): number {
  let [best, run] = [before, before];
  for (const each of there) {
    run = each ? run + 1 : 0;
    best = Math.max(best, run);
  }
  return best;
}

/** The values that would be reached unaided nine times in ten, every other time, and once in ten. */
export type Calibrated = { commit: number; target: number; stretch: number };

/** The calibrated values of a KPI at the end of so many periods; `higher` says which way is good. */
export function calibrated(forecast: Forecast, steps: number, higher: boolean): Calibrated {
  const { quantiles } = quantilesAt(forecast, steps);
  const at = (level: (typeof levels)[number]) => quantiles[levels.indexOf(level)]!;
  return higher
    ? { commit: at(0.1), target: at(0.5), stretch: at(0.9) }
    : { commit: at(0.9), target: at(0.5), stretch: at(0.1) };
}

/**
 * What was foreseen of a key result when it was frozen, as plain data: `odds` that it would be reached unaided, `progress` that its KPI
 * would have made by itself (the median; for a hold or a hit rate the odds are all there is), and the forecast that both are made of.
 */
export type Foresight = {
  on: Day;
  until: Day;
  odds: number;
  progress: number | null;
  steps: number;
  cadence: Cadence;
  forecast: KpiForecast;
};

/** The progress (0 at the baseline, 1 at the target) that a move would have made by itself: that of the median at the end. */
export function unaidedProgress(measure: Foreseen, forecast: Forecast, steps: number): number | null {
  if (measure.kind !== 'move') return null;
  const median = quantilesAt(forecast, steps).quantiles[levels.indexOf(0.5)]!;
  return progress(measure, { current: median }) ?? null;
}

/** A target that would come by itself is business as usual, and one below one in a hundred needs a reason: what to say, or undefined. */
export function ambitionAdvice(odds: number): string | undefined {
  const word = ambitionWord(odds);
  if (word === 'comes by itself')
    return 'It would come by itself: that is business as usual, to be watched by the KPI. Choose a target that takes a change.';
  if (word === 'not credible')
    return 'The process as it is reaches this less than once in a hundred. Say what will be different, or choose a nearer target.';
  return undefined;
}

/** One tenth of the odds that have come due: how many were foreseen with odds from `from` to `to`, and how many came true. */
export type Tenth = { from: number; to: number; count: number; cameTrue: number };

/** How well odds (0 to 1) met what came of them, by tenths; an odds of 1 belongs to the last. */
export function calibrationOf(due: readonly { odds: number; cameTrue: boolean }[]): Tenth[] {
  return Array.from({ length: 10 }, (_, tenth) => {
    const own = due.filter(({ odds }) => Math.min(9, Math.floor(odds * 10)) === tenth);
    return {
      from: tenth / 10,
      to: (tenth + 1) / 10,
      count: own.length,
      cameTrue: own.filter(({ cameTrue }) => cameTrue).length,
    };
  });
}
