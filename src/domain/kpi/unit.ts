export const durationUnits = ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months'] as const;

export type DurationUnit = (typeof durationUnits)[number];

// A month is the mean month of the Gregorian calendar, 365.2425 / 12 days; a day is 24 hours, not a working day.
const seconds: Record<DurationUnit, number> = {
  seconds: 1,
  minutes: 60,
  hours: 3_600,
  days: 86_400,
  weeks: 604_800,
  months: 2_629_746,
};

/**
 * What a value counts: a plain number (with an optional symbol such as "points"), percent (95.2 is 95.2 %), money, time or a rating,
 * whose `steps` are the names of its whole numbers from the first to the last.
 */
export type Unit =
  | { kind: 'number'; symbol?: string | undefined }
  | { kind: 'percent' }
  | { kind: 'currency'; code: string }
  | { kind: 'duration'; unit: DurationUnit }
  | { kind: 'scale'; from: number; to: number; steps?: string[] | undefined };

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
  if (unit.kind === 'scale' && unit.steps) return stepsFault(unit.from, unit.to, unit.steps);
  return undefined;
}

function stepsFault(from: number, to: number, steps: readonly string[]): string | undefined {
  if (!Number.isInteger(from) || !Number.isInteger(to))
    return `Steps are named on whole numbers, not from ${from} to ${to}.`;
  const count = to - from + 1;
  if (steps.length !== count)
    return `A scale from ${from} to ${to} has ${count} steps, and ${steps.length} are named: name each of them.`;
  const names = steps.map((name) => name.trim().toLowerCase());
  const twice = names.find((name, index) => names.indexOf(name) < index);
  return twice === undefined ? undefined : `Two steps are named "${twice}": give each a name of its own.`;
}

/** The name of a step of a scale; undefined between two steps, and for what has no named steps. */
export function stepName(value: number, unit: Unit): string | undefined {
  return unit.kind === 'scale' ? unit.steps?.[value - unit.from] : undefined;
}

/** What is wrong with a value in this unit, as a sentence; undefined when nothing is. Values may be negative and fractional. */
export function valueFault(value: number, unit: Unit): string | undefined {
  if (!Number.isFinite(value)) return `${value} is not a number that can be kept.`;
  if (unit.kind === 'scale' && (value < unit.from || value > unit.to)) {
    return `${value} lies outside the scale from ${unit.from} to ${unit.to}.`;
  }
  return undefined;
}

/**
 * A value of one unit in another (4 hours = 240 minutes), or undefined when the units do not convert: kinds never mix,
 * currencies have no rate that stays, and a scale of other steps is another question asked.
 */
export function convert(value: number, from: Unit, to: Unit): number | undefined {
  if (from.kind === 'duration' && to.kind === 'duration')
    return from.unit === to.unit ? value : (value * seconds[from.unit]) / seconds[to.unit];
  return isSameUnit(from, to) ? value : undefined;
}

/** How many seconds a duration's unit lasts; 1 for every other unit. Values whose units convert compare by it. */
export function unitScale(unit: Unit): number {
  return unit.kind === 'duration' ? seconds[unit.unit] : 1;
}

/** The unit of a scale that values of a unit may have been typed in: 60 is minutes for hours. */
export function unitOfScale(scale: number, like: Unit): Unit {
  const unit = durationUnits.find((each) => seconds[each] === scale);
  return like.kind === 'duration' && unit ? { kind: 'duration', unit } : like;
}

/** A value typed in a unit of one scale in a unit of another; the same number where the scales are the same. */
export function rescaled<V extends number | null>(value: V, from: number, to: number): V {
  return (value === null || from === to ? value : (value * from) / to) as V;
}

/**
 * Whether a KPI whose unit becomes another one goes on with its history: the numbers convert, or two plain numbers are only named
 * otherwise, which says nothing of how they are counted.
 */
export function continuesIn(before: Unit, after: Unit): boolean {
  return (before.kind === 'number' && after.kind === 'number') || convert(1, before, after) !== undefined;
}

/** Why values of one unit cannot be read in another, as a sentence for the person, or undefined when they can. */
export function conversionFault(from: Unit, to: Unit): string | undefined {
  if (convert(1, from, to) !== undefined) return undefined;
  if (from.kind === 'currency' && to.kind === 'currency')
    return `${from.code} does not convert to ${to.code}, because rates move: use one currency for both.`;
  return `A value in ${unitName(from)} cannot be read as ${unitName(to)}: use the same kind of unit for both.`;
}

// A plain number without a symbol reads one that has it; two different symbols count different things.
function isSameUnit(from: Unit, to: Unit): boolean {
  if (from.kind === 'number' && to.kind === 'number')
    return !from.symbol || !to.symbol || from.symbol === to.symbol;
  if (from.kind === 'currency' && to.kind === 'currency') return from.code === to.code;
  if (from.kind === 'scale' && to.kind === 'scale') return from.from === to.from && from.to === to.to;
  return from.kind === to.kind;
}

/** What a unit is called in a sentence: percent, hours, EUR, a plain number. */
export function unitName(unit: Unit): string {
  switch (unit.kind) {
    case 'number':
      return unit.symbol || 'a plain number';
    case 'percent':
      return 'percent';
    case 'currency':
      return unit.code;
    case 'duration':
      return unit.unit;
    case 'scale':
      return `a scale from ${unit.from} to ${unit.to}`;
  }
}
