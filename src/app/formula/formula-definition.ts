import { sql } from 'kysely';
import type { Act, Event } from '#app/act.ts';
import { keepVersions } from '#app/kpi/kpi-versions.ts';
import { afterReadings } from '#app/reading/after-readings.ts';
import { Refused } from '#contract/refused.ts';
import { edgesBelow, formulaVersions, inputsOf, lockDependencies, storeInputs } from '#db/dependants.ts';
import { dossiersOf, withReadings } from '#db/dossier.ts';
import { type KpiWithCounters, listKpisByRef } from '#db/kpis.ts';
import { insertReadings } from '#db/readings.ts';
import { keysToKnow, kpiFault } from '#domain/formula/check.ts';
import { heldFormulas } from '#domain/formula/definition.ts';
import { type Expression, keysOf } from '#domain/formula/expression.ts';
import { type Fault, faultAt } from '#domain/formula/fault.ts';
import { cycleThrough } from '#domain/formula/graph.ts';
import { parse } from '#domain/formula/parse.ts';
import { printed } from '#domain/formula/print.ts';
import { type Cadence, endOf } from '#domain/time/period.ts';
import { formulaReadings, touchedBy } from './formula-readings.ts';
import { loaded } from './recompute.ts';

/** What a formula says and the KPIs that it reads, or the first thing that is wrong with it. */
export type Understood =
  | { expression: Expression; inputs: KpiWithCounters[]; fault?: undefined }
  | { fault: Fault; expression?: undefined; inputs?: undefined };

/** The KPI that would have a formula: its id when it is there already, else its name and the parent that it would have. */
export type Holder = { cadence: Cadence; id?: string; name?: string; parent?: string | null };

/** Reads a formula for a KPI. */
export async function understood(act: Act, text: string, holder: Holder): Promise<Understood> {
  const read = parse(text);
  if (read.fault) return read;
  const { expression } = read;
  const rows = await listKpisByRef(act.tx, act.organisation.id, keysToKnow(read));
  const known = new Map(rows.map((row) => [row.key, row]));
  const fault = kpiFault(expression, holder.cadence, known);
  if (fault) return { fault };
  const inputs = keysOf(expression).map((key) => known.get(key)!);
  const circle = await circleOf(act, inputs, holder);
  return circle
    ? { fault: faultAt(expression, `this formula would depend on itself: ${circle.join(' → ')}`) }
    : { expression, inputs };
}

/** The names on the way from a KPI back to itself, if its formula read these inputs. */
async function circleOf(
  act: Act,
  inputs: readonly KpiWithCounters[],
  { id, name = 'this KPI', parent }: Holder,
): Promise<string[] | undefined> {
  // Nothing depends on a new KPI yet, but what its parent is part of will.
  const start = id ?? parent;
  if (!start) return undefined;
  const edges = await edgesBelow(act.tx, act.organisation.id, start);
  const path = cycleThrough(
    start,
    inputs.map((row) => row.id),
    edges,
  );
  if (!path) return undefined;
  const rows = await listKpisByRef(act.tx, act.organisation.id, path);
  const names = new Map(rows.map((row) => [row.id, row.name]));
  const way = path.map((each) => names.get(each)!);
  return id ? way : [name, ...way.slice(0, -1), name];
}

/**
 * Takes what writing a formula needs before any computed KPI is locked: the KPIs that it reads and the one that gets it, as far as they
 * are not computed, then the dependencies, so that two formulas written at once cannot close a circle that neither sees.
 */
export async function lockForFormula(act: Act, text: string | null, kpi?: string): Promise<void> {
  const organisation = act.organisation.id;
  const refs = text === null ? [] : keysToKnow(parse(text));
  const [own] = kpi === undefined ? [] : await listKpisByRef(act.tx, organisation, [kpi]);
  // What it reads no more is told so, and is locked for that.
  const before = own ? (await inputsOf(act.tx, organisation, [own.id])).map(({ input }) => input) : [];
  const rows = await listKpisByRef(act.tx, organisation, [...refs, ...before, ...(own ? [own.id] : [])]);
  const typed = rows.filter(({ formula, computed }) => formula === null && !computed).map(({ id }) => id);
  if (typed.length > 0) await listKpisByRef(act.tx, organisation, typed, true);
  await lockDependencies(act.tx, organisation, 'exclusive');
}

/** Refuses a formula that is no formula of this KPI, else gives it as it is kept; the KPIs that it reads are locked. */
export async function formulaToKeep(
  act: Act,
  text: string,
  kpi: Holder & { name: string; computed?: boolean },
): Promise<string> {
  if (kpi.computed)
    throw new Refused(
      'conflict',
      `${kpi.name} is computed from the KPIs below it: define a new KPI for the formula.`,
      'formula',
    );
  const { expression, inputs, fault } = await understood(act, text, kpi);
  if (fault) throw new Refused('invalid', `formula: ${fault.message}`, 'formula');
  // Held until the commit: whoever records one of their readings comes before this and is read, or after this and computes the formula.
  await listKpisByRef(
    act.tx,
    act.organisation.id,
    inputs.map(({ id }) => id),
    true,
  );
  return printed(expression);
}

/** Makes the next version of a KPI whose row has another formula already, unless one was made in the same change, and lets it follow. */
export async function changeFormula(
  act: Act,
  kpi: string,
  from: string,
  isVersion: boolean,
): Promise<Event[]> {
  const { tx, organisation } = act;
  if (!isVersion)
    await tx
      .updateTable('kpi')
      .set({ version: sql<number>`version + 1` })
      .where('organisation', '=', organisation.id)
      .where('id', '=', kpi)
      .execute();
  const rows = await listKpisByRef(tx, organisation.id, [kpi]);
  if (!isVersion) await keepVersions(act, rows, from);
  return applyFormula(act, rows[0]!, from);
}

/**
 * Lets a KPI follow its formula, which stands in its row and in its newest version: keeps what it reads and computes the periods from a
 * day on (all of them for a new KPI), and what depends on them. What earlier versions gave stays.
 */
export async function applyFormula(act: Act, kpi: KpiWithCounters, validFrom?: string): Promise<Event[]> {
  const { id: organisation, calendar } = act.organisation;
  const versions = (await formulaVersions(act.tx, organisation, [kpi.id])).get(kpi.id) ?? [];
  const held = kpi.formula === null ? [] : heldFormulas(versions).flatMap(({ formula }) => formula ?? []);
  const keys = new Set(held.flatMap(({ expression }) => keysOf(expression)));
  const inputs = await listKpisByRef(act.tx, organisation, [...keys]);
  const ids = inputs.map(({ id }) => id);
  await storeInputs(act.tx, organisation, kpi.id, ids);
  if (kpi.formula === null) return [];
  const [[own], known] = await Promise.all([
    loaded(act, [kpi], () => []),
    dossiersOf(act.tx, organisation, ids),
  ]);
  const moved = new Map(
    [...known].map(([input, { readings }]) => [input, readings.map(([period]) => ({ kpi: input, period }))]),
  );
  const standing = own!.before.readings.map(([period]) => period);
  const periods = [...new Set([...touchedBy(act, own!, moved), ...standing])]
    .filter((period) => validFrom === undefined || endOf(period, calendar) >= validFrom)
    .sort();
  const rows = await formulaReadings(act, [{ kpi: own!, periods }], known);
  if (rows.length > 0) insertReadings(act.tx, { organisation, author: null, at: act.now }, rows);
  return afterReadings(act, [kpi], rows, new Map([[kpi.id, withReadings(own!.before, rows)]]));
}
