import type { ReactNode } from 'react';
import type { Judgement } from '#contract/judgements.ts';
import { periodName } from '../../parts/dates.ts';
import { useOperation } from '../../query.ts';
import classes from './ChangedSince.module.css';
import { addedSince, correctedSince, decidedSince } from './changed-since.ts';

/** What has changed of a KPI since the day as of which it is read: corrected readings one by one, the rest counted. */
export function ChangedSince({ judgement, asOf }: { judgement: Judgement; asOf: string }): ReactNode {
  const kpi = judgement.kpi.key;
  const then = useOperation('readings.list', { kpi, asOf }).data;
  const now = useOperation('readings.list', { kpi }).data;
  const present = useOperation('judgements.find', { kpi }).data;
  if (!then || !now || !present || judgement.asOf !== asOf) return null;
  const corrected = correctedSince(then, now, {
    before: judgement.kpi.decimals,
    after: present.kpi.decimals,
  });
  const added = addedSince(then, now);
  const rest = [
    ...(added > 0 ? [added === 1 ? '1 more reading' : `${added} more readings`] : []),
    ...decidedSince(judgement, present),
  ];
  if (corrected.length === 0 && rest.length === 0)
    return <p className={classes.since}>Nothing has changed since.</p>;
  return (
    <div className={classes.since}>
      {corrected.length > 0 && (
        <details>
          <summary>
            {corrected.length === 1 ? '1 reading' : `${corrected.length} readings`} corrected since then
          </summary>
          <ul>
            {corrected.map(({ period, before, now: after, reason }) => (
              <li key={period}>
                {periodName(period)}: {before} → <b>{after}</b>
                {reason && <span> {reason}</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
      {rest.length > 0 && <p>Since then: {rest.join(', ')}.</p>}
    </div>
  );
}
