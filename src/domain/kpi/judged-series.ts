import { periodOf } from '#domain/time/period.ts';
import type { Evidence } from './judgement.ts';
import { needsAllChildren } from './roll-up.ts';
import { type Point, type Series, seriesOf } from './series.ts';

/** The series that a KPI is judged and forecast by, and the complete periods left out of it because children are missing, in the order of time. */
export type JudgedSeries = Series & { lacking: Point[] };

/** The series of the evidence. A sum to which a child is missing is too low, which would be told as a breach and a deterioration; other ways of adding up are a little off. */
export function judgedSeries({ readings, facts, today, calendar }: Evidence): JudgedSeries {
  if (!needsAllChildren(facts)) return { ...seriesOf(readings, today, calendar), lacking: [] };
  const now = periodOf(facts.cadence, today, calendar);
  const lacks = (point: Point) =>
    point.value !== null && (point.missing?.length ?? 0) > 0 && point.period < now;
  const lacking = readings.filter(lacks).sort((a, b) => (a.period < b.period ? -1 : 1));
  const whole = readings.map((point) => (lacks(point) ? { ...point, value: null } : point));
  return { ...seriesOf(whole, today, calendar), lacking };
}
