import type { Generated } from 'kysely';

type State = 'planned' | 'in progress' | 'done' | 'dropped';

export type TrackerRow = {
  organisation: string;
  id: string;
  kind: 'github' | 'gitlab' | 'jira';
  address: string;
  flavour: 'cloud' | 'server';
  sign_in_user: string | null;
  token: string | null;
  version: Generated<number>;
  next_ask: string | null;
  held_until: string | null;
  claim: Generated<number>;
  failures: Generated<number>;
  rest_until: string | null;
  last_success: string | null;
  failing_since: string | null;
  fault: string | null;
  author: string | null;
  created_at: string;
};

export type InitiativeRow = {
  organisation: string;
  key_result: string;
  id: string;
  position: number;
  title: string;
  owner: string | null;
  due: string | null;
  state: State;
  state_from: Generated<'person' | 'tracker'>;
  drop_reason: string | null;
  note: Generated<string>;
  link: string | null;
  link_host: string | null;
  link_kind: 'github' | 'gitlab' | 'jira' | 'asana' | 'trello' | 'linear' | null;
  link_key: string | null;
  tracker: string | null;
  heard_state: State | null;
  heard_status: string | null;
  heard_at: string | null;
  typed: Generated<boolean>;
  next_ask: string | null;
  failing_since: string | null;
  fault: string | null;
  carried_from: string | null;
  author: string | null;
  created_at: string;
};

export type InitiativeTables = { tracker: TrackerRow; initiative: InitiativeRow };
