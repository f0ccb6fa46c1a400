import { type ReactNode, useMemo } from 'react';
import { formatValue } from '#domain/kpi/format.ts';
import { movingRange } from './moving-range.ts';
import classes from './RunMarks.module.css';
import type { Plot, RunSeries } from './series.ts';

type Props = {
  series: RunSeries;
  /** The plot and the slots of the chart above, so that both stand in line. */
  plot: Plot;
  xs: readonly number[];
  width: number;
};

const height = 92;

/** How far each value moved from the one before, below the chart of the values. */
export function MovingRange({ series, plot, xs, width }: Props): ReactNode {
  const inner = useMemo(() => ({ ...plot, top: 28, bottom: height - 8 }), [plot]);
  const marks = useMemo(() => movingRange(series, xs, inner), [series, xs, inner]);
  const limit = series.phases.at(-1)?.upperRange;
  const text = (value: number) => formatValue(value, series.unit, series.decimals);
  return (
    <svg
      className={classes.chart}
      viewBox={`0 0 ${width} ${height}`}
      width="100%"
      height={height}
      role="img"
      aria-label={`Moving ranges${limit === undefined ? '' : `, upper range limit ${text(limit)}`}`}
    >
      <text x={inner.left} y={18}>
        Moving range: the step from one value to the next
      </text>
      <path className={classes.axis} d={`M${inner.left},${inner.bottom}H${inner.right}`} />
      {marks.limits.map(({ x0, x1, y }) => (
        <path key={x0} className={classes.limit} d={`M${x0},${y}H${x1}`} />
      ))}
      <path className={classes.line} d={marks.line} />
      {marks.dots.map(({ index, x, y, isBeyond }) => (
        <circle
          key={index}
          className={isBeyond ? classes.beyond : classes.dot}
          cx={x}
          cy={y}
          r={isBeyond ? 3.5 : 1.8}
        />
      ))}
      {limit !== undefined && (
        <text x={inner.right + 14} y={(marks.limits.at(-1)?.y ?? inner.top) + 3.5}>
          Upper {text(limit)}
        </text>
      )}
    </svg>
  );
}
