import { memo, type ReactNode, useMemo } from 'react';
import base from './Chart.module.css';
import classes from './ProgressChart.module.css';
import { type ProgressSeries, progressLayout, progressSummary } from './progress-chart.ts';
import { useWidth } from './useWidth.ts';

type Props = { name: string; series: ProgressSeries; height?: number };

/** The value of a key result over its cycle against the expected line. */
export const ProgressChart = memo(function ProgressChart({ name, series, height = 200 }: Props): ReactNode {
  const [frame, width] = useWidth<HTMLElement>(560);
  const marks = useMemo(() => progressLayout(series, { width, height }), [series, width, height]);
  const { plot } = marks;
  return (
    <figure ref={frame} style={{ minHeight: height }}>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${width} ${height}`}
        width="100%"
        height={height}
        role="img"
        aria-label={progressSummary(name, series)}
      >
        {marks.valueTicks.map(({ y, text }) => (
          <g key={y}>
            <path className={base.grid} d={`M${plot.left},${y}H${plot.right}`} />
            <text textAnchor="end" x={plot.left - 8} y={y + 3.5}>
              {text}
            </text>
          </g>
        ))}
        <path className={base.axis} d={`M${plot.left},${plot.bottom}H${plot.right}`} />
        {marks.dayTicks.map(({ x, text, anchor }) => (
          <text key={text} textAnchor={anchor} x={x} y={plot.bottom + 17}>
            {text}
          </text>
        ))}
        {marks.today !== undefined && (
          <path className={classes.today} d={`M${marks.today},${plot.top}V${plot.bottom}`} />
        )}
        <path className={classes.target} d={`M${plot.left},${marks.target}H${plot.right}`} />
        <path className={classes.baseline} d={`M${plot.left},${marks.baseline}H${plot.right}`} />
        <path className={classes.expected} d={marks.expected} />
        <path className={classes.value} d={marks.value} />
        {marks.dots.map(({ x, y }) => (
          <circle key={x} className={classes.dot} cx={x} cy={y} r={2} />
        ))}
        {marks.last && <circle className={classes.dot} cx={marks.last.x} cy={marks.last.y} r={4} />}
        {marks.pointLabels.map(({ kind, text, x, y, anchor }) => (
          <text
            key={kind}
            className={`${classes.beside} ${classes[`${kind}Text`]}`}
            textAnchor={anchor}
            x={x}
            y={y}
          >
            {text}
          </text>
        ))}
        {marks.labels.map(({ kind, text, y, lineY }) => (
          <g key={kind} className={classes[`${kind}Label`]}>
            <path d={`M${plot.right + 2},${lineY}L${plot.right + 9},${y}`} />
            <text x={plot.right + 13} y={y + 3.5}>
              {text}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
});
