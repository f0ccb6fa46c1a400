import type { Unit } from '#domain/kpi/unit.ts';
import type { Calibrated } from '#domain/okr/ambition.ts';
import type { Measure } from '#domain/okr/measure.ts';
import type { Cadence } from '#domain/time/period.ts';
import type { FactRule } from '../finding.ts';
import type { Alike, Comparable } from '../similar.ts';

/** The KPI that a key result reads; its values in the unit of the key result. */
export type KpiBehind = {
  name: string;
  cadence: Cadence;
  level?: number | undefined;
  limits?: { lower: number; upper: number } | undefined;
  /** The KPIs that would suffer if this one were gamed. */
  counters: readonly Named[];
};

export type Named = { id: string; name: string };

/** What is known around a goal; an objective has no measure. What is absent is not checked. */
export type GoalFacts = {
  text: string;
  measure?: Measure | undefined;
  unit?: Unit | undefined;
  decimals?: number | undefined;
  /** The newest value of the measure, in the unit of the key result. */
  current?: number | undefined;
  kpi?: KpiBehind | undefined;
  /** The odds (0 to 1) that it would be reached unaided, and the values that would be at 90, 50 and 10 %. */
  odds?: number | undefined;
  calibrated?: Calibrated | undefined;
  /** Somebody wrote down why so much is possible. */
  hasReason?: boolean | undefined;
  /** The ids of the KPIs that guard it. */
  guardrails?: readonly string[] | undefined;
  /** The other goals of the organisation that are most like it, from `nearest`. */
  alike?: readonly Alike<Comparable & { of?: string | undefined }>[] | undefined;
};

export type DataRule = FactRule<GoalFacts>;
