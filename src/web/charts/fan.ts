import { linePath, tenths } from './path.ts';
import type { FanStep, Plot, Point, RunSeries } from './series.ts';
import type { ValueAxis } from './value-axis.ts';

/** What a fan puts on a run chart, in pixels: its bands from the widest to the narrowest, and where the present ends. */
export type FanMarks = {
  /** The line between what was and what may come. */
  now: number;
  bands: { percent: 95 | 80 | 50; path: string }[];
  median: string;
  /** The slots after the last point, and their medians, for the cursor. */
  xs: number[];
  ys: number[];
  /** Where the words "if nothing changes" have room: they are written from `x` on, or end there. */
  words: { x: number; y: number; anchor: 'start' | 'end' };
};

// Places in the nine quantiles of a step.
const [median, bands] = [
  4,
  [
    { percent: 95, from: 0, to: 8 },
    { percent: 80, from: 2, to: 6 },
    { percent: 50, from: 3, to: 5 },
  ] as const,
];

// Half a year of days would press the one coming week into a hair.
const leastRoom = 140;
const wordsRoom = 108;

/** The steps of a fan that come after the last point; a period that has not ended may have a point already. */
export function stepsAhead({ fan = [], points }: RunSeries): FanStep[] {
  const last = points.at(-1)?.period ?? '';
  return fan.filter(({ period }) => period > last);
}

/** How wide the slots after the last point are: as wide as those before, but a quarter of the plot, or 140 pixels, at least together. */
export function aheadStep(width: number, count: number, ahead: number): number {
  if (ahead === 0) return 0;
  const even = width / Math.max(1, count - 1 + ahead);
  return Math.max(even, Math.min(leastRoom, width / 4) / ahead);
}

/** The values of a fan that the axis must hold, and those that it may leave out when they would press the rest flat. */
export function fanValues({ fan = [] }: RunSeries): { core: number[]; wished: number[] } {
  return {
    core: fan.flatMap(({ quantiles }) => [quantiles[2]!, quantiles[6]!]),
    wished: fan.flatMap(({ quantiles }) => [quantiles[0]!, quantiles[8]!]),
  };
}

/** Lays out the fan of a series: it opens at the last complete point, as measured. */
export function fanMarks(
  series: RunSeries,
  { xs, ahead, plot, axis }: { xs: readonly number[]; ahead: number; plot: Plot; axis: ValueAxis },
): FanMarks | undefined {
  const { fan, points } = series;
  if (!fan || fan.length === 0) return undefined;
  const later = stepsAhead(series);
  const lastX = xs.at(-1) ?? plot.left;
  const laterXs = later.map((_, index) => tenths(lastX + (index + 1) * ahead));
  const placed = new Map([
    ...points.map(({ period }, index): [string, number] => [period, xs[index]!]),
    ...later.map(({ period }, index): [string, number] => [period, laterXs[index]!]),
  ]);
  const steps = fan.flatMap((step) => {
    const x = placed.get(step.period);
    return x === undefined ? [] : [{ ...step, x }];
  });
  const first = steps[0];
  if (!first) return undefined;
  const y = (value: number) => Math.min(plot.bottom, Math.max(plot.top, axis.y(value)));
  const from = opening(points, first.period);
  const start = from === undefined ? [] : [{ x: xs[from]!, y: y(points[from]!.value!) }];
  const edge = (place: number) => [
    ...start,
    ...steps.map(({ x, quantiles }) => ({ x, y: y(quantiles[place]!) })),
  ];
  const now = from === undefined ? first.x : (xs[from]! + first.x) / 2;
  const isAtStart = plot.right - now >= wordsRoom;
  // Far from the words the fan may be as wide as it likes.
  const beside = steps.filter(({ x }, at) => !isAtStart || at === 0 || x <= now + wordsRoom);
  return {
    now: tenths(now),
    bands: bands.map(({ percent, from: low, to: high }) => ({ percent, path: area(edge(high), edge(low)) })),
    median: linePath(edge(median)),
    xs: laterXs,
    ys: later.map(({ quantiles }) => y(quantiles[median]!)),
    words: {
      y: wordsAt(
        beside.flatMap(({ quantiles }) => [y(quantiles[0]!), y(quantiles[8]!)]),
        series.thresholds.map(({ value }) => y(value)),
        plot,
      ),
      ...(isAtStart
        ? { x: tenths(now + 5), anchor: 'start' as const }
        : { x: plot.right, anchor: 'end' as const }),
    },
  };
}

// At the bottom or at the top, whichever is further from the fan and from what is asked.
function wordsAt(fan: readonly number[], lines: readonly number[], plot: Plot): number {
  const places = [plot.bottom - 6, plot.top + 12];
  const free = places.map((place) =>
    Math.min(...[...fan, ...lines].map((each) => Math.abs(each - place + 4))),
  );
  return free[0]! >= free[1]! ? places[0]! : places[1]!;
}

function opening(points: readonly Point[], firstPeriod: string): number | undefined {
  const found = points.findLastIndex(
    ({ value, partial, period }) => value !== null && !partial && period < firstPeriod,
  );
  return found < 0 ? undefined : found;
}

function area(
  upper: readonly { x: number; y: number }[],
  lower: readonly { x: number; y: number }[],
): string {
  if (upper.length < 2) return '';
  const back = lower.toReversed().map(({ x, y }) => `L${tenths(x)},${tenths(y)}`);
  return `${linePath(upper)}${back.join('')}Z`;
}
