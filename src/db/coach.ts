import { sql, type Transaction } from 'kysely';
import { countingIn } from './key-results.ts';
import type { Database, Row } from './schema.ts';

type Tx = Transaction<Database>;
type Name = { id: string; key: string; name: string };

/** A KPI as far as the coach compares goals with it; limits and level are those of the process as it is judged. */
export type CoachKpi = Pick<
  Row<'kpi'>,
  'id' | 'key' | 'name' | 'unit' | 'decimals' | 'cadence' | 'direction'
> & {
  level: number | null;
  newest: number | null;
  limits: { lower: number; upper: number } | null;
  forecast: unknown;
  counters: Name[];
};

/** KPIs by their ids, with what the coach compares goals with. */
export async function coachKpis(tx: Tx, organisation: string, ids: readonly string[]): Promise<CoachKpi[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<CoachKpi>`
    select k.id, k.key, k.name, k.unit, k.decimals, k.cadence, k.direction, s.forecast, s.newest_value as newest,
      coalesce((s.judgement -> 'process' ->> 'level')::float8, s.level) as level,
      coalesce(s.judgement -> 'process' -> 'limits', s.judgement -> 'limits') as limits,
      coalesce((select json_agg(json_build_object('id', q.id, 'key', q.key, 'name', q.name) order by q.name)
        from counter_metric c join kpi q on q.organisation = c.organisation and q.id = c.counter and q.archived_at is null
        where c.organisation = k.organisation and c.kpi = k.id), '[]') as counters
    from kpi k left join kpi_state s on s.organisation = k.organisation and s.kpi = k.id
    where k.organisation = ${organisation} and k.id = any(${ids}::uuid[])`.execute(tx);
  return rows;
}

/** A key result of a cycle as the coach reads it. */
export type CoachKeyResult = Pick<
  Row<'key_result'>,
  'id' | 'objective' | 'title' | 'owner' | 'measure' | 'unit' | 'decimals' | 'deadline' | 'kpi' | 'current'
> & {
  /** What it promises is frozen, and the odds (0 to 1) that it had by itself when that happened. */
  frozen: boolean;
  odds: number | null;
  guardrails: string[];
  initiatives: number;
};

/** The key results that count of a cycle, or of one objective, in their order. */
export async function coachKeyResults(
  tx: Tx,
  organisation: string,
  { cycle, objective }: { cycle: string; objective?: string | undefined },
): Promise<CoachKeyResult[]> {
  const { rows } = await sql<CoachKeyResult>`
    select k.id, k.objective, k.title, k.owner, k.measure, k.unit, k.decimals, k.deadline, k.kpi, k.current,
      k.frozen is not null as frozen, (k.foreseen ->> 'odds')::float8 as odds, (select count(*)::int from initiative i where i.organisation = k.organisation and i.key_result = k.id and i.state <> 'dropped') as initiatives,
      array(select g.kpi from guardrail g where g.organisation = k.organisation and g.key_result = k.id) as guardrails
    ${countingIn(organisation, cycle, objective)}`.execute(tx);
  return rows;
}

/** A key result as others are compared with it and as its owner carries it. */
export type KeyResultTitle = Pick<CoachKeyResult, 'id' | 'objective' | 'title' | 'owner'>;

/** The titles of the key results of a cycle: whoever asks about one goal reads no more of the others. */
export async function keyResultTitles(
  tx: Tx,
  organisation: string,
  cycle: string,
): Promise<KeyResultTitle[]> {
  const { rows } = await sql<KeyResultTitle>`
    select k.id, k.objective, k.title, k.owner ${countingIn(organisation, cycle)}`.execute(tx);
  return rows;
}

/** The set-asides of findings that stand, with the subject that each is about. */
export async function openSetAsides(
  tx: Tx,
  organisation: string,
  subjects?: readonly string[],
): Promise<Row<'coach_set_aside'>[]> {
  let query = tx
    .selectFrom('coach_set_aside')
    .selectAll()
    .where('organisation', '=', organisation)
    .where('taken_up_at', 'is', null);
  if (subjects) query = query.where('subject', '=', sql<string>`any(${subjects}::uuid[])`);
  return query.execute();
}

/** A KPI's name and definition, by which KPIs are compared. */
export type KpiWords = Pick<Row<'kpi'>, 'id' | 'name' | 'definition' | 'parent'>;

/** All KPIs that are not archived, as the words that they are compared by. */
export async function kpiWords(tx: Tx, organisation: string): Promise<KpiWords[]> {
  return tx
    .selectFrom('kpi')
    .select(['id', 'name', 'definition', 'parent'])
    .where('organisation', '=', organisation)
    .where('archived_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}
