import type { ReactNode } from 'react';
import { percent } from './dates.ts';
import classes from './ProgressBar.module.css';
import { barMarks, progressWords } from './progress-bar.ts';

type Props = {
  /** As measured: may be below 0 and above 1; null shows none. */
  progress: number | null;
  /** Where it would be by now at an even pace. */
  expected?: number | null;
  /** Shows the number at the right; on by default. */
  withNumber?: boolean;
  width?: number;
};

/** Progress as a bar with its exact number; the tick is the expected pace, and nothing is cut off at 0 or 1 in silence. */
export function ProgressBar({ progress, expected, withNumber = true, width = 120 }: Props): ReactNode {
  const marks = barMarks(progress, expected);
  const words = progressWords(progress, percent);
  const label =
    expected === null || expected === undefined ? words : `${words}; ${percent(expected)} expected by now`;
  return (
    <span className={classes.progress}>
      <svg className={classes.bar} style={{ width }} height="14" role="img" aria-label={label}>
        <title>{label}</title>
        <rect
          className={classes.track}
          x={`${marks.zero}%`}
          width={`${marks.one - marks.zero}%`}
          y="4"
          height="6"
        />
        {progress !== null && (
          <rect
            className={progress < 0 ? classes.below : classes.fill}
            x={`${marks.fillFrom}%`}
            width={`${marks.fillTo - marks.fillFrom}%`}
            y="4"
            height="6"
          />
        )}
        <rect className={classes.end} x={`${marks.zero}%`} width="1" y="2" height="10" />
        <rect className={classes.end} x={`${marks.one}%`} width="1" y="2" height="10" />
        {marks.expected !== undefined && (
          <rect className={classes.expected} x={`${marks.expected}%`} width="2" y="0" height="14" />
        )}
        {marks.beyond && (
          <path
            className={classes.beyond}
            d={marks.beyond === 'left' ? 'M8 1 L0 7 L8 13Z' : `M${width - 8} 1 L${width} 7 L${width - 8} 13Z`}
          />
        )}
      </svg>
      {withNumber && (
        <span className={classes.number} aria-hidden="true">
          {percent(progress)}
        </span>
      )}
    </span>
  );
}
