import type { Transaction, Updateable } from 'kysely';
import type { Event, Turn } from '#app/act.ts';
import { rulesOf } from '#app/identify.ts';
import { type Tandem, writeAudit } from '#app/perform.ts';
import { record } from '#app/reading/record-readings.ts';
import { todayIn } from '#app/today.ts';
import { transact } from '#app/transaction.ts';
import { findConnector, standingReadings } from '#db/connectors.ts';
import { listKpisByRef } from '#db/kpis.ts';
import type { Database, Row } from '#db/schema.ts';
import type { ConnectorRow, ConnectorRunRow } from '#db/schema-connectors.ts';
import { startOf } from '#domain/time/period.ts';
import type { ClaimedRun } from './collect-claim.ts';
import { keepAgainst, summary } from './collect-kept.ts';
import { type Collected, weigh } from './collected-rows.ts';
import { sealedAnew } from './connector-secrets.ts';
import type { SourceFault, SourceRow } from './source.ts';

const backoffMinutes = [1, 5, 15, 60];
const longestWait = 24 * 3_600_000;

/** What an ended attempt says of its run and of its connector, and what happened. */
type Outcome = { run: Updateable<ConnectorRunRow>; connector: Updateable<ConnectorRow>; events: Event[] };

type Held = { turn: Turn; claimed: ClaimedRun; connector: Row<'connector'>; askedBy: string | null };

/** Records what a source answered: new readings, and corrections of its own; what a person recorded is kept, and listed. */
export function settleRows(
  tandem: Tandem,
  claimed: ClaimedRun,
  answered: readonly SourceRow[],
  request: string,
): Promise<void> {
  return settle(tandem, claimed, request, async (held) => {
    const { turn, connector } = held;
    const [kpi] = await listKpisByRef(turn.tx, claimed.organisation, [claimed.kpi]);
    const { calendar } = turn.organisation;
    const [from, to] = [startOf(claimed.span.from, calendar), startOf(claimed.span.to, calendar)];
    const standing = await standingReadings(turn.tx, claimed.organisation, claimed.kpi, from, to);
    const collected = weigh(turn, kpi!, { ...claimed.span, reach: claimed.reach }, standing, answered);
    const given = collected.rows.filter(({ would }) => would === 'create' || would === 'correct');
    const recorded =
      given.length > 0
        ? await record(
            { ...turn, who: null },
            given.map((row) => ({
              kpi: claimed.kpi,
              period: row.period,
              value: row.value,
              ...(row.numerator !== null &&
                row.denominator !== null && { numerator: row.numerator, denominator: row.denominator }),
              ...(row.note !== null && { note: row.note }),
            })),
            { source: 'connector', reason: 'The source says otherwise now.' },
          )
        : { events: [] };
    await keepAgainst(turn, claimed, collected);
    return {
      run: { state: 'done', next_try: null, ended_at: turn.now, ...summary(kpi!, collected) },
      connector: {
        received_to: newest(connector.received_to, collected, calendar),
        last_success: turn.now,
        failing_since: null,
        fault: null,
      },
      events: connector.failing_since === null ? recorded.events : [...recorded.events, recovered(claimed)],
    };
  });
}

/** Notes that an attempt gave nothing: to be tried again later if that may help, else the run has failed and its connector says so. */
export function settleFault(
  tandem: Tandem,
  claimed: ClaimedRun,
  fault: SourceFault,
  request: string,
): Promise<void> {
  return settle(tandem, claimed, request, async ({ turn, connector }) => {
    const sentence = fault.message.slice(0, 2_000);
    const next = nextTry(turn.now, claimed.attempt, fault);
    if (next) return { run: { state: 'waiting', next_try: next, sentence }, connector: {}, events: [] };
    const failing_since = connector.failing_since ?? turn.now;
    return {
      run: { state: 'failed', next_try: null, ended_at: turn.now, sentence },
      connector: { failing_since, fault: sentence },
      // Said once, when it begins: a source that is down for a week is one piece of news.
      events: connector.failing_since === null ? [failed(claimed)] : [],
    };
  });
}

/** Ends an attempt in one transaction, unless its turn was lost or its connector has changed meanwhile. */
async function settle(
  tandem: Tandem,
  claimed: ClaimedRun,
  request: string,
  end: (held: Held) => Promise<Outcome>,
): Promise<void> {
  const now = tandem.ports.clock();
  const { organisation } = claimed;
  const events = await transact(tandem.database, { organisation }, true, async (tx) => {
    // Before the run and the connector, as who changes a connector has it: in the other order the two would wait for each other.
    const [kpi] = await listKpisByRef(tx, organisation, [claimed.kpi], true);
    const run = await heldRun(tx, claimed);
    if (!run) return undefined;
    const rules = rulesOf(
      await tx
        .selectFrom('organisation')
        .selectAll()
        .where('id', '=', organisation)
        .executeTakeFirstOrThrow(),
    );
    const turn: Turn = { tx, organisation: rules, now, today: todayIn(rules.timeZone, now) };
    const connector = await findConnector(tx, organisation, claimed.connector);
    const lapsed = lapse(kpi, connector, claimed);
    const outcome: Outcome =
      lapsed === undefined && connector
        ? await end({ turn, claimed, connector, askedBy: run.asked_by })
        : {
            run: { state: 'failed', next_try: null, ended_at: now, sentence: lapsed ?? null },
            connector: {},
            events: [],
          };
    const anew = connector && sealedAnew(tandem.ports.sealingKeys, connector);
    await store(tx, claimed, {
      ...outcome,
      connector: { ...outcome.connector, ...(anew && { secrets: anew }) },
    });
    const deed = { organisation, person: run.asked_by, token: null, operation: 'collect', at: now, request };
    writeAudit(tandem, tx, deed, outcome.events);
    return outcome.events;
  });
  // Open pages hear of each run; the audit log only of what it changed.
  if (events) tandem.changed(organisation, [...events, { kind: 'connectorRun.ended', subject: claimed.run }]);
}

async function heldRun(
  tx: Transaction<Database>,
  { organisation, connector, run, attempt }: ClaimedRun,
): Promise<Row<'connector_run'> | undefined> {
  return tx
    .selectFrom('connector_run')
    .selectAll()
    .where((is) => is.and({ organisation, connector, id: run, attempt, state: 'running' }))
    .forUpdate()
    .executeTakeFirst();
}

function lapse(
  kpi: { archived_at: string | null } | undefined,
  connector: { version: number } | undefined,
  claimed: ClaimedRun,
): string | undefined {
  if (!connector) return 'The connector was removed while it ran; nothing was recorded.';
  if (!kpi || kpi.archived_at) return 'The KPI was archived while this ran; nothing was recorded.';
  if (connector.version !== claimed.version)
    return 'The connector was changed while it ran; nothing was recorded. Run it again.';
  return undefined;
}

async function store(
  tx: Transaction<Database>,
  claimed: ClaimedRun,
  { run, connector }: Outcome,
): Promise<void> {
  const { organisation } = claimed;
  await tx
    .updateTable('connector_run')
    .set(run)
    .where((is) => is.and({ organisation, connector: claimed.connector, id: claimed.run }))
    .execute();
  if (Object.keys(connector).length > 0)
    await tx
      .updateTable('connector')
      .set(connector)
      .where((is) => is.and({ organisation, id: claimed.connector }))
      .execute();
}

/** When to try again: after a minute, then later each time, and never before the source wants to be asked; undefined when no more. */
function nextTry(now: string, attempt: number, { retry, after }: SourceFault): string | undefined {
  const minutes = backoffMinutes[attempt - 1];
  if (!retry || minutes === undefined) return undefined;
  const from = Temporal.Instant.from(now);
  const usual = from.add({ minutes });
  if (after === undefined) return usual.toString();
  const wanted = Temporal.Instant.from(after);
  // A source that wants days of rest is asked again by its schedule.
  if (wanted.since(from).total('milliseconds') > longestWait) return undefined;
  return (Temporal.Instant.compare(wanted, usual) > 0 ? wanted : usual).toString();
}

function newest(
  before: string | null,
  { rows }: Collected,
  calendar: Turn['organisation']['calendar'],
): string | null {
  const last = rows.at(-1);
  const received = last ? startOf(last.period, calendar) : null;
  return before !== null && (received === null || before > received) ? before : received;
}

function failed({ connector, kpi, ask, span, attempt }: ClaimedRun): Event {
  return {
    kind: 'connector.failed',
    subject: connector,
    detail: { kpi, source: ask.config.kind, ...span, attempt },
  };
}

function recovered({ connector, kpi, ask }: ClaimedRun): Event {
  return { kind: 'connector.recovered', subject: connector, detail: { kpi, source: ask.config.kind } };
}
