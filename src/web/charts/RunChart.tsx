import { memo, type ReactNode, useId, useMemo, useState } from 'react';
import { ChartTable } from './ChartTable.tsx';
import { Cursor, Readout } from './Cursor.tsx';
import { Legend } from './Legend.tsx';
import { MovingRange } from './MovingRange.tsx';
import classes from './RunChart.module.css';
import { RunMarksView } from './RunMarksView.tsx';
import { layout } from './run-chart.ts';
import type { RunSeries } from './series.ts';
import { useWidth } from './useWidth.ts';
import { summary } from './words.ts';

type Props = {
  /** The KPI's name, for the summary that is read aloud. */
  name: string;
  series: RunSeries;
  height?: number;
  /** Draws the moving ranges below. */
  withRanges?: boolean;
  /** Called when a point is chosen by click or Enter. */
  onChoose?: (index: number) => void;
};

/** A run chart: values with their limits, thresholds, signals and notes; walked along by mouse, touch or arrow keys. */
export const RunChart = memo(function RunChart(props: Props): ReactNode {
  const { name, series, height = 340, withRanges = false, onChoose } = props;
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
        <Cursor
          name={name}
          series={series}
          marks={marks}
          size={{ width, height }}
          at={at}
          onMove={setAt}
          {...(onChoose && { onChoose })}
        />
      </div>
      {withRanges && <MovingRange series={series} plot={marks.plot} xs={marks.xs} width={width} />}
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
      <ChartTable name={name} series={series} />
    </figure>
  );
});
