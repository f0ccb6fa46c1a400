import { type RawBuilder, sql, type Transaction } from 'kysely';
import { soon } from './pipeline.ts';
import type { Database, Row } from './schema.ts';

type Tx = Transaction<Database>;

/** What was judged of a KPI that its fitness is measured from. */
export type JudgedFitness = {
  kpi: string;
  same: { run: number; repeats: number; pairs: number };
  hasThreshold: boolean;
  asks: Row<'kpi_fitness'>['asks'];
};

/**
 * Keeps beside KPIs how their last 40 periods came in and what was judged of them. A computed value has come in once no child is missing, and
 * only what changes after that is a correction.
 */
export function keepFitness(
  tx: Tx,
  organisation: string,
  { timeZone, today }: { timeZone: string; today: string },
  judged: readonly JudgedFitness[],
): void {
  if (judged.length === 0) return;
  const id = judged.length === 1 ? sql`${judged[0]!.kpi}::uuid` : sql`j.kpi`;
  const kept = sql`
    insert into kpi_fitness (organisation, kpi, newest, arrivals, same_run, same_repeats, same_pairs, has_threshold, asks, asks_since)
    select k.organisation, k.id, n.newest, coalesce(ltrim(a.codes, '-'), ''), j.run, j.repeats, j.pairs, j.has_threshold, j.asks,
      case when j.asks is not null then ${today}::date end
    from json_to_recordset(${JSON.stringify(judged.map(flat))}::json) as j (kpi uuid, run int, repeats int, pairs int, has_threshold boolean, asks text)
    join kpi k on k.organisation = ${organisation} and k.id = j.kpi and k.id = ${id}
    ${arrivals(organisation, id, timeZone)}
    on conflict (organisation, kpi) do update set newest = excluded.newest, arrivals = excluded.arrivals, same_run = excluded.same_run,
      same_repeats = excluded.same_repeats, same_pairs = excluded.same_pairs, has_threshold = excluded.has_threshold, asks = excluded.asks,
      asks_since = case when excluded.asks is not null then coalesce(kpi_fitness.asks_since, excluded.asks_since) end`;
  soon(tx, kept.compile(tx));
}

/**
 * Beside KPIs `k`: the first day of the newest period with a reading as `n.newest`, and how the last 40 periods came in as `a.codes`; of a past
 * instant by what had been recorded then. `id` is that of each; as a parameter it tells the one partition with its readings before the
 * statement begins, and fifteen others are not even opened, which halves the cost.
 */
function arrivals(
  organisation: string,
  id: RawBuilder<unknown>,
  timeZone: string,
  asOf?: string,
): RawBuilder<unknown> {
  const known = asOf ? sql`and recorded_at <= ${asOf}` : sql``;
  return sql`join (values ('daily', interval '1 day', 34), ('weekly', '7 days', 16), ('monthly', '1 month', 15), ('quarterly', '3 months', 11),
      ('yearly', '1 year', 8)) as c (cadence, step, back) on c.cadence = k.cadence
    left join lateral (
      select r.starts as newest, (r.starts - c.back * c.step)::date as oldest from reading r
      where r.organisation = ${organisation} and r.kpi = ${id} ${known} order by r.starts desc limit 1
    ) n on true
    left join lateral (
      select string_agg(repeat('-', place - before - 1) || code, '' order by place) as codes from (
        select place, coalesce(lag(place) over (order by place), place - 1) as before, case
          when withdrawn or came is null then '-'
          when due <= k.created_at at time zone ${timeZone} then case when changed then 'H' else 'h' end
          when came at time zone ${timeZone} < due then case when changed then 'P' else '+' end
          else case when changed then 'L' else 'l' end
          end as code
        from (
          select case k.cadence when 'daily' then starts - date '2000-01-01' when 'weekly' then (starts - date '2000-01-03') / 7
              else (extract(year from starts) * 12 + extract(month from starts))::int
                / case k.cadence when 'monthly' then 1 when 'quarterly' then 3 else 12 end end as place,
            starts + c.step + k.grace_days * interval '1 day' as due,
            min(recorded_at) filter (where value is not null and missing is null) as came,
            max(value * unit_scale) filter (where missing is null) <> min(value * unit_scale) filter (where missing is null) or bool_or(value is null) as changed,
            max(revision) = max(revision) filter (where value is null) as withdrawn
          from reading
          where organisation = ${organisation} and kpi = ${id} and starts between n.oldest and n.newest ${known}
          group by starts
        ) r
      ) r
    ) a on n.newest is not null`;
}

/** How the readings of a KPI with so many days of grace had come in by an instant: the newest period, and the codes of the last 40. */
export async function arrivalsThen(
  tx: Tx,
  organisation: string,
  { kpi, graceDays, timeZone, asOf }: { kpi: string; graceDays: number; timeZone: string; asOf: string },
): Promise<{ newest: string; codes: string } | null> {
  const { rows } = await sql<{ newest: string | null; codes: string }>`
    select n.newest, coalesce(ltrim(a.codes, '-'), '') as codes
    from (select id, cadence, created_at, ${graceDays}::int as grace_days from kpi where organisation = ${organisation} and id = ${kpi}) k
    ${arrivals(organisation, sql`${kpi}::uuid`, timeZone, asOf)}`.execute(tx);
  const [row] = rows;
  return row?.newest ? { newest: row.newest, codes: row.codes } : null;
}

function flat({ kpi, same, hasThreshold, asks }: JudgedFitness) {
  return { kpi, ...same, has_threshold: hasThreshold, asks };
}

/** A KPI with all that its fitness is measured from; days are in the time zone that was asked for. */
export type FitnessLine = Pick<
  Row<'kpi'>,
  'id' | 'key' | 'name' | 'team' | 'parent' | 'cadence' | 'unit' | 'decimals' | 'pillar' | 'weight'
> & {
  grace_days: number;
  /** Null when there is none or they have left. */
  owner: string | null;
  created: string;
  has_definition: boolean;
  has_purpose: boolean;
  newest_value: number | null;
  /** Null for a KPI that was judged before fitness was kept. */
  same_run: number | null;
  same_repeats: number | null;
  same_pairs: number | null;
  newest: string | null;
  arrivals: string | null;
  has_threshold: boolean | null;
  asks: Row<'kpi_fitness'>['asks'];
  asks_since: string | null;
  targets: number;
  guardrails: number;
  improves: number;
  owner_acknowledged: boolean;
  others: number;
  acknowledged: number;
  counters: number;
  load: number;
  decided_on: string | null;
  accepted_until: string | null;
};

/** The lines of all KPIs that are not archived, or of some with those above them; ties to hidden objectives are left out. */
export async function fitnessLines(
  tx: Tx,
  organisation: string,
  { kpi, ...asked }: Omit<Asked, 'only'> & { kpi?: string | undefined },
): Promise<FitnessLine[]> {
  const only = kpi ? await kpisAbove(tx, organisation, kpi) : undefined;
  return (await fitnessQuery(organisation, { ...asked, only }).execute(tx)).rows;
}

type Asked = { timeZone: string; hidden: readonly string[]; only?: readonly string[] | undefined };

/** One question for all KPIs: each table is read once, whatever their number. */
export function fitnessQuery(
  organisation: string,
  { timeZone, hidden, only }: Asked,
): RawBuilder<FitnessLine> {
  const wanted = only
    ? sql`select * from kpi where organisation = ${organisation} and id = any(${[...only]}::uuid[])`
    : sql`select * from kpi where organisation = ${organisation} and archived_at is null`;
  return sql<FitnessLine>`
    with k as materialized (${wanted}),
    present as (select id from person where organisation = ${organisation} and active),
    load as (
      select owner, count(distinct coalesce(parent, id)) as kpis from kpi
      where organisation = ${organisation} and archived_at is null and owner in (select owner from k) group by owner
    ),
    aim as materialized (
      select o.id from objective o join cycle c on c.organisation = o.organisation and c.id = o.cycle
      where o.organisation = ${organisation} and o.state in ('draft', 'active') and c.state in ('planning', 'active')
        and o.id <> all(${[...hidden]}::uuid[])
    ),
    goal as materialized (
      select r.id, r.kpi from key_result r join aim on aim.id = r.objective
      where r.organisation = ${organisation} and r.dropped_at is null
    ),
    tie as (
      select kpi, count(*) filter (where kind = 't') as targets, count(*) filter (where kind = 'g') as guardrails,
        count(*) filter (where kind = 'i') as improves
      from (
        select kpi, 't' as kind from goal where kpi is not null
        union all
        select g.kpi, 'g' from guardrail g join goal on goal.id = g.key_result where g.organisation = ${organisation}
        union all
        select i.kpi, 'i' from objective_improves i join aim on aim.id = i.objective where i.organisation = ${organisation}
      ) each group by kpi
    ),
    seat as materialized (
      select m.team, m.person from team_member m join present p on p.id = m.person where m.organisation = ${organisation}
    ),
    crew as (select team, count(*) as people from seat group by team),
    acquainted as (
      select a.kpi, a.person from acknowledgement a join k on k.id = a.kpi and k.version = a.version
      where a.organisation = ${organisation}
      union
      -- Who knows what is counted for all knows it for each part that is counted alike.
      select c.id, a.person from acknowledgement a join k p on p.id = a.kpi and p.version = a.version
      join k c on c.parent = p.id and c.definition = p.definition
      where a.organisation = ${organisation}
      union
      select v.kpi, v.author from kpi_version v join k on k.id = v.kpi and k.version = v.version
      where v.organisation = ${organisation} and v.author is not null
    ),
    known as (
      select a.kpi, bool_or(a.person = k.owner) as owner, count(*) filter (where a.person is distinct from k.owner) as others
      from acquainted a join k on k.id = a.kpi join present p on p.id = a.person
      left join seat s on s.team = k.team and s.person = a.person
      where a.person = k.owner or a.person = k.person or s.person is not null
      group by a.kpi
    ),
    counter as (select kpi, count(*) as n from counter_metric where organisation = ${organisation} group by kpi),
    decided as (
      select kpi, max(recorded_at) as at, max(until) filter (where kind = 'accept') as until
      from gap_decision where organisation = ${organisation} group by kpi
    )
    select k.id, k.key, k.name, k.team, k.parent, k.cadence, k.unit, k.decimals, k.pillar, k.weight, k.grace_days,
      answering.id as owner, (k.created_at at time zone ${timeZone})::date as created,
      k.definition ~ '\\S' as has_definition, k.purpose ~ '\\S' as has_purpose,
      state.newest_value, f.newest, f.arrivals, f.same_run, f.same_repeats, f.same_pairs, f.has_threshold, f.asks, f.asks_since,
      coalesce(tie.targets, 0)::int as targets, coalesce(tie.guardrails, 0)::int as guardrails, coalesce(tie.improves, 0)::int as improves,
      coalesce(known.owner, false) as owner_acknowledged, coalesce(known.others, 0)::int as acknowledged,
      (coalesce(crew.people, 0) - (owning.person is not null)::int
        + (named.id is not null and named.id is distinct from k.owner and sitting.person is null)::int)::int as others,
      coalesce(counter.n, 0)::int as counters, coalesce(load.kpis, 0)::int as load,
      (decided.at at time zone ${timeZone})::date as decided_on, decided.until as accepted_until
    from k
    left join kpi_state state on state.organisation = ${organisation} and state.kpi = k.id
    left join kpi_fitness f on f.organisation = ${organisation} and f.kpi = k.id
    left join present answering on answering.id = k.owner
    left join present named on named.id = k.person
    left join seat owning on owning.team = k.team and owning.person = k.owner
    left join seat sitting on sitting.team = k.team and sitting.person = k.person
    left join crew on crew.team = k.team
    left join tie on tie.kpi = k.id
    left join known on known.kpi = k.id
    left join counter on counter.kpi = k.id
    left join load on load.owner = k.owner
    left join decided on decided.kpi = k.id
    order by k.name, k.id`;
}

/** A KPI and those above it, of which it is a part, by their ids. */
export async function kpisAbove(tx: Tx, organisation: string, kpi: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive up as (
      select id, parent from kpi where organisation = ${organisation} and id = ${kpi}
      union
      select k.id, k.parent from kpi k join up on up.parent = k.id where k.organisation = ${organisation}
    ) select id from up`.execute(tx);
  return rows.map(({ id }) => id);
}
