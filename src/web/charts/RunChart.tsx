import { memo, type ReactNode, useId, useMemo, useState } from 'react';
import { ChartTable } from './ChartTable.tsx';
import { Cursor, Readout } from './Cursor.tsx';
import { Legend } from './Legend.tsx';
import classes from './RunChart.module.css';
import { RunMarksView } from './RunMarksView.tsx';
import { layout, type RunMarks } from './run-chart.ts';
import type { RunSeries, Size } from './series.ts';
import { useWidth } from './useWidth.ts';
import { summary } from './words.ts';

type Props = {
  /** The KPI's name, for the summary that is read aloud. */
  name: string;
  series: RunSeries;
  height?: number;
  /** Called when a point is chosen by click or Enter; `isFurther` when Shift was held, to choose up to there. */
  onChoose?: (index: number, isFurther: boolean) => void;
  /** The points that are chosen, first and last included. */
  chosen?: { from: number; to: number } | undefined;
  /** What can be taken hold of, over the chart. */
  overlay?: (marks: RunMarks, size: Size) => ReactNode;
};

/** A run chart: values with their limits, thresholds, signals and notes; walked along by mouse, touch or arrow keys. */
export const RunChart = memo(function RunChart(props: Props): ReactNode {
  const { name, series, height = 340, onChoose, chosen, overlay } = props;
  const [frame, width] = useWidth<HTMLDivElement>(760);
  const [at, setAt] = useState<number | undefined>(undefined);
  const marks = useMemo(() => layout(series, { width, height }), [series, width, height]);
  const words = useMemo(() => summary(name, series), [name, series]);
  const id = useId();
  return (
    <figure className={classes.figure} aria-labelledby={id}>
      <figcaption id={id} className="unseen">
        {words}
      </figcaption>
      <Readout series={series} at={at} />
      <div className={classes.frame} ref={frame} style={{ minHeight: height }}>
        <RunMarksView marks={marks} size={{ width, height }} />
        {chosen && <Chosen marks={marks} {...chosen} />}
        <Cursor
          name={name}
          series={series}
          marks={withFan(marks)}
          size={{ width, height }}
          at={at}
          onMove={setAt}
          {...(onChoose && {
            // What may come is no reading: nothing can be done with it.
            onChoose: (index, isFurther) => index < series.points.length && onChoose(index, isFurther),
          })}
        />
        {overlay?.(marks, { width, height })}
      </div>
      <Legend series={series} />
      {series.annotations.length > 0 && (
        <ol className={classes.notes} aria-label="Notes on the chart">
          {series.annotations.map(({ index, text }, place) => (
            <li key={`${index} ${text}`}>
              <b>{place + 1}</b>
              {text}
            </li>
          ))}
        </ol>
      )}
      {series.changes && series.changes.length > 0 && (
        <ul className={classes.changes} aria-label="Changes of the definition">
          {series.changes.map(({ index, text }) => (
            <li key={`${index} ${text}`}>{text}</li>
          ))}
        </ul>
      )}
      <ChartTable name={name} series={series} />
    </figure>
  );
});

// The cursor walks on over what may come.
function withFan({ plot, xs, ys, fan }: RunMarks): Pick<RunMarks, 'plot' | 'xs' | 'ys'> {
  return fan ? { plot, xs: [...xs, ...fan.xs], ys: [...ys, ...fan.ys] } : { plot, xs, ys };
}

function Chosen({ marks: { plot, xs, step }, from, to }: { marks: RunMarks; from: number; to: number }) {
  const half = Math.max(3, step / 2);
  const [left, right] = [(xs[from] ?? 0) - half, (xs[to] ?? 0) + half];
  return (
    <div
      className={classes.chosen}
      style={{ left, width: right - left, top: plot.top, height: plot.bottom - plot.top }}
    />
  );
}
