import { memo, type ReactNode } from 'react';
import classes from './ConfidenceStrip.module.css';

type Props = {
  /** Confidence by check-in, oldest first; null where a check-in was missed. */
  values: readonly (number | null)[];
  width?: number;
  height?: number;
};

const slot = 9;

/** How confidence moved from check-in to check-in: one bar each on a scale of 0 to 10; a missed one is a gap. */
export const ConfidenceStrip = memo(function ConfidenceStrip({
  values,
  width = 120,
  height = 24,
}: Props): ReactNode {
  const shown = values.slice(-Math.floor(width / slot));
  const label = `Confidence by check-in: ${shown.map((value) => value ?? 'none').join(', ') || 'none yet'}`;
  return (
    <svg width={width} height={height} role="img" aria-label={label}>
      <path className={classes.axis} d={`M0,${height - 0.5}H${width}`} />
      <path className={classes.half} d={`M0,${height / 2}H${width}`} />
      {shown.map((value, index) => {
        if (value === null) return null;
        // A confidence of nought is a statement too, so it keeps a sliver.
        const bar = Math.max(1.5, (value / 10) * (height - 2));
        const isLast = index === shown.length - 1;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a bar is nothing but its place
            key={index}
            className={isLast ? classes.last : classes.bar}
            x={index * slot}
            y={height - bar}
            width={slot - 3}
            height={bar}
          />
        );
      })}
    </svg>
  );
});
