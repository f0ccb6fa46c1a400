import type { Act } from '#app/act.ts';
import { isBy } from '#app/kpi/kpis-then.ts';
import type { Connector, ConnectorLine, ConnectorRun, Kept, Schedule, Unread } from '#contract/connectors.ts';
import { type ConnectorOfKpi, listKept } from '#db/connectors.ts';
import type { Row } from '#db/schema.ts';
import { may } from '#domain/access.ts';
import { type SourceConfig, secretNames } from '#domain/connector/config.ts';
import { reach } from '#domain/connector/placeholders.ts';
import { mayChange } from './connector-access.ts';
import { openedSecrets } from './connector-secrets.ts';

/** What a run found beside numbers, as it is stored. */
export type Findings = { kept: Kept[]; unread: Unread[] };

/** A connector for everybody who sees its KPI; why it fails is for those who may write it. */
export function shownLine(act: Pick<Act, 'who'>, row: ConnectorOfKpi): ConnectorLine {
  return {
    id: row.id,
    kpi: row.kpi,
    kind: row.kind,
    schedule: row.schedule as Schedule | null,
    active: row.active,
    nextDue: row.next_due,
    lastSuccess: row.last_success,
    failingSince: row.failing_since,
    mayChange: mayChange(act, row),
    fault: may(act.who, 'write', row) ? row.fault : null,
  };
}

/** A connector for those who may write its KPI: everything but the values of its secrets. */
export async function shownConnector(act: Act, row: ConnectorOfKpi): Promise<Connector> {
  const config = row.config as SourceConfig;
  const secrets = openedSecrets(act.ports.sealingKeys, row) ?? {};
  const kept = await listKept(act.tx, act.organisation.id, row.id);
  return {
    ...shownLine(act, row),
    config,
    secrets: Object.keys(secrets),
    missing: secretNames(config).filter((name) => !secrets[name] && !mayBeEmpty(config)),
    lookBack: row.look_back,
    runningPeriod: row.running_period,
    reach: reach(config),
    kept: kept.map(({ period, stands, source, value }) => ({ period, stands, source, says: value })),
  };
}

// A database may know its user by the host alone, and what is public on GitHub or GitLab is for everybody.
function mayBeEmpty({ kind }: SourceConfig): boolean {
  return kind === 'sql' || kind === 'github' || kind === 'gitlab';
}

/** A run as it was at an instant after it had been asked for: before its end nothing had come of it that is kept. */
export function runThen(row: Row<'connector_run'>, asOf: string): Row<'connector_run'> {
  if (row.ended_at && isBy(row.ended_at, asOf)) return row;
  const hasBegun = row.started_at !== null && isBy(row.started_at, asOf);
  return {
    ...row,
    ...{ created: 0, changed: 0, same: 0, kept: 0, unread: 0, findings: null, sentence: null },
    state: hasBegun ? 'running' : 'waiting',
    ...{ started_at: hasBegun ? row.started_at : null, ended_at: null, next_try: null },
  };
}

/** A run in the contract's shape. */
export function shownRun(row: Row<'connector_run'>): ConnectorRun {
  const { kept, unread } = { kept: [], unread: [], ...(row.findings as Partial<Findings>) };
  return {
    id: row.id,
    trigger: row.trigger,
    state: row.state,
    askedBy: row.asked_by,
    from: row.from_period,
    to: row.to_period,
    attempt: row.attempt,
    nextTry: row.next_try,
    created: row.created,
    changed: row.changed,
    same: row.same,
    kept: row.kept,
    unread: row.unread,
    sentence: row.sentence,
    keptReadings: kept,
    unreadRows: unread,
    createdAt: row.created_at,
    startedAt: row.started_at,
    endedAt: row.ended_at,
  };
}
