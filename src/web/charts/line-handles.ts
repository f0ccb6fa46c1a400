import type { RunMarks } from './run-chart.ts';
import type { RunSeries, Threshold } from './series.ts';
import { spread } from './spread.ts';
import type { ValueAxis } from './value-axis.ts';

/** The height of what is taken hold of, in pixels: less is hard to hit. */
export const handleHeight = 24;

/** A line that can be moved: which one it is, where it stands, and the height at which it is taken hold of. */
export type Handle = { field: NonNullable<Threshold['field']>; label: string; value: number; y: number };

/** The lines of the thresholds in force at the newest point, each as near to its label as the others let it. */
export function handlesOf(
  { thresholds, points }: Pick<RunSeries, 'thresholds' | 'points'>,
  { labels, plot }: Pick<RunMarks, 'labels' | 'plot'>,
): Handle[] {
  const newest = points.at(-1)?.start ?? '';
  const inForce = thresholds.filter(({ until }) => until === undefined || until >= newest);
  const named = labels.filter(({ kind }) => kind !== 'centre' && kind !== 'limit');
  // Labels come in the order of the lines.
  const handles = inForce.flatMap(({ field, label, value }, at) => {
    const y = named[at]?.y;
    return field && y !== undefined ? [{ field, label, value, y }] : [];
  });
  const apart = spread(
    handles.map(({ y }) => y),
    ...([handleHeight, plot.top, plot.bottom] as const),
  );
  return handles.map((handle, at) => ({ ...handle, y: apart[at]! }));
}

type Words = Pick<RunSeries, 'decimals'>;

/** The value at a height, rounded to what can be told apart on the chart and written with the decimals of the unit. */
export function valueAt(y: number, { axis, plot }: Pick<RunMarks, 'axis' | 'plot'>, words: Words): number {
  const kept = Math.max(plot.top, Math.min(plot.bottom, y));
  const part = (plot.bottom - kept) / (plot.bottom - plot.top);
  return rounded(axis.least + part * (axis.most - axis.least), stepOf(axis, words));
}

/** Where a key moves a line to; undefined for keys that move nothing. Page keys go ten steps. */
export function movedBy(key: string, from: number, axis: ValueAxis, words: Words): number | undefined {
  const step = stepOf(axis, words);
  const steps = { ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 10, PageDown: -10 }[key];
  return steps === undefined ? undefined : rounded(from + steps * step, step);
}

// About a hundredth of what is shown: 1, 2 or 5 of some decimal place that the unit has.
function stepOf({ least, most }: Pick<ValueAxis, 'least' | 'most'>, { decimals }: Words): number {
  const fine = (most - least) / 100;
  const place = 10 ** Math.floor(Math.log10(fine));
  const step = [1, 2, 5, 10].map((each) => each * place).findLast((each) => each <= fine * 1.25) ?? place;
  return Math.max(step, 10 ** -decimals);
}

function rounded(value: number, step: number): number {
  // Of 0.1 × 3 the digits behind the step are the computer's, not the person's.
  return Number((Math.round(value / step) * step).toPrecision(12));
}
