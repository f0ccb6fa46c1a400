import { sql, type Transaction } from 'kysely';
import { Refused } from '#contract/refused.ts';
import type { Database, Row } from '#db/schema.ts';
import type { Role } from '#domain/access.ts';
import type { Act, Rules } from './act.ts';
import { enter, type Scope } from './transaction.ts';

/** Who stands at the door, as the edges know them. */
export type Caller =
  | { kind: 'nobody' }
  | { kind: 'session'; user: string; organisation?: string | undefined }
  | { kind: 'token'; organisation: string; id: string; secretHash: string };

/** What row-level security needs before anything is read. */
export function scopeOf(caller: Caller): Scope {
  if (caller.kind === 'session') return { user: caller.user, organisation: caller.organisation };
  return caller.kind === 'token' ? { organisation: caller.organisation } : {};
}

export type Identity = Pick<Act, 'who' | 'organisation' | 'token' | 'mayWrite' | 'pushes'>;

type Found = Row<'organisation'> & {
  person: string;
  person_name: string;
  role: Role;
  scope: 'read' | 'write' | 'push';
  pushes: string[];
  teams: string[];
  leads: string[];
};

/** The person, role, teams and organisation behind a caller, in one query; refuses a token or a person that is not (or no longer) there. */
export async function identify(
  tx: Transaction<Database>,
  caller: Exclude<Caller, { kind: 'nobody' }>,
  now: string,
): Promise<Identity> {
  const organisation = caller.organisation ?? (await firstOrganisation(tx, caller));
  const row = await load(tx, caller, organisation, now);
  return {
    who: { id: row.person, name: row.person_name, role: row.role, teams: row.teams, leads: row.leads },
    organisation: rulesOf(row),
    token: caller.kind === 'token' ? caller.id : null,
    mayWrite: row.scope !== 'read',
    pushes: row.scope === 'push' ? new Set(row.pushes) : null,
  };
}

async function firstOrganisation(tx: Transaction<Database>, caller: Caller): Promise<string> {
  const user = caller.kind === 'session' ? caller.user : '';
  const person = await tx
    .selectFrom('person')
    .select('organisation')
    .where('user_account', '=', user)
    .where('active', '=', true)
    .orderBy('created_at')
    .executeTakeFirst();
  if (!person)
    throw new Refused('forbidden', 'This account belongs to no organisation here. Ask for an invitation.');
  await enter(tx, person.organisation);
  return person.organisation;
}

async function load(
  tx: Transaction<Database>,
  caller: Exclude<Caller, { kind: 'nobody' }>,
  organisation: string,
  now: string,
): Promise<Found> {
  const person =
    caller.kind === 'session'
      ? sql`select organisation, id, name, role, 'write' as scope, null::uuid as token from person
            where organisation = ${organisation} and user_account = ${caller.user} and active`
      : sql`select p.organisation, p.id, p.name, p.role, t.scope, t.id as token from api_token t
            join person p on p.organisation = t.organisation and p.id = t.person and p.active
            where t.organisation = ${organisation} and t.id = ${caller.id} and t.secret_hash = ${caller.secretHash}
              and t.revoked_at is null and (t.expires_at is null or t.expires_at > ${now})`;
  const { rows } = await sql<Found>`
    with recursive me as (${person}),
      membership as (
        select m.team, m.lead from team_member m join me on m.organisation = me.organisation and m.person = me.id
      ),
      led as (
        select team as id from membership where lead
        union
        select t.id from team t join led on t.parent = led.id where t.organisation = ${organisation}
      )
    select o.*, me.id as person, me.name as person_name, me.role, me.scope,
      array(select team from membership) as teams, array(select id from led) as leads,
      array(select k.kpi from api_token_kpi k where k.organisation = me.organisation and k.token = me.token) as pushes
    from me join organisation o on o.id = me.organisation`.execute(tx);
  const row = rows[0];
  if (row) return row;
  if (caller.kind === 'token')
    throw new Refused('not_signed_in', 'This API token is unknown, revoked or expired. Make a new one.');
  throw new Refused('forbidden', 'Your account does not belong to this organisation.');
}

/** The organisation's row as the rules that the use cases read. */
export function rulesOf(row: Row<'organisation'>): Rules {
  return {
    id: row.id,
    name: row.name,
    timeZone: row.time_zone,
    calendar: { yearStartsIn: row.year_starts_in },
    ruleSet: row.rule_set,
    onTrackFrom: row.on_track_from,
    behindFrom: row.behind_from,
    checkInEvery: row.check_in_every,
    checkInWeekday: row.check_in_weekday,
    checkInGraceDays: row.check_in_grace_days,
    guardrailCapsScore: row.guardrail_caps_score,
    sustainPeriods: row.sustain_periods,
    kpisPerOwner: row.kpis_per_owner,
  };
}
