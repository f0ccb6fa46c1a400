import type { Turn } from '#app/act.ts';
import type { Dossier, StandingReading } from '#db/dossier.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import type { NewReading } from '#db/readings.ts';
import { type Period, startOf } from '#domain/time/period.ts';

/** A reading that is not what it was. */
export type Changed = { kpi: string; period: Period };

/** What was computed for a period; `missing` names the KPIs that had no value for it. */
export type Computed = Required<Pick<NewReading, 'value' | 'numerator' | 'denominator' | 'note'>> & {
  missing: readonly string[];
};

/** The readings to append for the periods for which something else was computed than what stands; undefined computes nothing. */
export function newReadings(
  turn: Turn,
  kpi: KpiWithCounters,
  source: 'children' | 'formula',
  before: Dossier,
  periods: readonly Period[],
  compute: (period: Period, stands: boolean) => Computed | undefined,
): NewReading[] {
  const standing = new Map(before.readings.map((reading) => [reading[0], reading]));
  return periods.flatMap((period) => {
    const stands = standing.get(period);
    const now = compute(period, stands !== undefined);
    if (!now || (stands && isSame(stands, now))) return [];
    const revision = (stands?.[5] ?? 0) + 1;
    const starts = startOf(period, turn.organisation.calendar);
    return { kpi: kpi.id, starts, revision, period, source, reason: null, ...now };
  });
}

function isSame([, value, numerator, denominator, missing, , note]: StandingReading, now: Computed): boolean {
  return (
    value === now.value &&
    numerator === now.numerator &&
    denominator === now.denominator &&
    note === now.note &&
    [...(missing ?? [])].sort().join() === [...now.missing].sort().join()
  );
}
