import type { ColumnType, Generated, Selectable } from 'kysely';
import type { ConnectorTables } from './schema-connectors.ts';
import type { FormulaTables } from './schema-formulas.ts';
import type { InitiativeTables } from './schema-initiatives.ts';
import type { KpiTables } from './schema-kpis.ts';
import type { OkrTables } from './schema-okrs.ts';
import type { StrategyTables } from './schema-strategy.ts';

/** Days come back as 'YYYY-MM-DD' and instants as ISO strings: no Date crosses this boundary. */
export type Json<T> = ColumnType<T, string, string>;

export type OrganisationRow = {
  id: string;
  name: string;
  time_zone: string;
  year_starts_in: Generated<number>;
  rule_set: Generated<'wheeler' | 'nhs' | 'western-electric' | 'nelson'>;
  on_track_from: Generated<number>;
  behind_from: Generated<number>;
  check_in_every: Generated<'weekly' | 'fortnightly' | 'monthly'>;
  check_in_weekday: Generated<number>;
  check_in_grace_days: Generated<number>;
  guardrail_caps_score: Generated<boolean>;
  sustain_periods: Generated<number>;
  kpis_per_owner: Generated<number>;
  demo: Generated<boolean>;
  mission: Generated<string>;
  created_at: string;
};

export type PersonRow = {
  organisation: string;
  id: string;
  user_account: string | null;
  name: string;
  email: string;
  role: 'owner' | 'admin' | 'member' | 'viewer';
  active: Generated<boolean>;
  created_at: string;
};

export type TeamRow = {
  organisation: string;
  id: string;
  key: string;
  name: string;
  parent: string | null;
  check_in_every: 'weekly' | 'fortnightly' | 'monthly' | null;
  check_in_weekday: number | null;
  created_at: string;
  removed_at: string | null;
};

export type TeamMemberRow = { organisation: string; team: string; person: string; lead: Generated<boolean> };

export type InvitationRow = {
  organisation: string;
  id: string;
  email: string;
  name: string;
  role: 'admin' | 'member' | 'viewer';
  team: string | null;
  secret_hash: string;
  invited_by: string;
  created_at: string;
  expires_at: string;
  accepted_at: string | null;
  revoked_at: string | null;
};

export type ApiTokenRow = {
  organisation: string;
  id: string;
  person: string;
  name: string;
  scope: 'read' | 'write' | 'push';
  secret_hash: string;
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
};

export type AuditRow = {
  organisation: string;
  id: string;
  at: string;
  person: string | null;
  token: string | null;
  operation: string;
  kind: string;
  subject: string;
  detail: Json<unknown>;
  request: string | null;
  mac: string;
  place: number | null;
  hash: string | null;
};

export type AuditHeadRow = { organisation: string; place: number; hash: string; mac: string };

export type SavedViewRow = {
  organisation: string;
  id: string;
  owner: string;
  page: 'panel' | 'gaps' | 'fitness' | 'cycle';
  name: string;
  query: string;
  shared: boolean;
  created_at: string;
};

export type DefaultViewRow = { organisation: string; person: string; page: string; view: string };

export type TurnedDayRow = { organisation: string; day: string };

/** Every table that the application's role reads, by name. */
export type Database = ConnectorTables &
  KpiTables &
  FormulaTables &
  InitiativeTables &
  OkrTables &
  StrategyTables & {
    organisation: OrganisationRow;
    person: PersonRow;
    team: TeamRow;
    team_member: TeamMemberRow;
    invitation: InvitationRow;
    api_token: ApiTokenRow;
    audit: AuditRow;
    audit_head: AuditHeadRow;
    turned_day: TurnedDayRow;
    saved_view: SavedViewRow;
    default_view: DefaultViewRow;
  };

/** A row as a query gives it. */
export type Row<T extends keyof Database> = Selectable<Database[T]>;
