import type { Turn } from '#app/act.ts';
import { parentReadings } from '#app/reading/parent-readings.ts';
import { markBacklog } from '#db/backlog.ts';
import { dependantsOf, formulaVersions, inputsOf, lockDependencies } from '#db/dependants.ts';
import { type Dossier, dossiersOf, withReadings } from '#db/dossier.ts';
import { type KpiWithCounters, listKpisByRef } from '#db/kpis.ts';
import { insertReadings, type NewReading } from '#db/readings.ts';
import { heldFormulas } from '#domain/formula/definition.ts';
import { levelsOf } from '#domain/formula/graph.ts';
import { startOf } from '#domain/time/period.ts';
import type { Changed } from './computed-readings.ts';
import { type FormulaKpi, formulaReadings, touchedBy } from './formula-readings.ts';

/** With more dependants than this a change is not computed in its own transaction, but by a job soon after it. */
const mostAtOnce = 1_000;

/** The dependants of a change that were computed otherwise than they stood, dossiers as they stand now, and which KPIs' dependants are left to the job. */
export type Recomputed = {
  kpis: KpiWithCounters[];
  dossiers: ReadonlyMap<string, Dossier>;
  queued: readonly string[];
};

/**
 * Computes what depends on readings that changed, over formulas and parents, each after everything that it is made of, and appends what
 * came out otherwise. `kpis` are those of the changed readings, locked; `known` their dossiers with the change in them.
 */
export async function recompute(
  turn: Turn,
  kpis: readonly KpiWithCounters[],
  changed: readonly Changed[],
  known: ReadonlyMap<string, Dossier>,
): Promise<Recomputed> {
  const sources = kpis.filter(({ feeds, parent }) => feeds || parent !== null).map(({ id }) => id);
  const rows = sources.length > 0 && changed.length > 0 ? await lockedDependants(turn, sources) : [];
  if (!rows) await markDependants(turn, changed);
  if (!rows || rows.length === 0) return { kpis: [], dossiers: known, queued: rows ? [] : sources };
  const children = Map.groupBy([...kpis, ...rows], ({ parent }) => parent);
  const dependants = await loaded(turn, rows, (id) => children.get(id)?.map((child) => child.id) ?? []);
  const edges = dependants.flatMap(({ row, inputs }) =>
    inputs.map(({ input }) => ({ from: input, to: row.id })),
  );
  for (const { id, parent } of [...kpis, ...rows]) if (parent !== null) edges.push({ from: id, to: parent });
  const of = new Map(dependants.map((each) => [each.row.id, each]));
  const now = new Map([...known, ...dependants.map(({ row, before }) => [row.id, before] as const)]);
  const moved = Map.groupBy(changed, ({ kpi }) => kpi);
  const touched = new Set<string>();
  for (const level of levelsOf([...of.keys()], edges)) {
    const own = await computedLevel(
      turn,
      level.map((id) => of.get(id)!),
      now,
      moved,
    );
    for (const [kpi, appended] of Map.groupBy(own, (row) => row.kpi)) {
      now.set(kpi, withReadings(now.get(kpi)!, appended));
      moved.set(kpi, appended);
      touched.add(kpi);
    }
  }
  return { kpis: rows.filter(({ id }) => touched.has(id)), dossiers: now, queued: [] };
}

/** A KPI that is computed: its formula, or none when it is the parent of the children. */
export type Dependant = FormulaKpi & { children: readonly string[] };

/** Computes KPIs that do not depend on each other from inputs and children that moved, and appends what came out otherwise. */
export async function computedLevel(
  turn: Turn,
  level: readonly Dependant[],
  now: ReadonlyMap<string, Dossier>,
  moved: ReadonlyMap<string, readonly Changed[]>,
): Promise<NewReading[]> {
  const wanted = level.flatMap((kpi) => {
    const periods = touchedBy(turn, kpi, moved);
    return periods.length > 0 ? [{ kpi, periods }] : [];
  });
  const own = wanted.length > 0 ? await formulaReadings(turn, wanted, now) : [];
  for (const { row, before, children } of level) {
    const slots = children.flatMap((child) => moved.get(child) ?? []);
    if (slots.length > 0) own.push(...(await parentReadings(turn, row, slots, before)));
  }
  if (own.length > 0)
    insertReadings(turn.tx, { organisation: turn.organisation.id, author: null, at: turn.now }, own);
  return own;
}

// All in the order of their ids and in a statement of their own: no two writers wait for each other, and what a later statement reads
// includes what other writers have committed. Undefined when there are too many.
async function lockedDependants(
  turn: Turn,
  sources: readonly string[],
): Promise<KpiWithCounters[] | undefined> {
  const organisation = turn.organisation.id;
  const [, ids] = await Promise.all([
    lockDependencies(turn.tx, organisation, 'shared'),
    dependantsOf(turn.tx, organisation, sources, mostAtOnce + 1),
  ]);
  if (ids.length > mostAtOnce) return undefined;
  return ids.length === 0 ? [] : listKpisByRef(turn.tx, organisation, ids, true);
}

/** Computed KPIs with all that they are computed from, as it stands now; `childrenOf` gives the children that may have moved. */
export async function loaded(
  turn: Turn,
  rows: readonly KpiWithCounters[],
  childrenOf: (kpi: string) => readonly string[],
): Promise<Dependant[]> {
  const organisation = turn.organisation.id;
  const formulas = rows.filter(({ formula }) => formula !== null).map(({ id }) => id);
  const [dossiers, inputs, versions] = await Promise.all([
    dossiersOf(
      turn.tx,
      organisation,
      rows.map(({ id }) => id),
    ),
    inputsOf(turn.tx, organisation, formulas),
    formulaVersions(turn.tx, organisation, formulas),
  ]);
  const inputsByKpi = Map.groupBy(inputs, ({ kpi }) => kpi);
  return rows.map((row) => ({
    row,
    versions: heldFormulas(versions.get(row.id) ?? []),
    inputs: inputsByKpi.get(row.id) ?? [],
    before: dossiers.get(row.id)!,
    children: childrenOf(row.id),
  }));
}

/** Leaves what depends directly on readings that changed to the job that sweeps the backlog. */
export async function markDependants(turn: Turn, changed: readonly Changed[]): Promise<void> {
  const { id, calendar } = turn.organisation;
  const spans = [...Map.groupBy(changed, ({ kpi }) => kpi)].map(([kpi, own]) => {
    const days = own.map(({ period }) => startOf(period, calendar)).sort();
    return { kpi, first: days[0]!, last: days.at(-1)! };
  });
  await markBacklog(turn.tx, id, spans, turn.now);
}
