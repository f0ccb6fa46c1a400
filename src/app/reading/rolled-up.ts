import type { Act } from '#app/act.ts';
import type { SlowReading } from '#contract/readings.ts';
import { Refused } from '#contract/refused.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import { readingsWithin } from '#db/readings.ts';
import { slowerPeriod, slowerPoints } from '#domain/kpi/roll-up.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { addDays, type Day } from '#domain/time/day.ts';
import { type Cadence, cadences, endOf, isComplete, periodOf, startOf } from '#domain/time/period.ts';

/** The readings of a KPI by a slower cadence, for slow periods that begin in a span of days; refuses a faster one. */
export async function rolledUp(
  act: Act,
  kpi: KpiWithCounters,
  to: Cadence,
  span: { from?: Day | undefined; to?: Day | undefined },
): Promise<SlowReading[]> {
  if (cadences.indexOf(to) <= cadences.indexOf(kpi.cadence))
    throw new Refused('invalid', `${kpi.name} is ${kpi.cadence}: ask for it by a slower cadence.`, 'cadence');
  const { calendar, id } = act.organisation;
  const within = {
    kpi: kpi.id,
    // The week of a month's first Thursday may begin three days before the month.
    from: span.from ? addDays(span.from, -3) : '1900-01-01',
    to: span.to ? endOf(periodOf(to, span.to, calendar), calendar) : act.today,
  };
  const readings = (await readingsWithin(act.tx, id, [within])).get(kpi.id) ?? [];
  const points = readings.map((row) => ({ ...row, missing: row.missing ?? undefined }));
  const lacking = Map.groupBy(
    points.filter(({ value, missing }) => value !== null && missing && missing.length > 0),
    ({ period }) => slowerPeriod(period, to, calendar),
  );
  return slowerPoints(points, to, { addsUp: kpi.adds_up, unit: kpi.unit as Unit }, calendar)
    .map(({ period, value, numerator = null, denominator = null, missing = [] }) => ({
      ...{ period, starts: startOf(period, calendar), value, numerator, denominator },
      missing: [...missing],
      incomplete: (lacking.get(period) ?? []).map((point) => point.period),
      partial: !isComplete(period, act.today, calendar),
    }))
    .filter(({ starts }) => (!span.from || starts >= span.from) && (!span.to || starts <= span.to))
    .sort((a, b) => (a.starts < b.starts ? -1 : 1));
}
