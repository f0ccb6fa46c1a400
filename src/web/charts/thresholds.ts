import { tenths } from './path.ts';
import type { Grid } from './phases.ts';
import type { RunSeries, Threshold } from './series.ts';

/** A threshold as drawn, over the slots in which it held. One that lies off the chart has no line, only its label. */
export type ThresholdMark = { kind: Threshold['kind']; x0: number; x1: number; y: number };

/** The stretches of the thresholds that lie on the chart. */
export function thresholdMarks(
  { thresholds, points }: RunSeries,
  { plot, start, step, axis }: Grid,
): ThresholdMark[] {
  return thresholds.flatMap(({ kind, value, from, until }): ThresholdMark[] => {
    if (value < axis.least || value > axis.most) return [];
    const first = from === undefined ? 0 : points.findIndex((point) => point.start >= from);
    const last =
      until === undefined ? points.length - 1 : points.findLastIndex((point) => point.start <= until);
    if (first < 0 || last < first) return [];
    return [
      {
        kind,
        x0: tenths(first === 0 ? plot.left : start + (first - 0.5) * step),
        x1: tenths(last === points.length - 1 ? plot.right : start + (last + 0.5) * step),
        y: axis.y(value),
      },
    ];
  });
}
