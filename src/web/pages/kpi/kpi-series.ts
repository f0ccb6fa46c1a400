import type { Judgement } from '#contract/judgements.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { needsAllChildren } from '#domain/kpi/roll-up.ts';
import type { RuleName } from '#domain/kpi/rules.ts';
import { addDays, type Day } from '#domain/time/day.ts';
import { type Calendar, type Period, periodsBetween, startOf } from '#domain/time/period.ts';
import type { Change, ChartSignal, Phase, Point, RunSeries, Threshold } from '../../charts/series.ts';
import { periodName } from '../../parts/dates.ts';
import { adjustedPoints, seasonIn, spannedPoints } from './kpi-season.ts';

/**
 * What a judgement draws: one slot a period from the first reading to the newest, those without a reading as gaps. Where there is a season
 * either the values without it, between straight limits, or the measured ones, between limits that swing with it.
 */
export function kpiSeries(
  judgement: Judgement,
  calendar: Calendar,
  view: 'adjusted' | 'measured' = 'adjusted',
): RunSeries {
  const { kpi, proposal } = judgement;
  const measured = kpiSlots(judgement, calendar);
  const season = seasonIn(judgement, measured);
  const points = season && view === 'adjusted' ? adjustedPoints(measured, season) : measured;
  const places = new Map(points.map(({ period }, index) => [period, index]));
  const { phases, signals } = phasesOf(judgement, places, points.length);
  const proposed = proposal ? places.get(proposal.from) : undefined;
  const isSwinging = season !== undefined && view === 'measured';
  return {
    points: isSwinging ? spannedPoints(points, season, phases) : points,
    phases: isSwinging ? [] : phases,
    signals,
    // A proposed level is one without the season.
    ...(proposed !== undefined &&
      proposal &&
      !isSwinging && { proposal: { index: proposed, level: proposal.level } }),
    changes: changesOf(judgement, points),
    past: judgement.past.flatMap(({ unit, decimals, points: past }) =>
      past.map(({ period, value }) => ({ period, text: formatValue(value, unit, decimals) })),
    ),
    thresholds: thresholdsOf(judgement.thresholds),
    annotations: judgement.annotations
      .toSorted((a, b) => (a.from < b.from ? -1 : 1))
      .flatMap(({ from, to, note }) => {
        const index = places.get(from);
        const end = places.get(to);
        if (index === undefined) return [];
        return [{ index, text: note, ...(end !== undefined && end > index && { to: end }) }];
      }),
    unit: kpi.unit,
    decimals: kpi.decimals,
    bounds: boundsOf(judgement),
  };
}

function changesOf({ versions }: Judgement, points: readonly Point[]): Change[] {
  return versions.flatMap(({ from, words, breaks }) => {
    const index = points.findIndex(({ start }) => start >= from);
    const [first] = points;
    // What changed before the first point is no news to the chart, unless the series begins with it.
    if (index < 0 || !first || (index === 0 && !breaks)) return [];
    return [{ index, text: `Counted differently from ${periodName(points[index]!.period)} on: ${words}` }];
  });
}

/** The periods of a judgement from the first reading to the newest as slots of a chart. */
export function kpiSlots({ kpi, points }: Judgement, calendar: Calendar): Point[] {
  const lacks = ({ missing }: Judgement['points'][number]) => missing.length > 0 && needsAllChildren(kpi);
  const present = points.filter(({ value }) => value !== null);
  const [first, last] = [present[0], present.at(-1)];
  if (!first || !last) return [];
  const byPeriod = new Map(present.map((point) => [point.period, point]));
  return periodsBetween(first.period, last.period).map((period): Point => {
    const point = byPeriod.get(period);
    if (!point) return { period, start: startOf(period, calendar), value: null };
    return {
      period,
      start: point.starts,
      value: point.value,
      ...((point.partial || lacks(point)) && { partial: true }),
    };
  });
}

function phasesOf(
  { phases }: Judgement,
  places: ReadonlyMap<Period, number>,
  count: number,
): { phases: Phase[]; signals: ChartSignal[] } {
  const drawn: Phase[] = [];
  const signals: ChartSignal[] = [];
  for (const [at, { from, limits, reason, signals: found }] of phases.entries()) {
    const next = phases[at + 1];
    const start = places.get(from);
    // A phase holds until the next one begins; the last one up to the right edge, over a period that has not ended.
    const end = next ? (places.get(next.from) ?? count) - 1 : count - 1;
    for (const { period, periods, rule, sense } of found) {
      const index = places.get(period);
      if (index === undefined) continue;
      const part = periods.flatMap((each) => places.get(each) ?? []);
      signals.push({ index, points: part, rule: rule as RuleName, sense });
    }
    if (!limits || start === undefined) continue;
    const { centre, lower, upper, strength } = limits;
    drawn.push({
      ...{ from: start, to: end, centre, lower, upper, strength },
      ...(reason && { label: reason }),
    });
  }
  return { phases: drawn, signals };
}

type Dated = Judgement['thresholds'][number];
const lineKinds = [
  ['floor', 'floor', 'Floor'],
  ['ceiling', 'ceiling', 'Ceiling'],
  ['warningFloor', 'warning', 'Warning'],
  ['warningCeiling', 'warning', 'Warning'],
  ['desired', 'desired', 'Desired'],
] as const;

/** The dated thresholds as stretches; neighbours of the same value are one, and of two of one day the later holds. */
export function thresholdsOf(dated: readonly Dated[]): Threshold[] {
  // Lines from before the KPI was counted otherwise are in another unit.
  const byDay = new Map(dated.filter(({ holds }) => holds).map((each) => [each.from, each]));
  const inForce = [...byDay.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
  return lineKinds.flatMap((line) => {
    const [field] = line;
    const stretches: Threshold[] = [];
    for (const [at, each] of inForce.entries()) {
      const value = each[field];
      if (value === null) continue;
      const until = dayBefore(inForce[at + 1]?.from);
      const before = stretches.at(-1);
      if (before && before.value === value && before.until === dayBefore(each.from)) {
        stretches[stretches.length - 1] = stretch(line, value, before.from, until);
      } else stretches.push(stretch(line, value, each.from, until));
    }
    return stretches;
  });
}

function stretch(
  [field, kind, label]: (typeof lineKinds)[number],
  value: number,
  from: Day | undefined,
  until: Day | undefined,
): Threshold {
  return { field, kind, label, value, ...(from && { from }), ...(until && { until }) };
}

function dayBefore(day: Day | undefined): Day | undefined {
  return day === undefined ? undefined : addDays(day, -1);
}

/** Limits are not drawn where values cannot be; only a bound that all values keep is believed. */
function boundsOf({ kpi: { unit }, points }: Judgement): NonNullable<RunSeries['bounds']> {
  if (unit.kind === 'scale') return { least: unit.from, most: unit.to };
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const bounds: NonNullable<RunSeries['bounds']> = {};
  if (values.every((value) => value >= 0)) bounds.least = 0;
  if (unit.kind === 'percent' && values.every((value) => value <= 100)) bounds.most = 100;
  return bounds;
}
