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

type Props = { kpi: Kpi; reading: Reading; onClose: () => void };

/** Every revision of a reading, newest first. */
export function HistoryDialog({ kpi, reading: { period }, onClose }: Props): ReactNode {
  const revisions = useOperation('readings.revisions', { kpi: kpi.key, period });
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
      <ol className={form.history} reversed>
        {revisions.data?.map((each) => (
          <li key={each.revision}>
            <span>
              <b>{each.value === null ? 'Withdrawn' : formatValue(each.value, kpi.unit, kpi.decimals)}</b>
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
