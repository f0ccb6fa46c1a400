import { type Memory, memoryOf } from '#domain/kpi/autocorrelation.ts';
import { type Capability, capabilityOf } from '#domain/kpi/capability.ts';
import { fewestPoints, type Limits, limits } from '#domain/kpi/limits.ts';
import { ruleSets } from '#domain/kpi/rule-sets.ts';
import type { RuleName } from '#domain/kpi/rules.ts';
import { seasonOf, withoutSeason } from '#domain/kpi/seasonal.ts';
import { occurrences, type Sense } from '#domain/kpi/signals.ts';
import type { Cadence } from '#domain/time/period.ts';
import { type Odds, type Outlook, outlookOf } from './outlook.ts';
import type { RefusedSeries, Series } from './series.ts';

/** A place where a rule holds: `index` completes the pattern, `points` take part; both count from 0 over the values as given. */
export type Found = { rule: string; index: number; points: number[]; sense?: Sense };

/** What `--format jsonl` prints of one series, in the order of its keys. */
export type Diagnosis = {
  id: string | number | null;
  limits: {
    centre: number;
    lower: number;
    upper: number;
    averageMovingRange: number;
    upperRange: number;
  } | null;
  signals: Found[];
  season: { period: number; strength: number } | null;
  capability?: Capability;
  forecast: Outlook | null;
  probability?: Odds;
  refused?: string;
};

/** What a sentence tells beyond the diagnosis. */
export type Background = {
  limits: Limits | undefined;
  memory: Memory | undefined;
  count: number;
  horizon: number;
};

/** How far ahead a forecast looks unless it is asked: a month of days, else a quarter, or one period where that is longer. */
const usualHorizon: Record<Cadence, number> = { daily: 30, weekly: 13, monthly: 3, quarterly: 1, yearly: 1 };

/** How far ahead the forecast of a series looks, in periods. */
function horizonOf({ horizon, cadence }: Pick<Series, 'horizon' | 'cadence'>): number {
  return horizon ?? usualHorizon[cadence ?? 'monthly'];
}

/**
 * The diagnosis of one series: limits over all of its values, every completion of every rule of its set (and each moving range beyond its
 * limit), season, capability and forecast. `raw` judges the values as they are: no season is taken out, and no rule is silenced because
 * values remember their neighbours, which can be told of what a season leaves over only. What is missing is told in `refused`.
 */
export function diagnose(series: Series, raw: boolean): { diagnosis: Diagnosis; background: Background } {
  const { id, values, cadence, floor, ceiling } = series;
  // A season's slots and the stretches of memory begin with the first value, wherever it stands.
  const lead = Math.max(
    0,
    values.findIndex((value) => value !== null),
  );
  const given = values.slice(lead);
  const season = raw || !cadence ? undefined : seasonOf(given, cadence);
  const judged = withoutSeason(given, season);
  const count = judged.filter((value) => value !== null).length;
  const made = limits(judged);
  const usable = made && made.strength !== 'too few' ? made : undefined;
  const memory = raw ? undefined : memoryOf(judged);
  const capability = capabilityOf(usable, { from: '1900-01-01', floor, ceiling });
  const horizon = horizonOf(series);
  const outlook = outlookOf(series, horizon);
  const refused = [
    ...(usable ? [] : [withoutLimits(count)]),
    ...('refused' in outlook ? [outlook.refused] : []),
  ].join(' ');
  const diagnosis: Diagnosis = {
    id,
    limits: usable
      ? {
          centre: usable.centre,
          lower: usable.lower,
          upper: usable.upper,
          averageMovingRange: usable.range,
          upperRange: usable.upperRange,
        }
      : null,
    signals: usable ? found(judged, usable, series, memory).map((each) => moved(each, lead)) : [],
    season: season ? { period: season.period, strength: season.strength } : null,
    ...(capability && { capability }),
    forecast: 'forecast' in outlook ? outlook.forecast : null,
    ...('odds' in outlook && outlook.odds && { probability: outlook.odds }),
    ...(refused && { refused }),
  };
  return { diagnosis, background: { limits: usable, memory, count, horizon } };
}

/** The answer to a line that cannot be judged at all. */
export function refusedDiagnosis({ id, refused }: RefusedSeries): Diagnosis {
  return { id, limits: null, signals: [], season: null, forecast: null, refused };
}

function withoutLimits(count: number): string {
  return count < fewestPoints.trial
    ? `Limits need at least ${fewestPoints.trial} values, and there ${count === 1 ? 'is' : 'are'} ${count === 0 ? 'none' : count}.`
    : 'Limits need values of periods that follow each other, and there are none.';
}

function found(
  values: readonly (number | null)[],
  made: Limits,
  { rules = 'wheeler', direction = 'higher', floor, ceiling }: Series,
  memory: Memory | undefined,
): Found[] {
  const set: readonly RuleName[] = ruleSets[rules];
  const onlyFirst = made.strength === 'trial' || memory !== undefined;
  const chosen: readonly RuleName[] = onlyFirst ? set.slice(0, 1) : [...set, 'range-beyond'];
  return occurrences(values, made, chosen, { direction, band: { floor, ceiling } }).map(
    ({ rule, sense, ...place }) => ({
      rule: rule === 'two-of-three-inside' ? 'two-of-three' : rule,
      ...place,
      // A wide step is neither good nor bad; a point beyond a limit says where it led.
      ...(rule !== 'range-beyond' && { sense }),
    }),
  );
}

function moved({ rule, index, points, ...rest }: Found, lead: number): Found {
  return { rule, index: index + lead, points: points.map((point) => point + lead), ...rest };
}
