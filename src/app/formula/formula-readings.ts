import type { Turn } from '#app/act.ts';
import { pointOf } from '#app/kpi/rejudge.ts';
import type { InputRow } from '#db/dependants.ts';
import type { Dossier } from '#db/dossier.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import { type NewReading, readingsWithin } from '#db/readings.ts';
import { amountsOf, hasBegun } from '#domain/formula/amounts.ts';
import { type Held, touchedPeriods } from '#domain/formula/definition.ts';
import { type Input, Inputs } from '#domain/formula/inputs.ts';
import { daysRead } from '#domain/formula/reads.ts';
import { type FormulaVersion, formulaOf } from '#domain/formula/timeline.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { type Period, startOf } from '#domain/time/period.ts';
import { type Changed, newReadings } from './computed-readings.ts';

/** A formula KPI with what it is computed from. */
export type FormulaKpi = {
  row: KpiWithCounters;
  versions: readonly FormulaVersion<Held>[];
  inputs: readonly InputRow[];
  before: Dossier;
};

/** The periods of a formula KPI that readings which moved may change. */
export function touchedBy(
  turn: Turn,
  { row, versions, inputs }: FormulaKpi,
  moved: ReadonlyMap<string, readonly Changed[]>,
): Period[] {
  const changed = new Map(
    inputs.flatMap(({ input, key }) => {
      const own = moved.get(input);
      return own ? [[key, own.map(({ period }) => period)] as const] : [];
    }),
  );
  const { calendar } = turn.organisation;
  return touchedPeriods(versions, changed, row.cadence, { today: turn.today, calendar }).filter(
    // What was counted in another unit is kept, as the readings of that time are.
    (period) => row.era_from === null || startOf(period, calendar) >= row.era_from,
  );
}

/** The readings that formulas give otherwise than they stand for the given periods; `known` are dossiers that are at hand, by KPI. */
export async function formulaReadings(
  turn: Turn,
  wanted: readonly { kpi: FormulaKpi; periods: readonly Period[] }[],
  known: ReadonlyMap<string, Dossier>,
): Promise<NewReading[]> {
  const { calendar } = turn.organisation;
  const inputs = await inputsFor(turn, wanted, known);
  return wanted.flatMap(({ kpi: { row, versions, inputs: own, before }, periods }) => {
    const idOf = new Map(own.map(({ key, input }) => [key, input]));
    const adding = { addsUp: row.adds_up, unit: row.unit as Unit };
    return newReadings(turn, row, 'formula', before, periods, (period, stands) => {
      const held = formulaOf(versions, period, calendar);
      if (!held) return undefined;
      const { lacks, ...amounts } = amountsOf(held, period, inputs, adding, calendar);
      if (amounts.value === null && !stands && !hasBegun(held.reads, period, inputs)) return undefined;
      return { ...amounts, missing: [...new Set(lacks.map(({ kpi }) => idOf.get(kpi) ?? kpi))].sort() };
    });
  });
}

async function inputsFor(
  turn: Turn,
  wanted: readonly { kpi: FormulaKpi; periods: readonly Period[] }[],
  known: ReadonlyMap<string, Dossier>,
): Promise<Inputs> {
  const rows = new Map(wanted.flatMap(({ kpi }) => kpi.inputs.map((input) => [input.key, input])));
  const spans = new Map<string, { kpi: string; from: string; to: string }>();
  const seen = new Set<string>();
  // A thousand formulas read the same two KPIs.
  for (const { kpi, periods } of wanted)
    for (const { formula } of kpi.versions)
      for (const read of formula?.reads ?? [])
        for (const period of [periods[0], periods.at(-1)]) {
          const input = rows.get(read.kpi)?.input;
          const name = JSON.stringify([read, period]);
          if (period === undefined || input === undefined || known.has(input) || seen.has(name)) continue;
          seen.add(name);
          widen(spans, input, daysRead(read, period, turn.organisation.calendar));
        }
  const read = await readingsWithin(turn.tx, turn.organisation.id, [...spans.values()]);
  const input = ({ input, cadence, adds_up, unit }: InputRow): Input => ({
    cadence,
    adding: { addsUp: adds_up, unit: unit as Unit },
    points: (known.get(input)?.readings.map(pointOf) ?? read.get(input) ?? []).map((row) => ({
      ...row,
      missing: row.missing ?? undefined,
    })),
  });
  return new Inputs(new Map([...rows].map(([key, row]) => [key, input(row)])), turn.organisation.calendar);
}

function widen(
  spans: Map<string, { kpi: string; from: string; to: string }>,
  kpi: string,
  { from, to }: { from: string; to: string },
): void {
  const known = spans.get(kpi);
  spans.set(kpi, {
    kpi,
    from: known && known.from < from ? known.from : from,
    to: known && known.to > to ? known.to : to,
  });
}
