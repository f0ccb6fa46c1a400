import type { Generated } from 'kysely';
import type { Json } from './schema.ts';

export type CycleRow = {
  organisation: string;
  id: string;
  name: string;
  kind: 'quarter' | 'half-year' | 'four-months' | 'year' | 'custom';
  starts: string;
  ends: string;
  state: Generated<'planning' | 'active' | 'grading' | 'closed'>;
  activated_at: string | null;
  closed_at: string | null;
  created_at: string;
  kpis_at_close: Json<unknown> | null;
};

export type ObjectiveRow = {
  organisation: string;
  id: string;
  cycle: string;
  title: string;
  why: Generated<string>;
  owner: string | null;
  team: string | null;
  person: string | null;
  commitment: 'committed' | 'aspirational' | 'learning';
  state: Generated<'draft' | 'active' | 'closed' | 'dropped'>;
  drop_reason: string | null;
  weight: Generated<number>;
  pillar: string | null;
  private: Generated<boolean>;
  gap_kpi: string | null;
  progress: number | null;
  score: number | null;
  created_at: string;
};

export type ObjectiveParentRow = {
  organisation: string;
  objective: string;
  parent: string;
  kind: 'contributes to' | 'supports';
  weight: Generated<number>;
};

export type KeyResultRow = {
  organisation: string;
  id: string;
  objective: string;
  position: Generated<number>;
  title: string;
  owner: string | null;
  weight: Generated<number>;
  deadline: string;
  measure: Json<unknown>;
  unit: Json<unknown>;
  decimals: Generated<number>;
  plan: Json<unknown> | null;
  kpi: string | null;
  frozen: Json<unknown> | null;
  foreseen: Json<unknown> | null;
  current: number | null;
  current_day: string | null;
  progress: number | null;
  confidence: number | null;
  last_check_in: string | null;
  outdated_since: string | null;
  dropped_at: string | null;
  drop_reason: string | null;
  suggested_score: number | null;
  score: number | null;
  score_reason: string | null;
  explanation: string | null;
  fate: 'keep the gain' | 'turn into a KPI' | 'carry over' | 'drop' | null;
  lesson: string | null;
  grading: Json<unknown> | null;
  graded_by: string | null;
  graded_at: string | null;
  carried_from: string | null;
  graduated_to: string | null;
  created_at: string;
};

export type CheckInRow = {
  organisation: string;
  id: string;
  key_result: string;
  day: string;
  value: number | null;
  report: Json<unknown> | null;
  progress: number | null;
  confidence: number | null;
  changed: Generated<string>;
  blocks: Generated<string>;
  needs: Generated<string>;
  late: Generated<boolean>;
  author: string | null;
  recorded_at: string;
};

export type MovedGoalpostRow = {
  organisation: string;
  id: string;
  key_result: string;
  field: string;
  before: Json<unknown> | null;
  after: Json<unknown> | null;
  reason: string;
  author: string | null;
  recorded_at: string;
};

export type SustainWatchRow = {
  organisation: string;
  id: string;
  key_result: string;
  kpi: string;
  level: number;
  unit: Json<unknown>;
  direction: 'higher' | 'lower';
  from_period: string;
  periods: number;
  state: Generated<'watching' | 'held' | 'lost'>;
  good: Generated<number>;
  seen: Generated<number>;
  decided_period: string | null;
  evidence: Json<unknown>;
  created_at: string;
};

export type CoachSetAsideRow = {
  organisation: string;
  id: string;
  kind: 'objective' | 'key_result' | 'kpi' | 'team' | 'person' | 'organisation';
  subject: string;
  rule: string;
  about: string;
  reason: string;
  person: string;
  at: string;
  taken_up_by: string | null;
  taken_up_at: string | null;
};

export type OkrTables = {
  cycle: CycleRow;
  objective: ObjectiveRow;
  objective_parent: ObjectiveParentRow;
  objective_viewer: {
    organisation: string;
    objective: string;
    id: string;
    person: string | null;
    team: string | null;
  };
  objective_improves: { organisation: string; objective: string; kpi: string };
  key_result: KeyResultRow;
  guardrail: { organisation: string; key_result: string; kpi: string };
  check_in: CheckInRow;
  moved_goalpost: MovedGoalpostRow;
  sustain_watch: SustainWatchRow;
  coach_set_aside: CoachSetAsideRow;
};
