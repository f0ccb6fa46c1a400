import type { Day } from '#domain/time/day.ts';
import type { Calendar, Period } from '#domain/time/period.ts';
import type { Memory } from './autocorrelation.ts';
import type { Capability } from './capability.ts';
import type { KpiFacts } from './definition.ts';
import type { Average, Limits, Strength } from './limits.ts';
import type { RuleSetName } from './rule-sets.ts';
import type { RuleName } from './rules.ts';
import type { SeasonalKind } from './seasonal-factors.ts';
import type { Point } from './series.ts';
import type { Sense } from './signals.ts';
import type { Status } from './status.ts';
import type { Threshold } from './threshold.ts';

/** A new phase by a person's decision: where it begins, why, and the last period of its baseline if they locked it. */
export type PhaseStart = { from: Period; reason: string; baselineTo?: Period | undefined };

/** All that a judgement is made of; readings in any order, `today` in the organisation's time zone. */
export type Evidence = {
  facts: KpiFacts;
  readings: readonly Point[];
  thresholds: readonly Threshold[];
  phases: readonly PhaseStart[];
  ruleSet: RuleSetName;
  /** The mean unless a person asked for the median. */
  average?: Average | undefined;
  today: Day;
  calendar: Calendar;
  graceDays: number;
};

/** A signal placed in time: `period` completed the pattern, `latest` prolonged it last, `periods` take part. */
export type FoundSignal = {
  rule: RuleName;
  sense: Sense;
  period: Period;
  latest: Period;
  periods: Period[];
};

export type JudgedPhase = {
  from: Period;
  to: Period;
  baselineTo: Period;
  reason: string | null;
  limits: Limits | null;
  signals: FoundSignal[];
  /** How the values remember their neighbours; if they do, only a point beyond a limit was listened to. */
  memory: Memory | null;
};

export type Notice = {
  kind:
    | 'too few points'
    | 'trial limits'
    | 'few ranges'
    | 'autocorrelated'
    | 'seasonal'
    | 'incomplete'
    | 'new phase';
  sentence: string;
};

export type Trend = 'improving' | 'worsening' | 'flat';

/** The value of a period, with the children that did not report to a computed parent. */
export type Value = { period: Period; value: number; missing: readonly string[] };

/**
 * What is known of a KPI today, as plain data that can be stored as JSON (null where there is nothing). `level`, `limits` and `strength` are
 * those of the present phase; `proposal` is a shift that a person may accept as a new phase; `process` is what gaps and capability
 * speak of: the proposal's limits when there is one, else the present phase's. `speaking` is the signal for the panel.
 */
export type Judgement = {
  newest: Value | null;
  partial: Value | null;
  /** A later sum to which children are missing: shown, but in no status, signal or pace. */
  incomplete: Value | null;
  previous: Value | null;
  status: Status;
  overdueFrom: Day | null;
  threshold: Threshold | null;
  level: number | null;
  limits: Limits | null;
  strength: Strength;
  process: { from: Period; level: number; limits: Limits } | null;
  phases: JudgedPhase[];
  speaking: FoundSignal | null;
  proposal: { from: Period; level: number; sense: Sense } | null;
  capability: Capability | null;
  trend: Trend;
  season: { period: number; kind: SeasonalKind; strength: number } | null;
  notices: Notice[];
  /** The last 52 periods up to the newest value, oldest first. */
  sparkline: (number | null)[];
  /** Of those 52, complete periods with a value, how many crossed the floor or ceiling in force today. */
  misses: { count: number; of: number } | null;
};
