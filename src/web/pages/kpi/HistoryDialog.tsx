import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import type { Reading } from '#contract/readings.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { instantName, periodName } from '../../parts/dates.ts';
import { Fault } from '../../parts/Fault.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useNames } from '../../parts/useNames.ts';
import { useOperation } from '../../query.ts';
import form from './Form.module.css';
import classes from './Kpi.module.css';

type Props = { kpi: Kpi; reading: Reading; asOf: string | undefined; onClose: () => void };

/** Every revision of a reading, newest first; of a past day those that it knew, and how many came after. */
export function HistoryDialog({ kpi, reading: { period }, asOf, onClose }: Props): ReactNode {
  const revisions = useOperation('readings.revisions', { kpi: kpi.key, period });
  const known =
    revisions.data?.filter(
      ({ recordedAt }) => asOf === undefined || Date.parse(recordedAt) <= Date.parse(asOf),
    ) ?? [];
  const later = (revisions.data?.length ?? 0) - known.length;
  const names = useNames(revisions.data?.map(({ author }) => author) ?? []);
  return (
    <Modal
      opened
      onClose={onClose}
      title={`History of ${periodName(period)}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Fault of={revisions.error} />
      {revisions.isPending && <Loading lines={3} />}
      {later > 0 && (
        <p className={classes.note}>
          {later === 1 ? '1 correction' : `${later} corrections`} came later and are not shown here.
        </p>
      )}
      <ol className={form.history} reversed>
        {known.map((each) => (
          <li key={each.revision}>
            <span>
              <b>{each.value === null ? 'Withdrawn' : formatValue(each.value, each.unit, kpi.decimals)}</b>
              {each.asTyped && (
                <span className={classes.quiet}>
                  {' '}
                  typed as {formatValue(each.asTyped.value, each.asTyped.unit, kpi.decimals)}
                </span>
              )}
              {each.numerator !== null && (
                <span className={classes.quiet}>
                  {' '}
                  = {each.numerator} / {each.denominator}
                </span>
              )}
            </span>
            {each.reason && <span>{each.reason}</span>}
            {each.note && <span>{each.note}</span>}
            <span className={classes.quiet}>
              Revision {each.revision}, {each.source}, {names.person(each.author) ?? 'by the server'},{' '}
              {instantName(each.recordedAt)}
            </span>
          </li>
        ))}
      </ol>
    </Modal>
  );
}
