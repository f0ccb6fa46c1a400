import { type Adding, counts, slowerPeriod, slowerPoints, total } from '#domain/kpi/roll-up.ts';
import type { Point } from '#domain/kpi/series.ts';
import { type Cadence, type Calendar, type Period, periodsBetween } from '#domain/time/period.ts';
import type { Series } from './expression.ts';
import { firstOfYear } from './reads.ts';

/** A KPI as formulas read it: its cadence, how it adds up, and its points in any order, one a period. */
export type Input = { cadence: Cadence; adding: Adding; points: readonly Point[] };

/** A KPI that has no value for a period; it is named by its key, or by its id when it is below an input. */
export type Lack = { kpi: string; period: Period };

/** What an input gives for a period: a value with what it lacks, or why there is none. */
export type Given = { value: number; lacks: Lack[] } | { value: null; why: string; lacks: Lack[] };

type Slot = { point: Point; lacks: Lack[] };

/** The inputs of formulas by key and period; a roll-up is made once for all periods. */
export class Inputs {
  readonly #inputs: ReadonlyMap<string, Input>;
  readonly #calendar: Calendar;
  readonly #slots = new Map<string, ReadonlyMap<Period, Slot>>();

  constructor(inputs: ReadonlyMap<string, Input>, calendar: Calendar) {
    this.#inputs = inputs;
    this.#calendar = calendar;
  }

  /** The value of one period. */
  at(series: Series, period: Period): Given {
    const slot = this.#slotsOf(series).get(period);
    if (slot && slot.point.value !== null) return { value: slot.point.value, lacks: slot.lacks };
    return this.#nothing(series, period, this.#isBare(series, period));
  }

  /** The fiscal year up to a period by the KPI's way of adding up; earlier periods may be lacking, the period itself may not. */
  yearToDate(series: Series, period: Period): Given {
    const slots = this.#slotsOf(series);
    const { adding } = this.#inputs.get(series.kpi)!;
    const own = slots.get(period)?.point;
    if (own?.value == null || !counts(own, adding)) return this.#nothing(series, period, own?.value != null);
    const parts: Point[] = [];
    const lacks: Lack[] = [];
    for (const each of periodsBetween(firstOfYear(period, this.#calendar), period)) {
      const slot = slots.get(each);
      if (slot && counts(slot.point, adding)) parts.push(slot.point);
      else lacks.push({ kpi: series.kpi, period: each });
      lacks.push(...(slot?.lacks ?? []));
    }
    const { value } = total(parts, adding);
    return value === null
      ? { value, why: `the denominators of ${series.kpi} add up to 0 by ${period}`, lacks: [] }
      : { value, lacks };
  }

  #slotsOf(series: Series): ReadonlyMap<Period, Slot> {
    const name = `${series.kpi} ${series.rollUp}`;
    const slots = this.#slots.get(name) ?? this.#madeSlots(series);
    this.#slots.set(name, slots);
    return slots;
  }

  #madeSlots({ kpi, rollUp }: Series): Map<Period, Slot> {
    const { points, adding } = this.#inputs.get(kpi)!;
    if (rollUp === null)
      return new Map(points.map((point) => [point.period, { point, lacks: below([point]) }]));
    const calendar = this.#calendar;
    const parts = Map.groupBy(points, ({ period }) => slowerPeriod(period, rollUp, calendar));
    return new Map(
      slowerPoints(points, rollUp, adding, calendar).map((point) => {
        const missing = (point.missing ?? []).map((period) => ({ kpi, period }));
        return [point.period, { point, lacks: [...missing, ...below(parts.get(point.period)!)] }];
      }),
    );
  }

  #isBare({ kpi, rollUp }: Series, period: Period): boolean {
    if (rollUp === null) return false;
    return this.#inputs
      .get(kpi)!
      .points.some(
        ({ value, period: own }) => value !== null && slowerPeriod(own, rollUp, this.#calendar) === period,
      );
  }

  #nothing({ kpi }: Series, period: Period, isBare: boolean): Given {
    const why = isBare
      ? `${kpi} is a ratio, and its readings have no numerators and denominators to add up for ${period}`
      : `${kpi} has no value for ${period}`;
    return { value: null, why, lacks: [{ kpi, period }] };
  }
}

// Whoever has not reported to a computed input is missing from what the formula makes of it as well.
function below(points: readonly Point[]): Lack[] {
  return points.flatMap(({ period, value, missing = [] }) =>
    value === null ? [] : missing.map((kpi) => ({ kpi, period })),
  );
}
