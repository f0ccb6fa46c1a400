import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { Json } from './schema.ts';

export type KpiRow = {
  organisation: string;
  id: string;
  key: string;
  name: string;
  purpose: Generated<string>;
  definition: Generated<string>;
  owner: string | null;
  team: string | null;
  person: string | null;
  labels: Generated<string[]>;
  unit: Json<unknown>;
  decimals: Generated<number>;
  direction: 'higher' | 'lower' | 'within';
  cadence: 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'yearly';
  adds_up: 'sum' | 'mean' | 'last' | 'min' | 'max' | 'ratio';
  role: Generated<'input' | 'output'>;
  kind: Generated<'quantitative' | 'qualitative'>;
  pillar: string | null;
  weight: Generated<number>;
  grace_days: Generated<number>;
  parent: string | null;
  computed: Generated<boolean>;
  formula: string | null;
  feeds: Generated<boolean>;
  version: Generated<number>;
  era: Generated<number>;
  era_from: Generated<string | null>;
  unit_scale: GeneratedAlways<number>;
  created_at: string;
  archived_at: string | null;
};

export type KpiVersionRow = {
  organisation: string;
  kpi: string;
  version: number;
  valid_from: string;
  facts: Json<unknown>;
  era: Generated<number>;
  era_from: Generated<string | null>;
  unit_scale: GeneratedAlways<number>;
  author: string | null;
  recorded_at: string;
};

export type ThresholdRow = {
  organisation: string;
  kpi: string;
  valid_from: string;
  revision: number;
  floor: number | null;
  ceiling: number | null;
  warning_floor: number | null;
  warning_ceiling: number | null;
  desired: number | null;
  desired_by: string | null;
  era: Generated<number>;
  unit_scale: Generated<number>;
  reason: string | null;
  author: string | null;
  recorded_at: string;
};

export type ReadingRow = {
  organisation: string;
  kpi: string;
  starts: string;
  revision: number;
  period: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  source: 'typed' | 'import' | 'api' | 'connector' | 'formula' | 'children';
  note: string | null;
  reason: string | null;
  missing: string[] | null;
  era: Generated<number>;
  unit_scale: Generated<number>;
  author: string | null;
  recorded_at: string;
};

export type PhaseRow = {
  organisation: string;
  kpi: string;
  id: string;
  from_period: string;
  baseline_to: string | null;
  reason: string;
  author: string | null;
  recorded_at: string;
  undone_at: string | null;
};

export type AnnotationRow = {
  organisation: string;
  id: string;
  kpi: string;
  from_period: string;
  to_period: string;
  note: string;
  author: string | null;
  recorded_at: string;
  removed_at: string | null;
};

export type KpiStateRow = {
  organisation: string;
  kpi: string;
  newest_period: string | null;
  newest_value: number | null;
  status: string;
  stale_from: string | null;
  signal: string | null;
  signal_sense: string | null;
  capability: string | null;
  level: number | null;
  floor: number | null;
  ceiling: number | null;
  missing_children: Generated<number>;
  sparkline: Json<unknown>;
  judgement: Json<unknown>;
  judged_at: string;
  forecast: ColumnType<unknown, string | null, string | null>;
};

export type GapDecisionRow = {
  organisation: string;
  id: string;
  kpi: string;
  kind: 'write an OKR' | 'quick fix' | 'accept' | 'change the threshold' | 'repair the data';
  reason: string;
  until: string | null;
  objective: string | null;
  author: string | null;
  recorded_at: string;
};

export type AcknowledgementRow = {
  organisation: string;
  kpi: string;
  version: number;
  person: string;
  at: string;
};

export type KpiFitnessRow = {
  organisation: string;
  kpi: string;
  newest: string | null;
  arrivals: Generated<string>;
  same_run: number;
  same_repeats: number;
  same_pairs: number;
  has_threshold: boolean;
  asks: 'breach' | 'signal' | 'gap' | null;
  asks_since: string | null;
};

export type KpiTables = {
  kpi: KpiRow;
  kpi_version: KpiVersionRow;
  counter_metric: { organisation: string; kpi: string; counter: string };
  threshold: ThresholdRow;
  reading: ReadingRow;
  phase: PhaseRow;
  annotation: AnnotationRow;
  kpi_state: KpiStateRow;
  gap_decision: GapDecisionRow;
  acknowledgement: AcknowledgementRow;
  kpi_fitness: KpiFitnessRow;
};
