import type { Act } from '#app/act.ts';
import type { KpiTemplate, ObjectiveTemplate } from '#contract/templates.ts';
import { coachKpis } from '#db/coach.ts';
import { listKpisByName } from '#db/templates.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { findKpiTemplate, kpisOfObjective, library } from '#domain/template/library.ts';
import { titleOf } from '#domain/template/render.ts';
import type {
  FunctionTemplate,
  KpiTemplate as Known,
  ObjectiveTemplate as KnownObjective,
} from '#domain/template/template.ts';

const functionOf: ReadonlyMap<string, string> = new Map(
  library.flatMap(({ key, kpis }) => kpis.map((kpi) => [kpi.key, key] as const)),
);

type Existing = KpiTemplate['existing'];

/** KPIs of the organisation that a template describes, by the template's key: those with its key, else with its name. */
export async function existingFor(act: Act, templates: readonly Known[]): Promise<Map<string, Existing>> {
  const rows = await listKpisByName(
    act.tx,
    act.organisation.id,
    templates.map(({ key }) => key),
    templates.map(({ name }) => name),
  );
  const levels = new Map(
    (
      await coachKpis(
        act.tx,
        act.organisation.id,
        rows.map(({ id }) => id),
      )
    ).map((kpi) => [kpi.id, kpi.level]),
  );
  return new Map(
    templates.flatMap(({ key, name }): [string, Existing][] => {
      const row =
        rows.find((each) => each.key === key) ??
        rows.find((each) => each.name.toLowerCase() === name.toLowerCase());
      if (!row) return [];
      const level = levels.get(row.id) ?? null;
      return [
        [
          key,
          { id: row.id, key: row.key, name: row.name, level, unit: row.unit as Unit, decimals: row.decimals },
        ],
      ];
    }),
  );
}

/** A KPI of the library in the contract's shape. */
export function shownKpiTemplate(kpi: Known, existing: ReadonlyMap<string, Existing>): KpiTemplate {
  return {
    ...kpi,
    counters: [...kpi.counters],
    function: functionOf.get(kpi.key)!,
    existing: existing.get(kpi.key) ?? null,
  };
}

/** The titles of an objective's key results with the numbers of the example. */
export function exampleTitles({ keyResults }: KnownObjective): string[] {
  return keyResults.map((each) => titleOf(each, each.measure, findKpiTemplate(each.kpi)!));
}

/** An objective of the library in the contract's shape. */
export function shownObjectiveTemplate(
  of: FunctionTemplate,
  objective: KnownObjective,
  existing: ReadonlyMap<string, Existing>,
): ObjectiveTemplate {
  const titles = exampleTitles(objective);
  return {
    key: objective.key,
    function: of.key,
    title: objective.title,
    why: objective.why,
    commitment: objective.commitment,
    keyResults: objective.keyResults.map(({ title, kpi, measure, guardrails }, index) => ({
      title: titles[index]!,
      wording: title,
      kpi,
      measure,
      guardrails: [...guardrails],
    })),
    kpis: kpisOfObjective(objective).map((kpi) => shownKpiTemplate(kpi, existing)),
  };
}
