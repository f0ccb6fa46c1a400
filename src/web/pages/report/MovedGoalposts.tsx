import type { ReactNode } from 'react';
import type { CycleReport } from '#contract/cycle-report.ts';
import { dayName } from '../../parts/dates.ts';
import type { Names } from '../../parts/useNames.ts';
import { goalpostText } from '../okr/grade/Goalposts.tsx';
import classes from './Report.module.css';

/** Every goalpost that was moved in the cycle: from what to what, why, by whom and when. */
export function MovedGoalposts({ report, names }: { report: CycleReport; names: Names }): ReactNode {
  const moved = report.objectives.flatMap(({ keyResults }) =>
    keyResults.flatMap(({ keyResult, movedGoalposts }) =>
      movedGoalposts.map((each) => ({ ...each, keyResult })),
    ),
  );
  return (
    <section className={classes.part} aria-labelledby="goalposts">
      <h2 id="goalposts">Goalposts moved</h2>
      {moved.length === 0 ? (
        <p className={classes.quiet}>None: every key result stands as it was frozen.</p>
      ) : (
        <table className={classes.table}>
          <caption className="unseen">Goalposts that were moved</caption>
          <thead>
            <tr>
              <th scope="col">Key result</th>
              <th scope="col">What</th>
              <th scope="col">Before → after</th>
              <th scope="col">Reason</th>
              <th scope="col">Who, when</th>
            </tr>
          </thead>
          <tbody>
            {moved.map(({ keyResult, field, before, after, reason, author, recordedAt }) => {
              const text = (value: unknown) => goalpostText(field, value, keyResult.unit, keyResult.decimals);
              return (
                <tr key={`${keyResult.id} ${recordedAt} ${field}`}>
                  <th scope="row">{keyResult.title}</th>
                  <td data-label="What">{field}</td>
                  <td className="numbers" data-label="Before → after">
                    {text(before)} → {text(after)}
                  </td>
                  <td data-label="Reason">{reason}</td>
                  <td data-label="Who, when">
                    {names.person(author) ?? 'Someone'}, {dayName(recordedAt.slice(0, 10))}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </section>
  );
}
