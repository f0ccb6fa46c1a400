import type { Insertable, Updateable } from 'kysely';
import type { Kpi } from '#contract/kpis.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import type { KpiRow } from '#db/schema-kpis.ts';
import type { Unit } from '#domain/kpi/unit.ts';

type Columns = Partial<
  Omit<
    Kpi,
    | 'id'
    | 'key'
    | 'computed'
    | 'counterMetrics'
    | 'version'
    | 'countedSince'
    | 'createdAt'
    | 'archivedAt'
    | 'cadence'
  >
>;

/** The columns of what a definition says; what is left out stays as it is. */
export function kpiColumns(given: Columns): Updateable<KpiRow> {
  return {
    name: given.name,
    purpose: given.purpose,
    definition: given.definition,
    owner: given.owner,
    team: given.team,
    person: given.person,
    labels: given.labels,
    unit: given.unit && JSON.stringify(given.unit),
    decimals: given.decimals,
    direction: given.direction,
    adds_up: given.addsUp,
    role: given.role,
    kind: given.kind,
    pillar: given.pillar,
    weight: given.weight,
    grace_days: given.graceDays,
    parent: given.parent,
    formula: given.formula,
  };
}

type WholeDefinition = Required<Columns> & Pick<Kpi, 'key' | 'cadence'>;

/** The row of a new KPI. */
export function newKpi(
  organisation: string,
  id: string,
  given: WholeDefinition,
  now: string,
): Insertable<KpiRow> {
  const { owner, team, person, pillar, parent, formula } = given;
  return {
    ...(kpiColumns(given) as Insertable<KpiRow>),
    ...{ organisation, id, key: given.key, cadence: given.cadence, created_at: now },
    ...{ owner, team, person, pillar, parent, formula, archived_at: null },
  };
}

/** A KPI's row in the contract's shape. */
export function shownKpi(row: KpiWithCounters): Kpi {
  return {
    id: row.id,
    key: row.key,
    name: row.name,
    purpose: row.purpose,
    definition: row.definition,
    owner: row.owner,
    team: row.team,
    person: row.person,
    labels: row.labels,
    unit: row.unit as Unit,
    decimals: row.decimals,
    direction: row.direction,
    cadence: row.cadence,
    addsUp: row.adds_up,
    role: row.role,
    kind: row.kind,
    pillar: row.pillar,
    weight: row.weight,
    graceDays: row.grace_days,
    parent: row.parent,
    computed: row.computed,
    formula: row.formula,
    counterMetrics: row.counters,
    version: row.version,
    countedSince: row.era_from,
    createdAt: row.created_at,
    archivedAt: row.archived_at,
  };
}
