import { linePath, type Spot, tenths } from './path.ts';
import { judgedValue, type Plot, type RunSeries } from './series.ts';

/** The moving ranges below a run chart: dots, the upper range limit per phase, and those beyond it. */
export type RangeMarks = {
  line: string;
  dots: (Spot & { index: number; isBeyond: boolean })[];
  limits: { x0: number; x1: number; y: number }[];
  most: number;
};

/** Lays out the distances between neighbours in the slots `xs` of the chart above; there is none across a gap or a phase break. */
export function movingRange(
  { points, phases }: RunSeries,
  xs: readonly number[],
  { left, right, top, bottom }: Plot,
): RangeMarks {
  const phaseAt = (index: number) => phases.find((phase) => phase.from <= index && phase.to >= index);
  const values = points.map(judgedValue);
  const ranges = values.map((value, index): number | null => {
    const before = values[index - 1] ?? null;
    const isWhole = !points[index]!.partial && phaseAt(index) === phaseAt(index - 1);
    if (value === null || before === null || !isWhole) return null;
    return Math.abs(value - before);
  });
  const limited = phases.filter((phase) => phase.upperRange !== undefined);
  const most =
    Math.max(...ranges.map((range) => range ?? 0), ...limited.map((phase) => phase.upperRange!)) || 1;
  const y = (value: number) => tenths(bottom - (value / most) * (bottom - top));
  const spots = ranges.map((range, index): Spot | null =>
    range === null ? null : { x: xs[index]!, y: y(range) },
  );
  const half = ((xs[1] ?? 0) - (xs[0] ?? 0)) / 2;
  return {
    line: linePath(spots),
    dots: spots.flatMap((spot, index) => {
      const limit = phaseAt(index)?.upperRange;
      return spot
        ? [
            {
              ...spot,
              index,
              isBeyond: limit !== undefined && ranges[index]! > limit + 1e-9 * Math.max(1, limit),
            },
          ]
        : [];
    }),
    limits: limited.map((phase) => ({
      x0: tenths(phase.from === 0 ? left : xs[phase.from]! - half),
      x1: tenths(phase.to >= points.length - 1 ? right : xs[phase.to]! + half),
      y: y(phase.upperRange!),
    })),
    most,
  };
}
