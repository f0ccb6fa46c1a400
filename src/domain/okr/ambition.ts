import type { Forecast } from '#domain/forecast/forecast.ts';
import { levels } from '#domain/forecast/forecast.ts';
import { shareOfPaths } from '#domain/forecast/paths.ts';
import { probabilityAt, type Target } from '#domain/forecast/probability.ts';
import { quantilesAt } from '#domain/forecast/quantiles.ts';
import type { Measure } from './measure.ts';

/** The measures that a KPI can be read for, so that there are odds. */
export type Foreseen = Extract<Measure, { kind: 'move' | 'hold' | 'hit rate' }>;

/** What has come of a hold or a hit rate already: the good periods in a row up to now, the longest such run, and how many there are. */
export type SoFar = { run: number; best: number; good: number };

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
export function targetOfMeasure(measure: Foreseen): Target | undefined {
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
  { run, best, good }: SoFar = { run: 0, best: 0, good: 0 },
): number | undefined {
  const target = targetOfMeasure(measure);
  if (!target) return undefined;
  if (measure.kind === 'move') return probabilityAt(forecast, steps, target);
  if (measure.kind === 'hold') {
    if (best >= measure.run) return 1;
    return shareOfPaths(forecast, steps, target, (there) => longestRun(there, run) >= measure.run);
  }
  if (good >= measure.planned) return 1;
  return shareOfPaths(
    forecast,
    steps,
    target,
    (there) => good + there.filter(Boolean).length >= measure.planned,
  );
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
