import type { Unit } from '#domain/kpi/definition.ts';
import type { Strength } from '#domain/kpi/limits.ts';
import type { RuleName } from '#domain/kpi/rules.ts';
import type { Sense } from '#domain/kpi/signals.ts';
import type { Day } from '#domain/time/day.ts';
import type { Period } from '#domain/time/period.ts';

/** One slot of a chart; the slots follow each other without a hole, and a missing reading is a null. */
export type Point = {
  period: Period;
  start: Day;
  value: number | null;
  partial?: boolean;
  /** The value without its season, where there is one: it is what limits and signals are about. */
  adjusted?: number;
  /** Level and limits with the season of the period in them, where measured values are drawn. */
  span?: { lower: number; centre: number; upper: number };
};

/** What the limits judge: the value without its season, else the value itself. */
export function judgedValue({ value, adjusted }: Point): number | null {
  return adjusted ?? value;
}

/** The limits of a stretch of points, first and last index included. */
export type Phase = {
  from: number;
  to: number;
  centre: number;
  lower: number;
  upper: number;
  strength: Strength;
  /** Why it began, in a few words. */
  label?: string;
};

/** A line that was set by people; `from` and `until` are days, so that an old floor stays where it held. */
export type Threshold = {
  kind: 'floor' | 'ceiling' | 'warning' | 'desired';
  label: string;
  value: number;
  from?: Day;
  until?: Day;
  /** Which line of the threshold it is, for charts on which it can be moved. */
  field?: 'floor' | 'ceiling' | 'warningFloor' | 'warningCeiling' | 'desired';
};

export type ChartSignal = { index: number; points: number[]; rule: RuleName; sense: Sense };

/** A note on a point, or on the span up to `to`. */
export type Annotation = { index: number; to?: number; text: string };

/** From this point on something is counted differently. */
export type Change = { index: number; text: string };

/** A period to come: the quantiles at 2.5, 5, 10, 25, 50, 75, 90, 95 and 97.5 %, as measured. */
export type FanStep = { period: Period; start: Day; quantiles: readonly number[] };

/** Everything that a run chart draws. */
export type RunSeries = {
  points: Point[];
  phases: Phase[];
  thresholds: Threshold[];
  signals: ChartSignal[];
  annotations: Annotation[];
  /** Where the definition changed, the earliest first. */
  changes?: Change[];
  /** Where a new phase is proposed, and its level. */
  proposal?: { index: number; level: number };
  /** What was counted in another unit before the first point: told in the table only. */
  past?: { period: Period; text: string }[];
  /** What may come if nothing changes, from the period after the last complete one on. */
  fan?: FanStep[];
  unit: Unit;
  decimals: number;
  /** Values that cannot be: limits are not drawn beyond them (a count has no lower limit of −3). */
  bounds?: { least?: number; most?: number };
};

/** Width and height in CSS pixels. */
export type Size = { width: number; height: number };

/** The part of a chart in which values lie, in pixels from its upper left corner. */
export type Plot = { left: number; top: number; right: number; bottom: number };
