import type { ReactNode } from 'react';
import classes from './Import.module.css';

/** The three kinds of file that are understood, each with its first lines. */
export function Kinds(): ReactNode {
  return (
    <section className={classes.kinds}>
      <h2>Three kinds of file are understood</h2>
      <p>Each may be a CSV or a sheet of an Excel workbook.</p>
      <dl>
        <div>
          <dt>Definitions</dt>
          <dd>
            <p>
              A line for each KPI. What is there already is changed field by field. A column formula makes a
              KPI that is computed.
            </p>
            <pre>
              {'key,name,unit,direction,cadence,floor\ncsat,Satisfaction,scale 1-5,higher,weekly,4.2'}
            </pre>
          </dd>
        </div>
        <div>
          <dt>Readings</dt>
          <dd>
            <p>A line for each KPI and period, with a value, or a numerator and a denominator.</p>
            <pre>{'kpi,period,value\ncsat,2026-W05,4.31'}</pre>
          </dd>
        </div>
        <div>
          <dt>A scorecard</dt>
          <dd>
            <p>
              KPIs as rows and periods as columns, or turned round, as people keep it: title rows, “4h 12m”,
              “95.2%”, “€12.3k”, decimal commas.
            </p>
            <pre>{'Metric;Owner;18/05/2026;25/05/2026\nFirst response;Dee;4h 12m;3h 05m'}</pre>
          </dd>
        </div>
      </dl>
    </section>
  );
}
