import { type Side, sideOf } from './compare.ts';

/** The lines that a value is held against; a third of the way to a limit is one sigma, half-way is Wheeler's quarter line. */
export type Lines = { centre: number; upper: number; lower: number; upperRange: number };

/** The present values of a stretch, and the place that each had before the missing ones were left out. */
export type Present = { at: readonly number[]; values: readonly number[] };

/**
 * One place where a pattern holds: `end` completes it, `points` take part, `window` is all that was looked at. A window of "two of
 * three" whose last point lies inside holds the pattern but `completes` nothing new: it is drawn, not told. Indexes into `Present`.
 */
export type Match = { end: number; completes: boolean; points: number[]; window: number[]; side: Side };

type Rule = (present: Present, lines: Lines) => Match[];

const ruleNames = [
  'beyond-limits',
  'run-of-eight',
  'three-of-four',
  'range-beyond',
  'run-of-seven',
  'run-of-nine',
  'trend-of-six',
  'trend-of-seven',
  'two-of-three',
  'two-of-three-inside',
  'four-of-five',
  'fourteen-alternating',
  'fifteen-inside',
  'eight-outside',
] as const;

export type RuleName = (typeof ruleNames)[number];

/** Every rule by its name; missing values neither count nor break a run, but there is no moving range across one. */
export const rules: Record<RuleName, Rule> = {
  'beyond-limits': (present, lines) =>
    windows(present, 1, ([value]) => beyond(value!, lines.upper, lines.lower)),
  'run-of-seven': (present, lines) => windows(present, 7, (values) => oneSide(values, lines)),
  'run-of-eight': (present, lines) => windows(present, 8, (values) => oneSide(values, lines)),
  'run-of-nine': (present, lines) => windows(present, 9, (values) => oneSide(values, lines)),
  'trend-of-six': (present) => windows(present, 6, oneWay),
  'trend-of-seven': (present) => windows(present, 7, oneWay),
  'two-of-three': (present, lines) => ofThese(present, 2, 3, beyondPart(lines, 2 / 3)),
  'four-of-five': (present, lines) => ofThese(present, 4, 5, beyondPart(lines, 1 / 3)),
  'three-of-four': (present, lines) => ofThese(present, 3, 4, beyondPart(lines, 1 / 2)),
  'two-of-three-inside': twoOfThreeInside,
  'fourteen-alternating': (present) => windows(present, 14, (values) => (alternates(values) ? 0 : undefined)),
  'fifteen-inside': (present, lines) =>
    windows(present, 15, (values) => (values.every((value) => zone(value, lines) === 0) ? 0 : undefined)),
  'eight-outside': (present, lines) =>
    windows(present, 8, (values) => {
      const zones = new Set(values.map((value) => zone(value, lines)));
      return zones.size === 2 && !zones.has(0) ? 0 : undefined;
    }),
  'range-beyond': ({ at, values }, lines) =>
    values.flatMap((value, end) => {
      const neighbours = end > 0 && at[end]! - at[end - 1]! === 1;
      if (!neighbours || sideOf(Math.abs(value - values[end - 1]!), lines.upperRange) <= 0) return [];
      return [{ end, completes: true, points: [end - 1, end], window: [end - 1, end], side: 0 as const }];
    }),
};

// Every stretch of `size` neighbouring points in which the pattern holds, all of them taking part.
function windows({ values }: Present, size: number, holds: (values: number[]) => Side | undefined): Match[] {
  return values.flatMap((_, end) => {
    if (end + 1 < size) return [];
    const side = holds(values.slice(end + 1 - size, end + 1));
    if (side === undefined) return [];
    const window = upTo(end, size);
    return [{ end, completes: true, points: window, window, side }];
  });
}

function ofThese({ values }: Present, hits: number, size: number, sideAt: (value: number) => Side): Match[] {
  const sides = values.map(sideAt);
  return sides.flatMap((last, end) => {
    if (end + 1 < size) return [];
    const near = sides.slice(end + 1 - size, end + 1);
    return ([1, -1] as const).flatMap((side) => {
      if (near.filter((each) => each === side).length < hits) return [];
      const window = upTo(end, size);
      const points = window.filter((index) => sides[index] === side);
      return [{ end, completes: last === side, points, window, side }];
    });
  });
}

// The NHS reads "two of three" more narrowly: all three on one side, and a point beyond the limit has its own signal already.
function twoOfThreeInside({ values }: Present, lines: Lines): Match[] {
  const near = values.map((value) =>
    beyond(value, lines.upper, lines.lower) ? 0 : beyondPart(lines, 2 / 3)(value),
  );
  return values.flatMap((_, end) => {
    if (end < 2) return [];
    const window = upTo(end, 3);
    const side = oneSide(values.slice(end - 2, end + 1), lines);
    const points = window.filter((index) => near[index] !== 0);
    if (side === undefined || points.length < 2) return [];
    return [{ end, completes: near[end] !== 0, points, window, side }];
  });
}

function upTo(end: number, size: number): number[] {
  return Array.from({ length: size }, (_, step) => end + 1 - size + step);
}

function beyond(value: number, upper: number, lower: number): Side | undefined {
  if (sideOf(value, upper) > 0) return 1;
  return sideOf(value, lower) < 0 ? -1 : undefined;
}

// Beyond a part of the way from the centre to a limit. With no variation all lines fall together and the first rule speaks alone.
function beyondPart(lines: Lines, part: number): (value: number) => Side {
  const upper = lines.centre + (lines.upper - lines.centre) * part;
  const lower = lines.centre - (lines.centre - lines.lower) * part;
  return (value) => beyond(value, upper, lower) ?? 0;
}

function zone(value: number, lines: Lines): Side {
  return beyondPart(lines, 1 / 3)(value);
}

function oneSide(values: readonly number[], lines: Lines): Side | undefined {
  const side = sideOf(values[0]!, lines.centre);
  return side !== 0 && values.every((value) => sideOf(value, lines.centre) === side) ? side : undefined;
}

function oneWay(values: readonly number[]): Side | undefined {
  const steps = directionsOf(values);
  return steps[0] !== 0 && steps.every((step) => step === steps[0]) ? steps[0] : undefined;
}

function alternates(values: readonly number[]): boolean {
  const steps = directionsOf(values);
  return steps.every((step, index) => step !== 0 && step !== steps[index - 1]);
}

function directionsOf(values: readonly number[]): Side[] {
  return values.slice(1).map((value, index) => sideOf(value, values[index]!));
}
