import type { PointerEvent, ReactNode } from 'react';
import { formatValue } from '#domain/kpi/format.ts';
import { periodName, weekDays } from '../parts/dates.ts';
import classes from './Cursor.module.css';
import { stepsAhead } from './fan.ts';
import type { RunMarks } from './run-chart.ts';
import type { RunSeries, Size } from './series.ts';
import { fanWords, pointWords } from './words.ts';

type Props = {
  name: string;
  series: RunSeries;
  marks: Pick<RunMarks, 'plot' | 'xs' | 'ys'>;
  size: Size;
  at: number | undefined;
  onMove: (index: number | undefined) => void;
  /** `isFurther`: Shift was held, so that what is chosen already goes on up to here. */
  onChoose?: (index: number, isFurther: boolean) => void;
};

/** The place of the reader on a chart: follows the pointer, or the arrow keys through a slider that lies unseen on the plot. */
export function Cursor({ name, series, marks, size, at, onMove, onChoose }: Props): ReactNode {
  const { plot, xs, ys } = marks;
  const follow = (event: PointerEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    onMove(nearest(xs, ((event.clientX - box.left) / box.width) * size.width));
  };
  const last = xs.length - 1;
  // What may come is reached with the arrow keys; reading begins with what was.
  const newest = Math.max(0, Math.min(last, series.points.length - 1));
  const x = at === undefined ? undefined : xs[at];
  const y = at === undefined ? undefined : ys[at];
  if (last < 0) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the slider inside is the way for keys; this is only the pointer's
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      className={classes.cursor}
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={() => onMove(undefined)}
      onClick={(event) => at !== undefined && onChoose?.(at, event.shiftKey)}
    >
      <input
        className={classes.slider}
        type="range"
        min={0}
        max={last}
        value={at ?? newest}
        aria-label={`Walk along ${name}`}
        aria-valuetext={pointText(series, at ?? newest)}
        onChange={(event) => onMove(Number(event.currentTarget.value))}
        onFocus={() => onMove(at ?? newest)}
        onBlur={() => onMove(undefined)}
        onKeyDown={(event) => event.key === 'Enter' && at !== undefined && onChoose?.(at, event.shiftKey)}
      />
      <svg className={classes.mark} viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
        {x !== undefined && <path d={`M${x},${plot.top}V${plot.bottom}`} />}
        {x !== undefined && y !== null && y !== undefined && <circle cx={x} cy={y} r={5} />}
      </svg>
    </div>
  );
}

// Slots to come may be wider than those that were.
function nearest(xs: readonly number[], x: number): number {
  const after = xs.findIndex((each) => each >= x);
  if (after <= 0) return after < 0 ? xs.length - 1 : 0;
  return x - xs[after - 1]! < xs[after]! - x ? after - 1 : after;
}

function pointText(series: RunSeries, index: number): string {
  const point = series.points[index];
  const step = stepsAhead(series)[index - series.points.length];
  if (step)
    return `${periodName(step.period)}: ${formatValue(step.quantiles[4]!, series.unit, series.decimals)}, ${fanWords(step, series)}`;
  if (!point) return '';
  const words = pointWords(index, series);
  return `${periodName(point.period)}: ${formatValue(point.value, series.unit, series.decimals)}${words && `, ${words}`}`;
}

/** What the chart says at the cursor, else at its newest point; always there, so that nothing jumps. */
export function Readout({ series, at }: { series: RunSeries; at: number | undefined }): ReactNode {
  const { points } = series;
  const complete = points.findLastIndex((each) => each.value !== null && !each.partial);
  const index = at ?? (complete >= 0 ? complete : points.findLastIndex((each) => each.value !== null));
  const point = points[index];
  const step = stepsAhead(series)[index - points.length];
  if (step) {
    return (
      <p className={classes.readout} aria-hidden="true">
        <b>{formatValue(step.quantiles[4]!, series.unit, series.decimals)}</b>
        <span>{periodName(step.period)}</span>
        <span className={classes.words}>{fanWords(step, series)}</span>
      </p>
    );
  }
  if (!point) return <p className={classes.readout}>No readings yet</p>;
  return (
    <p className={classes.readout} aria-hidden="true">
      <b>{formatValue(point.value, series.unit, series.decimals)}</b>
      <span>{periodName(point.period)}</span>
      <span className={classes.days}>{weekDays(point.period)}</span>
      {point.adjusted !== undefined && (
        <span>without its season {formatValue(point.adjusted, series.unit, series.decimals)}</span>
      )}
      <span className={classes.words}>{pointWords(index, series)}</span>
    </p>
  );
}
