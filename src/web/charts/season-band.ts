import { linePath } from './path.ts';
import type { RunSeries } from './series.ts';
import type { ValueAxis } from './value-axis.ts';

/** Level and limits that swing with the season, as paths; `area` is what lies between the limits. */
export type SeasonBand = { area: string; centre: string; upper: string; lower: string };

/** The limits of measured values: those of the adjusted ones with the season of each period put back; undefined without a season. */
export function seasonBand(
  { points, bounds }: Pick<RunSeries, 'points' | 'bounds'>,
  xs: readonly number[],
  axis: Pick<ValueAxis, 'y'>,
): SeasonBand | undefined {
  const spans = points.map(({ span }) => span);
  if (spans.every((span) => span === undefined)) return undefined;
  const kept = (value: number) => Math.max(bounds?.least ?? value, Math.min(bounds?.most ?? value, value));
  const path = (side: 'lower' | 'centre' | 'upper') =>
    linePath(spans.map((span, index) => (span ? { x: xs[index]!, y: axis.y(kept(span[side])) } : null)));
  const stretches: number[][] = [];
  for (const [index, span] of spans.entries()) {
    if (!span) continue;
    if (spans[index - 1]) stretches.at(-1)!.push(index);
    else stretches.push([index]);
  }
  const area = stretches.map((stretch) => {
    const spot = (side: 'lower' | 'upper') => (index: number) =>
      `${xs[index]},${axis.y(kept(spans[index]![side]))}`;
    return `M${stretch.map(spot('upper')).join('L')}L${stretch.toReversed().map(spot('lower')).join('L')}Z`;
  });
  return { area: area.join(''), centre: path('centre'), upper: path('upper'), lower: path('lower') };
}
