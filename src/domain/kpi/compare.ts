/** 1 above, -1 below, 0 on it. */
export type Side = -1 | 0 | 1;

/**
 * On which side of a line a value lies. A value within 1e-9 · max(1, |line|) of the line is on it: without that tolerance
 * thirty readings of 0.1, whose mean is not quite 0.1, are thirty signals.
 */
export function sideOf(value: number, line: number): Side {
  const distance = value - line;
  if (Math.abs(distance) <= 1e-9 * Math.max(1, Math.abs(line))) return 0;
  return distance > 0 ? 1 : -1;
}

/** Whether a value has crossed a floor or a ceiling to its bad side; a value on the line has not. */
export function beyondThreshold(
  value: number,
  floor: number | undefined,
  ceiling: number | undefined,
): boolean {
  return (
    (floor !== undefined && sideOf(value, floor) < 0) || (ceiling !== undefined && sideOf(value, ceiling) > 0)
  );
}

/** The mean, taken about the first value so that equal values have exactly that mean; NaN for no values. */
export function mean(values: readonly number[]): number {
  const origin = values[0] ?? Number.NaN;
  let sum = 0;
  for (const value of values) sum += value - origin;
  return origin + sum / values.length;
}

/** The middle value, or the mean of the two middle ones; NaN for no values. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[half]!;
  return sorted.length === 0 ? Number.NaN : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Throws RangeError when a value is NaN or infinite: every average and limit after it would silently be so too. */
export function refuseNonFinite(values: readonly (number | null)[]): void {
  const bad = values.find((value) => value !== null && !Number.isFinite(value));
  if (bad !== undefined) throw new RangeError(`${bad} is not a finite number`);
}
