import { memo, type ReactNode, useMemo } from 'react';
import type { Sense } from '#domain/kpi/signals.ts';
import { SignalShape } from './SignalShape.tsx';
import classes from './Sparkline.module.css';
import { sparkline } from './sparkline.ts';

type Props = {
  values: readonly (number | null)[];
  /** Drawn as hairlines where they are near enough. */
  thresholds?: readonly number[];
  /** The sense of a signal at the newest point, marked by shape and colour. */
  sense?: Sense | undefined;
  /** What a screen reader hears, such as "Last 52 weeks: from 4.2 to 4.5". */
  label: string;
  width?: number;
  height?: number;
};

const none: readonly number[] = [];

/** A line of the newest 52 values: small enough for a table, two hundred of them on a page. */
export const Sparkline = memo(function Sparkline(props: Props): ReactNode {
  const { values, thresholds = none, sense, label, width = 132, height = 26 } = props;
  const marks = useMemo(
    () => sparkline(values, thresholds, { width, height }),
    [values, thresholds, width, height],
  );
  return (
    <svg className={classes.sparkline} width={width} height={height} role="img" aria-label={label}>
      {marks.thresholds.map((y) => (
        <path key={y} className={classes.threshold} d={`M0,${y}H${width}`} />
      ))}
      <path className={classes.line} d={marks.path} />
      {marks.lone.map(({ x, y }) => (
        <circle key={x} className={classes.point} cx={x} cy={y} r={1} />
      ))}
      {marks.last &&
        (sense ? (
          <SignalShape x={marks.last.x} y={marks.last.y} size={7} sense={sense} />
        ) : (
          <circle className={classes.point} cx={marks.last.x} cy={marks.last.y} r={2} />
        ))}
    </svg>
  );
});
