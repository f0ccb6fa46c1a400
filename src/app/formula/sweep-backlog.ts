import type { Event, Turn } from '#app/act.ts';
import { followKpis } from '#app/key-result/follow-kpis.ts';
import { rejudgeRows } from '#app/kpi/rejudge.ts';
import { organisationsOf } from '#app/organisations-of.ts';
import { type Tandem, writeAudit } from '#app/perform.ts';
import { turnOf } from '#app/reading/turn.ts';
import { transact } from '#app/transaction.ts';
import { hasBacklog, takeBacklog } from '#db/backlog.ts';
import { lockDependencies } from '#db/dependants.ts';
import { withReadings } from '#db/dossier.ts';
import { listKpisByRef } from '#db/kpis.ts';
import { periodOf, periodsBetween } from '#domain/time/period.ts';
import type { Changed } from './computed-readings.ts';
import { computedLevel, loaded, markDependants } from './recompute.ts';

const atOnce = 200;

/** The organisations in which something waits to be computed anew. */
export async function organisationsBehind(tandem: Pick<Tandem, 'database'>): Promise<string[]> {
  const behind: string[] = [];
  for (const { id } of await organisationsOf(tandem))
    if (await transact(tandem.database, { organisation: id }, false, (tx) => hasBacklog(tx, id)))
      behind.push(id);
  return behind;
}

/**
 * Computes what waits in one organisation until nothing does, some KPIs a transaction. What comes out otherwise marks what is made of it,
 * so the work goes up level by level; marks go with the readings that they led to, and doing it again changes nothing.
 */
export async function sweepBacklog(tandem: Tandem, organisation: string, request: string): Promise<void> {
  for (;;) {
    const now = tandem.ports.clock();
    const { marks, events } = await transact(tandem.database, { organisation }, true, async (tx) => {
      const turn = await turnOf(tx, organisation, now);
      const marks = turn ? await takeBacklog(tx, organisation, atOnce) : [];
      const events = turn && marks.length > 0 ? await swept(turn, marks) : [];
      const deed = { organisation, person: null, token: null, operation: 'sweepBacklog', at: now, request };
      writeAudit(tandem, tx, deed, events);
      return { marks, events };
    });
    if (marks.length === 0) return;
    if (events.length > 0) tandem.changed(organisation, events);
  }
}

type Mark = Awaited<ReturnType<typeof takeBacklog>>[number];

async function swept(turn: Turn, marks: readonly Mark[]): Promise<Event[]> {
  const { tx, organisation } = turn;
  await lockDependencies(tx, organisation.id, 'shared');
  const ids = [...new Set(marks.map(({ kpi }) => kpi))];
  const inputs = [...new Set(marks.map(({ input }) => input))];
  const rows = await listKpisByRef(tx, organisation.id, ids, true);
  const cadences = new Map(
    (await listKpisByRef(tx, organisation.id, inputs)).map((row) => [row.id, row.cadence]),
  );
  const moved = new Map<string, Changed[]>();
  for (const [input, own] of Map.groupBy(marks, (mark) => mark.input)) {
    const first = own.map((mark) => mark.first).sort()[0]!;
    const last = own
      .map((mark) => mark.last)
      .sort()
      .at(-1)!;
    const period = (day: string) => periodOf(cadences.get(input)!, day, organisation.calendar);
    moved.set(
      input,
      periodsBetween(period(first), period(last)).map((each) => ({ kpi: input, period: each })),
    );
  }
  const inputsOf = Map.groupBy(marks, ({ kpi }) => kpi);
  const alive = rows.filter(({ formula, archived_at }) => formula === null || archived_at === null);
  const parents = new Set(alive.filter(({ computed }) => computed).map(({ id }) => id));
  const dependants = await loaded(turn, alive, (id) =>
    parents.has(id) ? inputsOf.get(id)!.map(({ input }) => input) : [],
  );
  const own = await computedLevel(turn, dependants, new Map(), moved);
  if (own.length === 0) return [];
  const appended = Map.groupBy(own, ({ kpi }) => kpi);
  const changed = dependants.filter(({ row }) => appended.has(row.id));
  await rejudgeRows(
    turn,
    changed.map(({ row }) => row),
    new Map(changed.map(({ row, before }) => [row.id, withReadings(before, appended.get(row.id)!)])),
  );
  await markDependants(turn, own);
  const events = await followKpis(turn, [...appended.keys()]);
  // One entry for all of them: what was computed can be told from what was recorded.
  const detail = { kpis: appended.size, readings: own.length };
  return [{ kind: 'readings.computed', subject: organisation.id, detail }, ...events];
}
