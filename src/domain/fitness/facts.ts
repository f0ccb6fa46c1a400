import type { Unit } from '#domain/kpi/unit.ts';
import type { Day } from '#domain/time/day.ts';
import type { Cadence, Calendar, Period } from '#domain/time/period.ts';
import type { SameRun } from './same-run.ts';

/** What fitness is measured from; days are in the organisation's time zone. */
export type FitnessFacts = {
  cadence: Cadence;
  /** The period that holds today, and the newest that must have a value by today. */
  now: Period;
  due: Period;
  created: Day;
  today: Day;
  calendar: Calendar;
  unit: Unit;
  decimals: number;
  hasDefinition: boolean;
  hasPurpose: boolean;
  hasOwner: boolean;
  /** A floor, a ceiling or a desired level is in force. */
  hasThreshold: boolean;
  pillar: string | null;
  /** Ties to objectives of planning and active cycles. */
  ties: Ties;
  /** A KPI above, of which this is a part, is tied. */
  isTiedAbove: boolean;
  readers: Readers;
  /** How the readings came in, null before the first; undefined when that has not been looked at yet. */
  arrivals: { newest: Day; codes: string } | null | undefined;
  same: SameRun;
  newestValue: number | null;
  counters: number;
  /** A KPI above has counter-metrics, which watch this part too. */
  isCounteredAbove: boolean;
  /** KPIs that the owner carries, parts of one fan-out counted once, and how many are too many. */
  load: { kpis: number; limit: number };
  asks: Asks | null;
  /** The day of the newest decision about its gap, and until when an acceptance stands. */
  decided: { on: Day | null; acceptedUntil: Day | null };
};

export type Ties = { targets: number; guardrails: number; improves: number };

/** Who should know the present definition: the owner (null when there is none), and the others who see it by their team or as its person. */
export type Readers = { owner: boolean | null; others: number; acknowledged: number };

export const asked = ['breach', 'signal', 'gap'] as const;

/** Something that asks for a decision, and since when it has without a break. */
export type Asks = { what: (typeof asked)[number]; since: Day };
