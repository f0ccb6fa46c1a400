/** Where the parts of a progress bar lie, in percent of its width. */
export type BarMarks = {
  zero: number;
  one: number;
  fillFrom: number;
  fillTo: number;
  expected: number | undefined;
  /** The value lies so far out that the bar only points there. */
  beyond: 'left' | 'right' | undefined;
};

const least = -0.15;
const most = 1.15;

function place(share: number): number {
  const clamped = Math.min(most, Math.max(least, share));
  return Math.round(((clamped - least) / (most - least)) * 10_000) / 100;
}

/** Lays out a bar from −0.15 to 1.15, the same for all values: bars below each other keep their 0 and 1 in line. */
export function barMarks(progress: number | null, expected?: number | null): BarMarks {
  const value = progress ?? 0;
  return {
    zero: place(0),
    one: place(1),
    fillFrom: place(Math.min(0, value)),
    fillTo: place(Math.max(0, value)),
    expected: expected === null || expected === undefined ? undefined : place(expected),
    beyond: value < least ? 'left' : value > most ? 'right' : undefined,
  };
}

/** Progress in words, exact outside of 0 to 1 too: '−20%, below the baseline'. */
export function progressWords(progress: number | null, percent: (share: number | null) => string): string {
  if (progress === null) return 'no progress yet';
  if (progress < 0) return `${percent(progress)}, below the baseline`;
  return progress > 1 ? `${percent(progress)}, beyond the target` : percent(progress);
}
