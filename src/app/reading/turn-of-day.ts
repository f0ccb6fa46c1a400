import { sql } from 'kysely';
import type { Event, Turn } from '#app/act.ts';
import { beginFormulaPeriods } from '#app/formula/begin-formula-periods.ts';
import { followKpis } from '#app/key-result/follow-kpis.ts';
import { markOutdated } from '#app/key-result/outdated.ts';
import { rejudgeStale } from '#app/kpi/rejudge.ts';
import { organisationsOf } from '#app/organisations-of.ts';
import { type Tandem, writeAudit } from '#app/perform.ts';
import { todayIn } from '#app/today.ts';
import { transact } from '#app/transaction.ts';
import { listKpisByRef } from '#db/kpis.ts';
import { turnOf } from './turn.ts';

/** The organisations whose day, in their own time zone, has changed since it last turned. */
export async function organisationsToTurn(
  tandem: Pick<Tandem, 'database' | 'ports'>,
): Promise<{ organisation: string; day: string }[]> {
  const now = tandem.ports.clock();
  const found = await organisationsOf(tandem);
  const due: { organisation: string; day: string }[] = [];
  for (const { id, time_zone } of found) {
    const day = todayIn(time_zone, now);
    const turned = await transact(tandem.database, { organisation: id }, false, (tx) =>
      tx.selectFrom('turned_day').select('day').where('organisation', '=', id).executeTakeFirst(),
    );
    if (!turned || turned.day < day) due.push({ organisation: id, day });
  }
  return due;
}

/**
 * Does what the mere passing of days asks for in one organisation: KPIs turn overdue or end a period, what reads them follows,
 * key results become outdated. In one transaction with the mark of the day, so that it happens once, whoever else tries.
 * Says whether the day had still to be turned.
 */
export async function turnDay(tandem: Tandem, organisation: string, request: string): Promise<boolean> {
  const now = tandem.ports.clock();
  const { events, told } = await transact(tandem.database, { organisation }, true, async (tx) => {
    const turn = await turnOf(tx, organisation, now);
    if (!turn || !(await claim(turn))) return { events: undefined, told: [] };
    const judged = await judgeAnew(turn);
    // Key results are locked before objectives, as a check-in locks them, else the two wait for each other.
    const outdated = await markOutdated(turn);
    const events = [...judged.events, ...outdated, ...(await followKpis(turn, judged.kpis))];
    const deed = { organisation, person: null, token: null, operation: 'turnOfDay', at: now, request };
    writeAudit(tandem, tx, deed, events);
    return { events, told: [...events, ...judged.kpis.map((subject) => ({ kind: 'kpi.judged', subject }))] };
  });
  if (told.length > 0) tandem.changed(organisation, told);
  await beginFormulaPeriods(tandem, organisation, request);
  return events !== undefined;
}

async function claim({ tx, organisation, today }: Turn): Promise<boolean> {
  const { rows } = await sql`
    insert into turned_day (organisation, day) values (${organisation.id}, ${today})
    on conflict (organisation) do update set day = excluded.day where turned_day.day < excluded.day
    returning day`.execute(tx);
  return rows.length > 0;
}

async function judgeAnew(turn: Turn): Promise<{ kpis: string[]; events: Event[] }> {
  const { tx, organisation, today } = turn;
  const stale = await tx
    .selectFrom('kpi_state')
    .select('kpi')
    .where('organisation', '=', organisation.id)
    .where('stale_from', '<=', today)
    .execute();
  // Readings lock the KPI before its state; in the other order the two would wait for each other.
  await listKpisByRef(
    tx,
    organisation.id,
    stale.map(({ kpi }) => kpi),
    true,
  );
  const before = await tx
    .selectFrom('kpi_state')
    .select(['kpi', 'status'])
    .where('organisation', '=', organisation.id)
    .where('stale_from', '<=', today)
    .execute();
  const was = new Map(before.map(({ kpi, status }) => [kpi, status]));
  const judged = await rejudgeStale(turn);
  const turned = judged.filter(({ kpi, status }) => was.get(kpi) !== status);
  return {
    kpis: judged.map(({ kpi }) => kpi),
    events: turned.map(({ kpi, status }) => ({
      kind: status === 'overdue' ? 'kpi.overdue' : 'kpi.turned',
      subject: kpi,
      detail: { status: { before: was.get(kpi), after: status } },
    })),
  };
}
