import type { Judgement } from '#contract/judgements.ts';
import { needsAllChildren } from '#domain/kpi/roll-up.ts';
import type { RuleName } from '#domain/kpi/rules.ts';
import { seasonOf, withoutSeason } from '#domain/kpi/seasonal.ts';
import { addDays, type Day } from '#domain/time/day.ts';
import { type Calendar, type Period, periodsBetween, startOf } from '#domain/time/period.ts';
import type { ChartSignal, Phase, Point, RunSeries, Threshold } from '../../charts/series.ts';

/** What a judgement draws: one slot a period from the first reading to the newest, those without a reading as gaps. */
export function kpiSeries(judgement: Judgement, calendar: Calendar): RunSeries {
  const { kpi } = judgement;
  const points = withAdjusted(judgement, slots(judgement, calendar));
  const places = new Map(points.map(({ period }, index) => [period, index]));
  const { phases, signals } = phasesOf(judgement, places, points.length);
  return {
    points,
    phases,
    signals,
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

function slots({ kpi, points }: Judgement, calendar: Calendar): Point[] {
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

// The judgement says that there is a season and not its factors; they follow from the same values by the same rule.
function withAdjusted({ kpi, season }: Judgement, points: Point[]): Point[] {
  if (!season) return points;
  const isWhole = ({ value, partial }: Point) => value !== null && !partial;
  const first = points.findIndex(isWhole);
  const judged = points.slice(first, points.findLastIndex(isWhole) + 1);
  const raw = judged.map((point) => (point.partial ? null : point.value));
  const values = withoutSeason(raw, seasonOf(raw, kpi.cadence));
  return points.map((point, index) => {
    const adjusted = values[index - first];
    return adjusted === null || adjusted === undefined ? point : { ...point, adjusted };
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
    const { centre, lower, upper, strength, upperRange } = limits;
    drawn.push({
      ...{ from: start, to: end, centre, lower, upper, strength, upperRange },
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
  return lineKinds.flatMap(([field, kind, label]) => {
    const stretches: Threshold[] = [];
    for (const [at, each] of inForce.entries()) {
      const value = each[field];
      if (value === null) continue;
      const until = dayBefore(inForce[at + 1]?.from);
      const before = stretches.at(-1);
      if (before && before.value === value && before.until === dayBefore(each.from)) {
        stretches[stretches.length - 1] = { ...stretch(kind, label, value, before.from, until) };
      } else stretches.push(stretch(kind, label, value, each.from, until));
    }
    return stretches;
  });
}

function stretch(
  kind: Threshold['kind'],
  label: string,
  value: number,
  from: Day | undefined,
  until: Day | undefined,
): Threshold {
  return { kind, label, value, ...(from && { from }), ...(until && { until }) };
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
