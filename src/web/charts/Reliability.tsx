import { memo, type ReactNode, useMemo } from 'react';
import base from './Chart.module.css';
import classes from './Reliability.module.css';
import { type ReliabilityBin, reliabilityLayout, reliabilitySummary } from './reliability.ts';
import { useWidth } from './useWidth.ts';

type Props = {
  name: string;
  bins: readonly ReliabilityBin[];
  /** What an odds is called on the axes and in words: "7" of confidence, "70%" of odds. */
  say: (said: number) => string;
  across: string;
  /** Marks what chance does not explain; off where another cause than chance is wanted. */
  marksOff?: boolean;
  height?: number;
};

/** What was said against what came true: dots by count, whiskers over what chance allows, a diagonal for perfect. */
export const Reliability = memo(function Reliability({
  name,
  bins,
  say,
  across,
  marksOff = true,
  height = 400,
}: Props): ReactNode {
  const [frame, width] = useWidth<HTMLElement>(420);
  const { plot, diagonal, diagonalLabel, ticks, marks } = useMemo(
    () => reliabilityLayout(bins, { width, height }, say),
    [bins, width, height, say],
  );
  const box = { width: plot.right + 14, height: plot.bottom + 38 };
  return (
    <figure ref={frame}>
      <svg
        className={classes.chart}
        viewBox={`0 0 ${box.width} ${box.height}`}
        width={box.width}
        height={box.height}
        role="img"
        aria-label={reliabilitySummary(name, bins, say)}
      >
        {ticks.map(({ x, y, text }) => (
          <g key={text}>
            <path className={base.grid} d={`M${plot.left},${y}H${plot.right}`} />
            <path className={base.grid} d={`M${x},${plot.top}V${plot.bottom}`} />
            <text textAnchor="end" x={plot.left - 7} y={y + 3.5}>
              {text}
            </text>
            <text textAnchor="middle" x={x} y={plot.bottom + 16}>
              {text}
            </text>
          </g>
        ))}
        <path className={classes.diagonal} d={diagonal} />
        <text
          className={classes.diagonalText}
          transform={`translate(${diagonalLabel.x} ${diagonalLabel.y}) rotate(${diagonalLabel.angle})`}
        >
          perfectly calibrated
        </text>
        <text textAnchor="middle" x={(plot.left + plot.right) / 2} y={plot.bottom + 33}>
          {across}
        </text>
        <text textAnchor="middle" transform={`translate(11 ${(plot.top + plot.bottom) / 2}) rotate(-90)`}>
          came true
        </text>
        {marks.map(({ x, low, high, bin, isOff }) => (
          <path
            key={bin.said}
            className={isOff && marksOff ? classes.off : classes.whisker}
            d={`M${x},${low}V${high}M${x - 3},${low}h6M${x - 3},${high}h6`}
          />
        ))}
        {marks.map(({ x, y, radius, bin, isOff, label }) => (
          <g key={bin.said}>
            {isOff && marksOff ? (
              <rect
                className={classes.offDot}
                x={x - radius}
                y={y - radius}
                width={radius * 2}
                height={radius * 2}
              />
            ) : (
              <circle className={classes.dot} cx={x} cy={y} r={radius} />
            )}
            <text className={classes.count} textAnchor={label.anchor} x={label.x} y={label.y}>
              {bin.count}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
});
