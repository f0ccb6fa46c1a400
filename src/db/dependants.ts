import { sql, type Transaction } from 'kysely';
import type { Edge } from '#domain/formula/graph.ts';
import { anyOf } from './kpis.ts';
import { sent } from './pipeline.ts';
import type { Database } from './schema.ts';

type Tx = Transaction<Database>;

/** What is made of `reached.kpi` directly: the formulas that read it, but for archived ones, which are frozen, and its parent. */
export const nextOf = (organisation: string) => sql`
  select i.kpi as "to" from kpi_input i join kpi f on f.organisation = i.organisation and f.id = i.kpi
  where i.organisation = ${organisation} and i.input = reached.kpi and f.archived_at is null
  union all
  select k.parent from kpi k where k.organisation = ${organisation} and k.id = reached.kpi and k.parent is not null`;

/** The KPIs that depend on some, without those, over formulas and parents, in the order of their ids; no more than `most`. */
export async function dependantsOf(
  tx: Tx,
  organisation: string,
  kpis: readonly string[],
  most: number,
): Promise<string[]> {
  const query = sql<{ kpi: string }>`
    with recursive reached (kpi) as (
      select * from unnest(${kpis}::uuid[])
      union
      select next."to" from reached cross join lateral (${nextOf(organisation)}) next
    )
    select kpi from (select kpi from reached offset ${kpis.length} limit ${most}) found order by kpi`;
  return (await sent(tx, query.compile(tx))).map(({ kpi }) => kpi);
}

/** Every edge of formulas and parents downstream of a KPI; with `links`, also those of the driver tree. */
export async function edgesBelow(tx: Tx, organisation: string, kpi: string, links = false): Promise<Edge[]> {
  const linked = links
    ? sql`union all select d.output from driver d where d.organisation = ${organisation} and d.input = reached.kpi`
    : sql``;
  const { rows } = await sql<Edge>`
    with recursive reached (kpi) as (
      select ${kpi}::uuid
      union
      select next."to" from reached cross join lateral (${nextOf(organisation)} ${linked}) next
    )
    select reached.kpi as "from", next."to" from reached cross join lateral (${nextOf(organisation)} ${linked}) next`.execute(
    tx,
  );
  return rows;
}

/**
 * Keeps which KPI depends on which still until the commit: `shared` by whoever computes dependants, `exclusive` by whoever writes a
 * formula. Take the rows of KPIs that are not computed before it and those of computed ones after it, else two acts wait for each other.
 */
export async function lockDependencies(
  tx: Tx,
  organisation: string,
  how: 'shared' | 'exclusive',
): Promise<void> {
  const lock = sql.raw(how === 'shared' ? 'pg_advisory_xact_lock_shared' : 'pg_advisory_xact_lock');
  const query = sql`select ${lock}(hashtext('tandem: dependencies'), hashtext(${organisation}))`;
  await sent(tx, query.compile(tx));
}

/** Lets one act at a time link inputs to outputs: two at once could close a circle that neither sees. */
export async function lockDrivers(tx: Tx, organisation: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('tandem: drivers'), hashtext(${organisation}))`.execute(tx);
}

/** One thing that a formula reads, with what it takes to read it. */
export type InputRow = {
  kpi: string;
  input: string;
  key: string;
  cadence: 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'yearly';
  adds_up: 'sum' | 'mean' | 'last' | 'min' | 'max' | 'ratio';
  unit: unknown;
};

/** The inputs of formulas. */
export async function inputsOf(tx: Tx, organisation: string, kpis: readonly string[]): Promise<InputRow[]> {
  const query = tx
    .selectFrom('kpi_input as i')
    .innerJoin('kpi as k', (join) =>
      join.onRef('k.organisation', '=', 'i.organisation').onRef('k.id', '=', 'i.input'),
    )
    .select(['i.kpi', 'i.input', 'k.key', 'k.cadence', 'k.adds_up', 'k.unit'])
    .where('i.organisation', '=', organisation)
    .where('i.kpi', '=', anyOf<string>('uuid', kpis));
  return sent(tx, query.compile());
}

/** What the formulas of KPIs were said to be, each from a day on, in the order of the versions. */
export async function formulaVersions(
  tx: Tx,
  organisation: string,
  kpis: readonly string[],
): Promise<Map<string, { validFrom: string; formula: string | null }[]>> {
  const query = sql<{ kpi: string; validFrom: string; formula: string | null }>`
    select kpi, valid_from as "validFrom", facts->>'formula' as formula from kpi_version
    where organisation = ${organisation} and kpi = any(${kpis}::uuid[]) order by kpi, version`;
  return Map.groupBy(await sent(tx, query.compile(tx)), ({ kpi }) => kpi);
}

/** The KPIs that formulas of a KPI read from now on; the KPIs that are read know that they are. */
export async function storeInputs(
  tx: Tx,
  organisation: string,
  kpi: string,
  inputs: readonly string[],
): Promise<void> {
  const where = { organisation, kpi };
  const gone = await tx
    .deleteFrom('kpi_input')
    .where((is) => is.and(where))
    .returning('input')
    .execute();
  if (inputs.length > 0)
    await tx
      .insertInto('kpi_input')
      .values(inputs.map((input) => ({ ...where, input })))
      .execute();
  const all = [...new Set([...inputs, ...gone.map(({ input }) => input)])];
  await sql`
    update kpi set feeds = not feeds
    where organisation = ${organisation} and id = any(${all}::uuid[]) and feeds <> exists (
      select from kpi_input i where i.organisation = kpi.organisation and i.input = kpi.id
    )`.execute(tx);
}
