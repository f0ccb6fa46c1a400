import { sql } from 'kysely';
import type { Act, OutsideAct, UseCases } from '#app/act.ts';
import { changes } from '#app/changes.ts';
import { newId } from '#app/id.ts';
import { rulesOf } from '#app/identify.ts';
import { rejudgeAll } from '#app/kpi/rejudge.ts';
import { todayIn } from '#app/today.ts';
import type { Organisation } from '#contract/organisations.ts';
import { Refused } from '#contract/refused.ts';
import type { Row } from '#db/schema.ts';
import { accountFor } from './accounts.ts';

export const organisations: UseCases<'organisations'> = {
  find: async (act) => shown(await load(act)),

  begun: async (act) => ({ begun: await isBegun(act) }),

  create: async (act, input) => {
    // Two first visits at once must not both win: the lock is held until the commit.
    await sql`select pg_advisory_xact_lock(hashtext('tandem: first organisation'))`.execute(act.tx);
    if (await isBegun(act))
      throw new Refused('conflict', 'There is an organisation already. Ask its owner for an invitation.');
    const organisation = newId();
    const person = newId();
    await act.enter(organisation, person);
    await act.tx
      .insertInto('organisation')
      .values({ id: organisation, name: input.name, time_zone: input.timeZone, created_at: act.now })
      .execute();
    const account = await accountFor(act.ports, input.owner);
    await act.tx
      .insertInto('person')
      .values({
        organisation,
        id: person,
        user_account: account,
        name: input.owner.name,
        email: input.owner.email,
        role: 'owner',
        created_at: act.now,
      })
      .execute();
    return [
      { organisation, person },
      { kind: 'organisation.created', subject: organisation, detail: { name: input.name, owner: person } },
    ];
  },

  change: async (act, input) => {
    const before = await load(act);
    const columns = {
      name: input.name,
      time_zone: input.timeZone,
      year_starts_in: input.yearStartsIn,
      rule_set: input.ruleSet,
      on_track_from: input.onTrackFrom,
      behind_from: input.behindFrom,
      check_in_every: input.checkInEvery,
      check_in_weekday: input.checkInWeekday,
      check_in_grace_days: input.checkInGraceDays,
      guardrail_caps_score: input.guardrailCapsScore,
      sustain_periods: input.sustainPeriods,
      kpis_per_owner: input.kpisPerOwner,
    };
    if ((input.behindFrom ?? before.behind_from) > (input.onTrackFrom ?? before.on_track_from))
      throw new Refused(
        'invalid',
        'behindFrom lies above onTrackFrom: what is on track cannot be behind.',
        'behindFrom',
      );
    await act.tx
      .updateTable('organisation')
      .set({ ...columns, id: before.id })
      .where('id', '=', before.id)
      .execute();
    const after = await load(act);
    if (after.year_starts_in !== before.year_starts_in) await refuseOtherYears(act, before);
    if (after.rule_set !== before.rule_set || after.time_zone !== before.time_zone)
      await rejudgeAll({
        ...act,
        organisation: rulesOf(after),
        today: todayIn(after.time_zone, act.now),
      });
    return [
      shown(after),
      { kind: 'organisation.changed', subject: before.id, detail: changes(before, after) },
    ];
  },
};

async function isBegun({ tx }: OutsideAct): Promise<boolean> {
  await sql`select set_config('tandem.round', 'on', true)`.execute(tx);
  return (await tx.selectFrom('organisation').select('id').limit(1).executeTakeFirst()) !== undefined;
}

async function load(act: Act): Promise<Row<'organisation'>> {
  return act.tx
    .selectFrom('organisation')
    .selectAll()
    .where('id', '=', act.organisation.id)
    .executeTakeFirstOrThrow();
}

// Q1 would name other months than those that its reading is about.
async function refuseOtherYears(act: Act, { year_starts_in }: Row<'organisation'>): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select name from kpi k where organisation = ${act.organisation.id} and cadence in ('quarterly', 'yearly')
      and exists (select from reading r where r.organisation = k.organisation and r.kpi = k.id) limit 1`.execute(
    act.tx,
  );
  if (!rows[0]) return;
  const month = new Date(Date.UTC(2000, year_starts_in - 1)).toLocaleString('en', {
    month: 'long',
    timeZone: 'UTC',
  });
  throw new Refused(
    'conflict',
    `${rows[0].name} and perhaps others have readings of quarters or years that start in ${month}: the fiscal year stays as it is.`,
    'yearStartsIn',
  );
}

function shown(row: Row<'organisation'>): Organisation {
  const { calendar, ...rules } = rulesOf(row);
  return { ...rules, yearStartsIn: calendar.yearStartsIn, demo: row.demo, createdAt: row.created_at };
}
