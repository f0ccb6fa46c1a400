import { tenths } from './path.ts';
import type { Plot, Size } from './series.ts';

/** One bin of what was said: its odds (0 to 1), how many came true of how many, and where the true share lies. */
export type ReliabilityBin = { said: number; count: number; cameTrue: number; low: number; high: number };

/** A bin as it is drawn: a dot whose area is its count, and a whisker over the interval. */
export type ReliabilityMark = {
  x: number;
  y: number;
  radius: number;
  low: number;
  high: number;
  /** The count stands beside the dot where there is room, else only in the words. */
  label: { x: number; y: number; anchor: 'start' | 'end' };
  bin: ReliabilityBin;
  /** Whether the interval leaves what was said out: more than chance. */
  isOff: boolean;
};

/** What a reliability diagram puts on the page, in pixels. */
export type ReliabilityMarks = {
  plot: Plot;
  diagonal: string;
  diagonalLabel: { x: number; y: number; angle: number };
  ticks: { x: number; y: number; text: string }[];
  marks: ReliabilityMark[];
};

const largest = 11;
const smallest = 2.5;
// A dot on a corner must not lie on the numbers of the axes.
const inside = largest + 2;

/** Lays out what was said (across) against what came true (upwards); on the diagonal both are the same. */
export function reliabilityLayout(
  bins: readonly ReliabilityBin[],
  { width, height }: Size,
  ticks: (share: number) => string,
): ReliabilityMarks {
  const side = Math.min(width - 58, height - 48);
  const plot = { left: 46, top: 10, right: 46 + side, bottom: 10 + side };
  const x = (share: number) => tenths(plot.left + inside + share * (side - 2 * inside));
  const y = (share: number) => tenths(plot.bottom - inside - share * (side - 2 * inside));
  const most = Math.max(1, ...bins.map(({ count }) => count));
  return {
    plot,
    diagonal: `M${x(0)},${y(0)}L${x(1)},${y(1)}`,
    diagonalLabel: { x: x(0.29), y: tenths(y(0.29) - 9), angle: -45 },
    ticks: [0, 0.2, 0.4, 0.6, 0.8, 1].map((share) => ({ x: x(share), y: y(share), text: ticks(share) })),
    marks: bins
      .filter(({ count }) => count > 0)
      .map((bin) => {
        const share = bin.cameTrue / bin.count;
        const radius = tenths(Math.max(smallest, largest * Math.sqrt(bin.count / most)));
        const isLeft = bin.said > 0.95;
        const towards = isLeft ? -1 : 1;
        return {
          ...{ x: x(bin.said), y: y(share), radius, low: y(bin.low), high: y(bin.high), bin },
          label: {
            x: tenths(x(bin.said) + towards * (radius + 4)),
            y: tenths(y(share) + 4),
            anchor: isLeft ? 'end' : 'start',
          },
          isOff: bin.said < bin.low || bin.said > bin.high,
        };
      }),
  };
}

/** The diagram in words, for those who do not see it. */
export function reliabilitySummary(
  name: string,
  bins: readonly ReliabilityBin[],
  say: (said: number) => string,
): string {
  const known = bins.filter(({ count }) => count > 0);
  if (known.length === 0) return `${name}: nothing has come due yet.`;
  const parts = known.map(({ said, count, cameTrue }) => `${say(said)}: ${cameTrue} of ${count} came true`);
  return `${name}. ${parts.join('; ')}.`;
}
