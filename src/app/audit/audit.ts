import { sql } from 'kysely';
import type { Act, UseCases } from '#app/act.ts';
import type { AuditEntry } from '#contract/audit.ts';
import { may } from '#domain/access.ts';
import { lockChain, seal } from './audit-chain.ts';
import { verification } from './audit-verify.ts';

export const audit: UseCases<'audit'> = {
  list: async (act, input) => {
    const { id: organisation } = act.organisation;
    const rows = await act.tx
      .selectFrom('audit as a')
      .leftJoin('person as p', (join) =>
        join.onRef('p.organisation', '=', 'a.organisation').onRef('p.id', '=', 'a.person'),
      )
      .select(['a.id', 'a.at', 'a.person', 'p.name', 'a.token', 'a.operation', 'a.kind', 'a.subject'])
      .select(['a.detail', 'a.place'])
      .where('a.organisation', '=', organisation)
      .$if(input.person !== undefined, (query) => query.where('a.person', '=', input.person!))
      .$if(input.subject !== undefined, (query) => query.where('a.subject', '=', input.subject!))
      .$if(input.operation !== undefined, (query) =>
        query.where((eb) =>
          eb.or([
            eb('a.operation', '=', input.operation!),
            eb(sql`split_part(a.operation, '.', 1)`, '=', input.operation!),
          ]),
        ),
      )
      .$if(input.from !== undefined, (query) => query.where('a.at', '>=', startOf(act, input.from!)))
      .$if(input.to !== undefined, (query) => query.where('a.at', '<', startOf(act, input.to!, 1)))
      .$if(input.before !== undefined, (query) => query.where('a.id', '<', input.before!))
      .orderBy('a.id', 'desc')
      .limit(input.limit + 1)
      .execute();
    const page = rows.slice(0, input.limit);
    const hidden = await privateToOthers(
      act,
      page.map(({ subject }) => subject),
    );
    const entries = page.map(({ person, name, detail, ...row }): AuditEntry => {
      const isHidden = hidden.has(row.subject);
      return {
        ...row,
        person: person && name ? { id: person, name } : null,
        detail: isHidden ? {} : (detail as AuditEntry['detail']),
        hidden: isHidden,
      };
    });
    return { entries, next: rows.length > input.limit ? page.at(-1)!.id : null };
  },

  verify: async (act, input) => {
    const log = { tx: act.tx, key: act.ports.auditKey, organisation: act.organisation.id };
    await lockChain(act.tx, log.organisation, true);
    await seal(act.tx, log);
    const found = await verification(log, input.known);
    const { sound, entries, head, faults } = found;
    return [
      found,
      {
        kind: 'audit.verified',
        subject: act.organisation.id,
        detail: { sound, entries, head, faults: faults.length },
      },
    ];
  },
};

/** The instant at which a day begins in the organisation's time zone, some days later. */
function startOf(act: Act, day: string, later = 0): string {
  const date = Temporal.PlainDate.from(day).add({ days: later });
  return date.toZonedDateTime(act.organisation.timeZone).toInstant().toString();
}

type PrivateThing = {
  subject: string;
  owner: string | null;
  person: string | null;
  people: string[];
  teams: string[];
};

/** Those of the subjects that belong to objectives which this person, even as an admin, may not read. */
async function privateToOthers(act: Act, subjects: string[]): Promise<Set<string>> {
  const ids = [...new Set(subjects)].filter((text) => /^[\da-f]{8}-[\da-f-]{27}$/.test(text));
  const { rows } = await sql<PrivateThing>`
    with subject as (select unnest(${ids}::uuid[]) as id),
      thing as (
        select s.id, s.id as objective from subject s
        union all
        select k.id, k.objective from subject s join key_result k on k.organisation = ${act.organisation.id} and k.id = s.id
        union all
        select c.id, k.objective from subject s join check_in c on c.organisation = ${act.organisation.id} and c.id = s.id
          join key_result k on k.organisation = c.organisation and k.id = c.key_result
      )
    select t.id as subject, o.owner, o.person,
      array(select v.person from objective_viewer v where v.organisation = o.organisation and v.objective = o.id and v.person is not null) as people,
      array(select v.team from objective_viewer v where v.organisation = o.organisation and v.objective = o.id and v.team is not null) as teams
    from thing t join objective o on o.organisation = ${act.organisation.id} and o.id = t.objective and o.private`.execute(
    act.tx,
  );
  const unreadable = rows.filter(
    ({ owner, person, people, teams }) =>
      !may(act.who, 'read', { owner, person, privateTo: { people, teams } }),
  );
  return new Set(unreadable.map(({ subject }) => subject));
}
