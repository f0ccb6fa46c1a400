import { sql, type Transaction } from 'kysely';
import { anyOf } from './kpis.ts';
import type { Database, Row } from './schema.ts';

type Tx = Transaction<Database>;

/** One KPI that is made of another or should be moved by it. */
export type TreeEdge = {
  from: string;
  to: string;
  kind: 'formula' | 'child' | 'driver';
  note: string | null;
};

const edges = (organisation: string) => sql`
  select i.input as "from", i.kpi as "to", 'formula' as kind, null as note from kpi_input i where i.organisation = ${organisation}
  union all
  select k.id, k.parent, 'child', null from kpi k
  where k.organisation = ${organisation} and k.parent is not null and k.archived_at is null
  union all
  select d.input, d.output, 'driver', d.note from driver d where d.organisation = ${organisation}`;

/** The edges of the driver tree around a KPI, upstream or downstream, at most so many steps away and at most so many. */
export async function treeEdges(
  tx: Tx,
  organisation: string,
  kpi: string,
  {
    way,
    steps,
    most,
    past,
  }: { way: 'up' | 'down'; steps: number; most: number; past?: EdgesThen | undefined },
): Promise<TreeEdge[]> {
  const [near, far] =
    way === 'up' ? [sql.ref('e.to'), sql.ref('e.from')] : [sql.ref('e.from'), sql.ref('e.to')];
  const among = past ? edgesThen(organisation, past) : edges(organisation);
  const { rows } = await sql<TreeEdge>`
    with recursive reached (kpi, step) as (
      select ${kpi}::uuid, 0
      union
      select ${far}, reached.step + 1 from reached join lateral (${among}) e on ${near} = reached.kpi
      where reached.step < ${steps}
    )
    select distinct e."from", e."to", e.kind, e.note from reached join lateral (${among}) e on ${near} = reached.kpi
    where reached.step < ${steps} limit ${most}`.execute(tx);
  return rows;
}

/** What formulas read and which links there were at an instant; parts need no history, because they are never moved. */
export type EdgesThen = { asOf: string; edges: readonly TreeEdge[] };

function edgesThen(organisation: string, { asOf, edges }: EdgesThen) {
  return sql`
    select "from", "to", kind, note from json_to_recordset(${JSON.stringify(edges)}::json) as known ("from" uuid, "to" uuid, kind text, note text)
    union all
    select k.id, k.parent, 'child', null from kpi k
    where k.organisation = ${organisation} and k.parent is not null and k.created_at <= ${asOf}
      and (k.archived_at is null or k.archived_at > ${asOf})`;
}

/** The formulas of all KPIs that were known at an instant, each with the days from which its versions hold, by KPI. */
export async function formulasKnown(
  tx: Tx,
  organisation: string,
  asOf: string,
): Promise<Map<string, { validFrom: string; formula: string | null }[]>> {
  const { rows } = await sql<{ kpi: string; validFrom: string; formula: string | null }>`
    select kpi, valid_from as "validFrom", facts->>'formula' as formula from kpi_version v
    where organisation = ${organisation} and recorded_at <= ${asOf} and exists (
      select from kpi_version f where f.organisation = ${organisation} and f.kpi = v.kpi and f.facts->>'formula' is not null)
    order by kpi, version`.execute(tx);
  return Map.groupBy(rows, ({ kpi }) => kpi);
}

/** A declared link with the names of its ends. */
export type NamedDriver = Row<'driver'> & {
  input_key: string;
  input_name: string;
  output_key: string;
  output_name: string;
};

/** The links of the driver tree by the name of the output, or only those from or to one KPI. */
export async function listDrivers(
  tx: Tx,
  organisation: string,
  { kpi, output, input }: { kpi?: string | undefined; output?: string; input?: string } = {},
): Promise<NamedDriver[]> {
  let query = tx
    .selectFrom('driver as d')
    .innerJoin('kpi as i', (join) =>
      join.onRef('i.organisation', '=', 'd.organisation').onRef('i.id', '=', 'd.input'),
    )
    .innerJoin('kpi as o', (join) =>
      join.onRef('o.organisation', '=', 'd.organisation').onRef('o.id', '=', 'd.output'),
    )
    .selectAll('d')
    .select(['i.key as input_key', 'i.name as input_name', 'o.key as output_key', 'o.name as output_name'])
    .where('d.organisation', '=', organisation)
    .orderBy('o.name')
    .orderBy('d.output')
    .orderBy('i.name')
    .orderBy('d.input');
  if (kpi) query = query.where((is) => is.or([is('d.input', '=', kpi), is('d.output', '=', kpi)]));
  if (output) query = query.where('d.output', '=', output);
  if (input) query = query.where('d.input', '=', input);
  return query.execute();
}

/** What the tree shows of KPIs: their definition's short words and the row kept beside each, with the signal's first and only newest judgement. */
export async function treeNodes(tx: Tx, organisation: string, kpis: readonly string[]) {
  return tx
    .selectFrom('kpi')
    .innerJoin('kpi_state as state', (join) =>
      join.onRef('state.organisation', '=', 'kpi.organisation').onRef('state.kpi', '=', 'kpi.id'),
    )
    .select(['id', 'key', 'name', 'owner', 'team', 'role', 'direction', 'cadence', 'unit', 'decimals'])
    .select(['formula', 'archived_at', 'newest_period', 'newest_value', 'status', 'signal', 'signal_sense'])
    .select(['sparkline', sql<string[] | null>`state.judgement->'speaking'->'periods'`.as('speaking')])
    .where('kpi.organisation', '=', organisation)
    .where('id', '=', anyOf<string>('uuid', kpis))
    .execute();
}
