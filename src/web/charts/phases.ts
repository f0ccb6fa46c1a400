import { tenths, textWidth } from './path.ts';
import type { Plot, RunSeries } from './series.ts';
import type { ValueAxis } from './value-axis.ts';

/** The limits of one phase as drawn; a limit that cannot be reached (below zero for a count) has no line. */
export type PhaseMark = {
  x0: number;
  x1: number;
  centre: number;
  upper: number | undefined;
  lower: number | undefined;
  /** Where the band between the limits begins and ends, from above. */
  bandTop: number;
  bandBottom: number;
  isTrial: boolean;
  /** The phase that holds now. */
  isPresent: boolean;
  label: string | undefined;
};

/** How slots and values become pixels. */
export type Grid = { plot: Plot; start: number; step: number; axis: ValueAxis };

/** The limits phase by phase; each reaches half a slot beyond its points, so that phases meet without a hole. */
export function phaseMarks(
  { phases, points, bounds }: RunSeries,
  { plot, start, step, axis }: Grid,
): PhaseMark[] {
  const last = points.length - 1;
  const least = bounds?.least ?? Number.NEGATIVE_INFINITY;
  const most = bounds?.most ?? Number.POSITIVE_INFINITY;
  return phases.map((phase) => ({
    x0: tenths(phase.from === 0 ? plot.left : start + (phase.from - 0.5) * step),
    x1: tenths(phase.to >= last ? plot.right : start + (phase.to + 0.5) * step),
    centre: axis.y(phase.centre),
    upper: phase.upper > most ? undefined : axis.y(phase.upper),
    lower: phase.lower < least ? undefined : axis.y(phase.lower),
    bandTop: axis.y(Math.min(phase.upper, most)),
    bandBottom: axis.y(Math.max(phase.lower, least)),
    isTrial: phase.strength === 'trial',
    isPresent: phase.to >= last,
    label: fits(phase.label, plot.right - start - (phase.from - 0.5) * step) ? phase.label : undefined,
  }));
}

function fits(label: string | undefined, room: number): boolean {
  return label !== undefined && textWidth(label) + 10 <= room;
}
