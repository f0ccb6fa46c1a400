import { convert, type Unit } from '#domain/kpi/unit.ts';
import type { Day } from '#domain/time/day.ts';
import type { Measure } from './measure.ts';

/** What is frozen of a key result when its cycle starts; `kpi` is the one that its value is read from. */
export type Frozen = {
  title: string;
  measure: Measure;
  unit: Unit;
  weight: number;
  deadline: Day;
  kpi?: string | undefined;
};

/** One goalpost that was moved. */
export type Moved = { field: string; before: unknown; after: unknown };

/**
 * Each goalpost that was moved since a key result was frozen: the wording, weight, deadline, KPI, unit, kind of measure, or one
 * field of the measure. A change of unit that says the same (4 hours, 240 minutes) moves nothing.
 */
export function movedGoalposts(frozen: Frozen, changed: Frozen): Moved[] {
  const restated = inUnit(frozen.measure, frozen.unit, changed.unit);
  return [
    ...difference('wording', frozen.title, changed.title),
    ...(restated ? [] : difference('unit', frozen.unit, changed.unit)),
    ...measureMoved(restated ?? frozen.measure, changed.measure),
    ...difference('weight', frozen.weight, changed.weight),
    ...difference('deadline', frozen.deadline, changed.deadline),
    ...difference('kpi', frozen.kpi, changed.kpi),
  ];
}

/** A measure restated in another unit, or undefined when the units do not convert. */
export function inUnit(measure: Measure, from: Unit, to: Unit): Measure | undefined {
  if (convert(1, from, to) === undefined) return undefined;
  const restate = (value: number) => convert(value, from, to) ?? value;
  if (measure.kind === 'move')
    return { ...measure, baseline: restate(measure.baseline), target: restate(measure.target) };
  if (measure.kind === 'hold') return { ...measure, level: restate(measure.level) };
  if (measure.kind === 'hit rate' && measure.level !== undefined)
    return { ...measure, level: restate(measure.level) };
  return measure;
}

function measureMoved(before: Measure, after: Measure): Moved[] {
  if (before.kind !== after.kind) return difference('measure', before, after);
  const [old, now]: Record<string, unknown>[] = [{ ...before }, { ...after }];
  const fields = [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])];
  return fields.flatMap((field) => difference(field, old?.[field], now?.[field]));
}

function difference(field: string, before: unknown, after: unknown): Moved[] {
  return isEqual(before, after) ? [] : [{ field, before, after }];
}

function isEqual(one: unknown, other: unknown): boolean {
  if (typeof one === 'number' && typeof other === 'number')
    return Math.abs(one - other) <= 1e-12 * Math.max(Math.abs(one), Math.abs(other));
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return (one ?? undefined) === (other ?? undefined);
  const [left, right] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return [...new Set([...left.keys(), ...right.keys()])].every((key) =>
    isEqual(left.get(key), right.get(key)),
  );
}
