// A month has no fixed number of seconds, so months convert to nothing else.
const secondsIn = { seconds: 1, minutes: 60, hours: 3600, days: 86_400, weeks: 604_800 } as const;

export const durationUnits = ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months'] as const;

export type DurationUnit = (typeof durationUnits)[number];

/** What a value counts: a plain number (with an optional symbol such as "points"), percent (95.2 is 95.2 %), money, time or a rating. */
export type Unit =
  | { kind: 'number'; symbol?: string | undefined }
  | { kind: 'percent' }
  | { kind: 'currency'; code: string }
  | { kind: 'duration'; unit: DurationUnit }
  | { kind: 'scale'; from: number; to: number };

/** What is wrong with a unit, as a sentence; undefined when nothing is. */
export function unitFault(unit: Unit): string | undefined {
  if (unit.kind === 'currency' && !/^[A-Z]{3}$/.test(unit.code)) {
    return `A currency is given by its three-letter code, such as EUR, not "${unit.code}".`;
  }
  if (
    unit.kind === 'scale' &&
    !(Number.isFinite(unit.from) && unit.from < unit.to && Number.isFinite(unit.to))
  ) {
    return `A rating scale goes from a smaller to a larger number, not from ${unit.from} to ${unit.to}.`;
  }
  return undefined;
}

/** What is wrong with a value in this unit, as a sentence; undefined when nothing is. Values may be negative and fractional. */
export function valueFault(value: number, unit: Unit): string | undefined {
  if (!Number.isFinite(value)) return `${value} is not a number that can be kept.`;
  if (unit.kind === 'scale' && (value < unit.from || value > unit.to)) {
    return `${value} lies outside the scale from ${unit.from} to ${unit.to}.`;
  }
  return undefined;
}

/** A value of one unit in another of the same kind (4 hours are 240 minutes); undefined when they do not convert. */
export function converted(value: number, from: Unit, to: Unit): number | undefined {
  if (from.kind === 'duration' && to.kind === 'duration') {
    if (from.unit === to.unit) return value;
    if (from.unit === 'months' || to.unit === 'months') return undefined;
    return (value * secondsIn[from.unit]) / secondsIn[to.unit];
  }
  if (from.kind === 'currency' && to.kind === 'currency') return from.code === to.code ? value : undefined;
  if (from.kind === 'scale' && to.kind === 'scale') {
    return from.from === to.from && from.to === to.to ? value : undefined;
  }
  return from.kind === to.kind ? value : undefined;
}
