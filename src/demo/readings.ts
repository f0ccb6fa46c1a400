import type { Input } from '#contract/index.ts';
import { addDays, type Day, dayNumber, daysBetween } from '#domain/time/day.ts';
import { type Calendar, endOf, type Period, periodOf, periodsBetween, startOf } from '#domain/time/period.ts';
import { type Chance, chance } from './chance.ts';
import type { Course, Plot } from './plot.ts';
import type { Times } from './times.ts';

export type DemoReading = Input<'readings.recordMany'>['readings'][number] & { known: Day };

/** Every reading of a KPI from the beginning up to now, each with the day on which it is known: the second after its period. */
export function readingsOf(plot: Plot, times: Times): DemoReading[] {
  const { course, children } = plot;
  if (!course) return [];
  if (!children) return series(plot.key, plot, course, times);
  return children.flatMap(({ key, share, until }) => {
    const part = {
      ...course,
      levels: course.levels.map(([day, level]) => [day, level * share] as const),
      noise: course.noise * Math.sqrt(share),
      ...(until && { until }),
    };
    return series(key, plot, part, times);
  });
}

function series(key: string, plot: Plot, course: Course, times: Times): DemoReading[] {
  const calendar = { yearStartsIn: times.yearStartsIn };
  const dice = chance(key);
  const first = periodOf(plot.cadence, times.begins, calendar);
  const periods = periodsBetween(first, periodOf(plot.cadence, times.today, calendar)).slice(1);
  return periods
    .map((period) => ({
      kpi: key,
      period,
      ...amounts(plot, course, valueIn(period, course, calendar, dice)),
      known: addDays(endOf(period, calendar), 2),
    }))
    .filter(
      ({ known, period }) => known <= times.today && endOf(period, calendar) <= (course.until ?? known),
    );
}

function valueIn(
  period: Period,
  { levels, season = 0, noise }: Course,
  calendar: Calendar,
  dice: Chance,
): number {
  const middle = addDays(
    startOf(period, calendar),
    Math.floor(daysBetween(startOf(period, calendar), endOf(period, calendar)) / 2),
  );
  const level = levelOn(middle, levels);
  // The year's top is about the middle of June.
  const swing = season * Math.cos((2 * Math.PI * (dayNumber(middle) - dayNumber('2024-06-15'))) / 365.2425);
  return level * (1 + swing) + noise * dice.normal();
}

function levelOn(day: Day, levels: Course['levels']): number {
  const after = levels.findIndex(([each]) => each > day);
  if (after === 0) return levels[0]![1];
  if (after < 0) return levels.at(-1)![1];
  const [[from, low], [to, high]] = [levels[after - 1]!, levels[after]!];
  return low + ((high - low) * daysBetween(from, day)) / daysBetween(from, to);
}

function amounts({ unit, decimals = 2 }: Plot, { counted }: Course, value: number) {
  if (counted !== undefined) {
    const numerator = Math.min(counted, Math.max(0, Math.round((counted * value) / 100)));
    return { numerator, denominator: counted };
  }
  const least = unit?.kind === 'scale' ? unit.from : 0;
  const most = unit?.kind === 'scale' ? unit.to : unit?.kind === 'percent' ? 100 : Number.POSITIVE_INFINITY;
  return { value: Number(Math.min(most, Math.max(least, value)).toFixed(decimals)) };
}
