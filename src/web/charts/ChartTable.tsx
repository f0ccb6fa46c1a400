import { type ReactNode, useState } from 'react';
import { formatValue } from '#domain/kpi/format.ts';
import { periodName } from '../parts/dates.ts';
import classes from './ChartTable.module.css';
import type { RunSeries } from './series.ts';
import { fanWords, pointWords } from './words.ts';

/** The same chart as a table, newest first, for those who read rather than see; drawn when it is opened. */
export function ChartTable({ name, series }: { name: string; series: RunSeries }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { points, unit, decimals } = series;
  const isSeasonal = points.some(({ adjusted }) => adjusted !== undefined);
  return (
    <details className={classes.details} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>As a table</summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached to be scrolled
        <section className={classes.scroll} tabIndex={0} aria-label={`${name} as a table`}>
          <table>
            <caption className="unseen">{name}</caption>
            <thead>
              <tr>
                <th scope="col">Period</th>
                <th scope="col">Value</th>
                {isSeasonal && <th scope="col">Without its season</th>}
                <th scope="col">Note</th>
              </tr>
            </thead>
            <tbody>
              {series.fan?.toReversed().map((step) => (
                <tr key={`to come ${step.period}`} className={classes.past}>
                  <th scope="row">{periodName(step.period)}</th>
                  <td>{formatValue(step.quantiles[4]!, unit, decimals)}</td>
                  {isSeasonal && <td />}
                  <td>forecast: {fanWords(step, series)}</td>
                </tr>
              ))}
              {points
                .map((point, index) => (
                  <tr key={point.period}>
                    <th scope="row">{periodName(point.period)}</th>
                    <td>{formatValue(point.value, unit, decimals)}</td>
                    {isSeasonal && <td>{formatValue(point.adjusted ?? null, unit, decimals)}</td>}
                    <td>{pointWords(index, series)}</td>
                  </tr>
                ))
                .reverse()}
              {series.past?.toReversed().map(({ period, text }) => (
                <tr key={period} className={classes.past}>
                  <th scope="row">{periodName(period)}</th>
                  <td>{text}</td>
                  {isSeasonal && <td />}
                  <td>counted differently</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
