import { sql } from 'kysely';
import type { Rules } from '#app/act.ts';
import { rulesOf } from '#app/identify.ts';
import type { Tandem } from '#app/perform.ts';
import { todayIn } from '#app/today.ts';
import { transact } from '#app/transaction.ts';
import { findConnector } from '#db/connectors.ts';
import { findKpi, type KpiWithCounters } from '#db/kpis.ts';
import type { Row } from '#db/schema.ts';
import type { SourceConfig } from '#domain/connector/config.ts';
import { periodsAtOnce, reach } from '#domain/connector/placeholders.ts';
import { dueSpan } from '#domain/connector/span.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Day } from '#domain/time/day.ts';
import type { Period } from '#domain/time/period.ts';
import { listAllowed } from './allowed-hosts.ts';
import { settleFault } from './collect-settle.ts';
import { openedSecrets } from './connector-secrets.ts';
import type { WaitingRun } from './due-runs.ts';
import { type SourceAsk, SourceFault } from './source.ts';

/** For how long a run is held by who took it up; then another process may. */
export const heldSeconds = 180;

/** A run that was taken up: what to ask, and the attempt and version that must still be the present ones when it is recorded. */
export type ClaimedRun = {
  organisation: string;
  run: string;
  connector: string;
  kpi: string;
  attempt: number;
  version: number;
  span: { from: Period; to: Period };
  reach: 'past' | 'now';
  ask: SourceAsk;
};

/** Takes up a run that waits; undefined when somebody else did, or when it cannot be asked, which is then its outcome. */
export async function claimRun(
  tandem: Tandem,
  { organisation, run }: WaitingRun,
  request: string,
): Promise<ClaimedRun | undefined> {
  const now = tandem.ports.clock();
  const claimed = await transact(tandem.database, { organisation }, true, async (tx) => {
    const { rows } = await sql<Row<'connector_run'>>`
      update connector_run set state = 'running', attempt = attempt + 1, started_at = ${now}::timestamptz,
        next_try = ${now}::timestamptz + make_interval(secs => ${heldSeconds})
      where organisation = ${organisation} and next_try <= ${now}::timestamptz
        and id = (select id from connector_run
          where organisation = ${organisation} and id = ${run} and next_try <= ${now}::timestamptz for update skip locked)
      returning *`.execute(tx);
    const taken = rows[0];
    const row = taken && (await findConnector(tx, organisation, taken.connector));
    if (!taken || !row) return undefined;
    const found = await tx
      .selectFrom('organisation')
      .selectAll()
      .where('id', '=', organisation)
      .executeTakeFirstOrThrow();
    const rules = rulesOf(found);
    const kpi = (await findKpi(tx, organisation, row.kpi))!;
    const config = row.config as SourceConfig;
    const span = spanOf(taken, row, kpi, rules, todayIn(rules.timeZone, now));
    await tx
      .updateTable('connector_run')
      .set({ from_period: span.from, to_period: span.to })
      .where('organisation', '=', organisation)
      .where('connector', '=', row.id)
      .where('id', '=', run)
      .execute();
    const secrets = openedSecrets(tandem.ports.sealingKeys, row);
    const ask: SourceAsk = {
      config,
      secrets: secrets ?? {},
      span: { cadence: kpi.cadence, calendar: rules.calendar, timeZone: rules.timeZone, ...span },
      unit: kpi.unit as Unit,
      allowed: await listAllowed({ tx, organisation: rules }),
    };
    const { attempt } = taken;
    const { version } = row;
    return {
      fault: secrets ? faultOf(attempt) : lostSecrets,
      claimed: {
        organisation,
        run,
        connector: row.id,
        kpi: kpi.id,
        attempt,
        version,
        span,
        reach: reach(config),
        ask,
      },
    };
  });
  if (claimed?.fault === undefined) return claimed?.claimed;
  await settleFault(tandem, claimed.claimed, new SourceFault(claimed.fault), request);
  return undefined;
}

const lostSecrets =
  'The secrets of this connector cannot be opened with the key of this installation: give them again.';

// Above the attempts that a source is given: what ends a process each time must not do so for ever.
const mostAttempts = 8;

function faultOf(attempt: number): string | undefined {
  return attempt > mostAttempts
    ? 'It was begun again and again, and never came to an end: the log says more.'
    : undefined;
}

function spanOf(
  { trigger, from_period, to_period }: Row<'connector_run'>,
  connector: Row<'connector'>,
  kpi: KpiWithCounters,
  { calendar }: Rules,
  today: Day,
): { from: Period; to: Period } {
  if (trigger === 'backfill' && from_period !== null && to_period !== null)
    return { from: from_period, to: to_period };
  return dueSpan({
    cadence: kpi.cadence,
    calendar,
    today,
    lookBack: connector.look_back,
    runningPeriod: connector.running_period,
    reach: reach(connector.config as SourceConfig),
    atOnce: periodsAtOnce(connector.config as SourceConfig),
    receivedTo: connector.received_to,
    countedFrom: kpi.era_from,
  });
}
