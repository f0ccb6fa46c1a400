import { sql } from 'kysely';
import type { Act, Event } from '#app/act.ts';
import { afterReadings } from '#app/reading/after-readings.ts';
import { Refused } from '#contract/refused.ts';
import { dossiersOf } from '#db/dossier.ts';
import { type KpiWithCounters, listKpisByRef } from '#db/kpis.ts';
import { continuesIn, convert, type Unit, unitName } from '#domain/kpi/unit.ts';
import { endOf } from '#domain/time/period.ts';

/**
 * Refuses another unit of KPIs that formulas read, because what the formulas gave would be other numbers, and one that converts of a KPI
 * that is computed by a formula, because the formula goes on giving the same numbers.
 */
export async function refuseFormulaUnits(
  act: Act,
  family: readonly KpiWithCounters[],
  unit: Unit,
): Promise<void> {
  const top = family[0]!;
  const was = top.unit as Unit;
  const goesOn = continuesIn(was, unit);
  if (goesOn && (was.kind !== 'duration' || convert(1, was, unit) === 1)) return;
  const fed = family.filter(({ feeds }) => feeds).map(({ id }) => id);
  const [reader] = fed.length === 0 ? [] : await readersOf(act, fed);
  if (reader)
    throw new Refused(
      'conflict',
      `${reader.name} is computed as ${reader.formula}, from values in ${unitName(was)}: define a new KPI in ${unitName(unit)}, and let the formula read that one.`,
      'unit',
    );
  if (goesOn && top.formula !== null)
    throw new Refused(
      'conflict',
      `${top.name} is computed as ${top.formula}, which gives ${unitName(was)}: define a new KPI whose formula gives ${unitName(unit)}.`,
      'unit',
    );
}

async function readersOf(act: Act, inputs: readonly string[]): Promise<{ name: string; formula: string }[]> {
  const { rows } = await sql<{ name: string; formula: string }>`
    select k.name, k.formula from kpi_input i join kpi k on k.organisation = i.organisation and k.id = i.kpi
    where i.organisation = ${act.organisation.id} and i.input = any(${inputs}::uuid[]) and k.archived_at is null
    order by k.name limit 1`.execute(act.tx);
  return rows;
}

/** Computes the formulas that roll a KPI up anew, from a day on, after it adds up in another way; what came before stays. */
export async function addUpForFormulas(act: Act, kpi: string, from: string): Promise<Event[]> {
  const [row] = await listKpisByRef(act.tx, act.organisation.id, [kpi]);
  const dossiers = await dossiersOf(act.tx, act.organisation.id, [kpi]);
  const changed = dossiers
    .get(kpi)!
    .readings.filter(([period]) => endOf(period, act.organisation.calendar) >= from)
    .map(([period]) => ({ kpi, period }));
  return changed.length === 0 ? [] : afterReadings(act, [row!], changed, dossiers);
}
