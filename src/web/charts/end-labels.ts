import type { Threshold } from './series.ts';
import { spread } from './spread.ts';
import type { ValueAxis } from './value-axis.ts';

/** A line that is named at its right end. */
export type Line = { kind: Threshold['kind'] | 'centre' | 'limit'; label: string; value: number };

/** A label at `y`; its line lies at `lineY`, which differs where labels had to part, or is off the chart. */
export type EndLabel = {
  kind: Line['kind'];
  text: string;
  y: number;
  lineY: number;
  off: 'above' | 'below' | undefined;
};

/** Names lines at their ends without overlaps. */
export function endLabels(
  lines: readonly Line[],
  text: (line: Line) => string,
  axis: ValueAxis,
  { top, bottom, room }: { top: number; bottom: number; room: number },
): EndLabel[] {
  const off = lines.map(({ value }) =>
    value > axis.most ? 'above' : value < axis.least ? 'below' : undefined,
  );
  const lineYs = lines.map(({ value }, index) =>
    off[index] ? (off[index] === 'above' ? top : bottom) : axis.y(value),
  );
  const ys = spread(lineYs, room, top, bottom);
  return lines.map((line, index) => {
    const arrow = off[index] === 'above' ? ' ↑' : off[index] === 'below' ? ' ↓' : '';
    return {
      kind: line.kind,
      text: `${text(line)}${arrow}`,
      y: ys[index]!,
      lineY: lineYs[index]!,
      off: off[index],
    };
  });
}
