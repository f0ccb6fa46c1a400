import type { Act } from '#app/act.ts';
import { linesIn } from '#app/kpi/eras.ts';
import { linesOfRow } from '#app/kpi/thresholds.ts';
import type { GradeSheet } from '#contract/grades.ts';
import type { KeyResultWithLinks } from '#db/key-results.ts';
import { listKpisByRef } from '#db/kpis.ts';
import type { ObjectiveInCycle } from '#db/objectives.ts';
import { listThresholds } from '#db/thresholds.ts';
import { thresholdOn } from '#domain/kpi/threshold.ts';
import { convert, type Unit } from '#domain/kpi/unit.ts';
import { gainOf } from '#domain/okr/gain.ts';
import type { Measure } from '#domain/okr/measure.ts';
import { addDays } from '#domain/time/day.ts';
import type { Cadence } from '#domain/time/period.ts';

type Reached = NonNullable<GradeSheet['gain']>;
type Pair = { row: KeyResultWithLinks; objective: ObjectiveInCycle };

/** The level that each key result reached, as what could become a floor, by the id of the key result. */
export async function reachedLevels(act: Act, pairs: readonly Pair[]): Promise<Map<string, Reached>> {
  const { tx, organisation } = act;
  const read = [...new Set(pairs.flatMap(({ row }) => row.kpi ?? []))];
  const kpis = new Map((await listKpisByRef(tx, organisation.id, read)).map((kpi) => [kpi.id, kpi]));
  const thresholds = Map.groupBy(await listThresholds(tx, organisation.id, read), (row) => row.kpi);
  return new Map(
    pairs.flatMap(({ row, objective }): [string, Reached][] => {
      const measure = row.measure as Measure;
      const gain = gainOf(measure, row.current ?? undefined);
      // A level that nobody has measured still has a direction.
      const direction = gain?.direction ?? gainOf(measure, 0)?.direction;
      if (!direction) return [];
      const kpi = row.kpi ? kpis.get(row.kpi) : undefined;
      const [own, unit] = [row.unit as Unit, (kpi?.unit ?? row.unit) as Unit];
      const present = kpi && thresholds.get(kpi.id)?.filter(({ era }) => era === kpi.era);
      const lines = thresholdOn(
        addDays(objective.ends, 1),
        (present ?? []).map((each) => linesOfRow(linesIn(each, { scale: kpi!.unit_scale }))),
      );
      return [
        [
          row.id,
          {
            level: (gain && convert(gain.level, own, unit)) ?? null,
            unit,
            decimals: kpi?.decimals ?? row.decimals,
            direction,
            line: (direction === 'higher' ? lines?.floor : lines?.ceiling) ?? null,
            cadence: kpi?.cadence ?? cadenceOf(act, measure, objective),
          },
        ],
      ];
    }),
  );
}

function cadenceOf({ organisation }: Act, measure: Measure, { check_in_every }: ObjectiveInCycle): Cadence {
  if (measure.kind === 'hold' || measure.kind === 'hit rate') return measure.cadence;
  const every = check_in_every ?? organisation.checkInEvery;
  return every === 'weekly' ? 'weekly' : 'monthly';
}
