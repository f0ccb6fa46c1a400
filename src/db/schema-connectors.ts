import type { ColumnType, Generated } from 'kysely';
import type { Json } from './schema.ts';

export type ConnectorRow = {
  organisation: string;
  id: string;
  kpi: string;
  kind: 'http-json' | 'sql' | 'prometheus' | 'csv' | 'github' | 'gitlab' | 'jira';
  config: Json<unknown>;
  secrets: string | null;
  secrets_by: string | null;
  schedule: Json<unknown> | null;
  look_back: Generated<number>;
  running_period: Generated<boolean>;
  active: Generated<boolean>;
  version: Generated<number>;
  next_due: string | null;
  received_to: string | null;
  last_success: string | null;
  failing_since: string | null;
  fault: string | null;
  author: string | null;
  created_at: string;
  removed_at: string | null;
};

export type ConnectorRunRow = {
  organisation: string;
  connector: string;
  id: string;
  trigger: 'schedule' | 'asked' | 'backfill';
  state: 'waiting' | 'running' | 'done' | 'failed';
  asked_by: string | null;
  from_period: string | null;
  to_period: string | null;
  attempt: Generated<number>;
  next_try: string | null;
  created: Generated<number>;
  changed: Generated<number>;
  same: Generated<number>;
  kept: Generated<number>;
  unread: Generated<number>;
  sentence: string | null;
  findings: ColumnType<unknown, string | undefined, string>;
  created_at: string;
  started_at: string | null;
  ended_at: string | null;
};

export type ConnectorKeptRow = {
  organisation: string;
  connector: string;
  starts: string;
  period: string;
  value: number;
  numerator: number | null;
  denominator: number | null;
  note: string | null;
  run: string;
};

export type AllowedHostRow = {
  organisation: string;
  id: string;
  host: string;
  reason: string;
  author: string | null;
  created_at: string;
};

export type ConnectorTables = {
  connector: ConnectorRow;
  connector_run: ConnectorRunRow;
  connector_kept: ConnectorKeptRow;
  allowed_host: AllowedHostRow;
  api_token_kpi: { organisation: string; token: string; kpi: string };
};
