import type { Act } from '#app/act.ts';
import { inputsOf, lockDependencies } from '#db/dependants.ts';
import { listKpisByRef } from '#db/kpis.ts';
import { keysOf } from '#domain/formula/expression.ts';
import { type Edge, levelsOf } from '#domain/formula/graph.ts';
import { parse } from '#domain/formula/parse.ts';
import { edgesInto, type FormulaEntry, formulaFaults } from '#domain/import/definition-formulas.ts';
import type { DefinitionPlan } from './import-definitions.ts';
import type { Known } from './import-known.ts';

/** Which KPI is made of which, by formulas and as parents, by their keys. */
export async function edgesBetween(act: Act, known: readonly Known[]): Promise<Edge[]> {
  const rows = known.flatMap(({ row }) => row ?? []);
  const keys = new Map(rows.map(({ id, key }) => [id, key]));
  const inputs = await inputsOf(
    act.tx,
    act.organisation.id,
    rows.filter(({ formula }) => formula !== null).map(({ id }) => id),
  );
  const pairs = [
    ...inputs.map(({ input, kpi }) => ({ from: input, to: kpi })),
    ...rows.flatMap(({ id, parent }) => (parent === null ? [] : { from: id, to: parent })),
  ];
  return pairs.flatMap(({ from, to }) => {
    const [one, other] = [keys.get(from), keys.get(to)];
    return one !== undefined && other !== undefined ? { from: one, to: other } : [];
  });
}

/** What is wrong with the formulas of plans, by key; `left` are the rows of KPIs that cannot be created. */
export function planFaults(
  plans: readonly DefinitionPlan[],
  known: readonly Known[],
  left: ReadonlyMap<string, number>,
  edges: readonly Edge[],
): Map<string, string> {
  const there = new Map(known.map((kpi) => [kpi.key, kpi]));
  const faults = new Map<string, string>();
  const entries: FormulaEntry[] = [];
  for (const plan of plans) {
    const { key, row } = plan.entry;
    const formula = formulaOf(plan);
    if (formula === undefined) continue;
    const kpi = plan.kind === 'create' ? plan.kpi : there.get(key)!;
    if (there.get(key)?.row?.computed)
      faults.set(key, `${kpi.name} is computed from the KPIs below it: define a new KPI for the formula`);
    else entries.push({ key, row, formula, name: kpi.name, cadence: kpi.cadence });
  }
  const others = plans.flatMap((plan) =>
    plan.kind === 'create' && formulaOf(plan) === undefined ? [[plan.entry.key, plan.kpi] as const] : [],
  );
  return new Map([...faults, ...formulaFaults(entries, new Map(others), left, { kpis: there, edges })]);
}

/** Plans in an order in which every formula finds what it reads: first those without one, then each after its inputs. */
export function inOrder(plans: readonly DefinitionPlan[]): DefinitionPlan[] {
  const byKey = new Map(
    plans.flatMap((plan) => (formulaOf(plan) === undefined ? [] : [[plan.entry.key, plan]])),
  );
  const edges = [...byKey].flatMap(([key, plan]) => edgesInto({ key, formula: formulaOf(plan)! }));
  const computed = levelsOf([...byKey.keys()], edges).flat();
  return [
    ...plans.filter((plan) => formulaOf(plan) === undefined),
    ...computed.map((key) => byKey.get(key)!),
  ];
}

/**
 * Takes at once what writing all formulas of a file needs: each of them would take KPIs that are typed after the dependencies that the one
 * before it holds, and would wait for whoever records a reading and waits for those.
 */
export async function lockForPlans(act: Act, plans: readonly DefinitionPlan[]): Promise<void> {
  const formulas = plans.flatMap((plan) => formulaOf(plan) ?? []);
  if (formulas.length === 0) return;
  const { tx, organisation } = act;
  const read = formulas.flatMap((formula) => {
    const { expression } = parse(formula);
    return expression ? keysOf(expression) : [];
  });
  const keys = new Set([...plans.map(({ entry }) => entry.key), ...read]);
  const rows = await listKpisByRef(tx, organisation.id, [...keys]);
  const before = await inputsOf(
    tx,
    organisation.id,
    rows.map(({ id }) => id),
  );
  const refs = [...new Set([...rows.map(({ id }) => id), ...before.map(({ input }) => input)])];
  const all = await listKpisByRef(tx, organisation.id, refs);
  const typed = all.filter(({ formula, computed }) => formula === null && !computed).map(({ id }) => id);
  if (typed.length > 0) await listKpisByRef(tx, organisation.id, typed, true);
  await lockDependencies(tx, organisation.id, 'exclusive');
}

function formulaOf({ kpi }: DefinitionPlan): string | undefined {
  return kpi?.formula ?? undefined;
}
