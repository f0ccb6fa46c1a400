import { type ReactNode, useState } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import type { Day } from '#domain/time/day.ts';
import { periodOf, periodsBetween, shift } from '#domain/time/period.ts';
import { FormDialog } from '../../parts/FormDialog.tsx';
import { faultAt } from '../../parts/FormFault.tsx';
import { useCall, useOperation } from '../../query.ts';
import { PeriodSelect } from '../kpi/PeriodSelect.tsx';
import classes from './Source.module.css';

type Props = { kpi: Kpi; connector: string; today: Day; onClose: () => void };

const offered = { daily: 730, weekly: 260, monthly: 180, quarterly: 60, yearly: 30 };

/** Asks a source for a range of the past. */
export function BackfillDialog({ kpi, connector, today, onClose }: Props): ReactNode {
  const yearStartsIn = useOperation('organisations.find', {}).data?.yearStartsIn ?? 1;
  const newest = shift(periodOf(kpi.cadence, today, { yearStartsIn }), -1);
  const periods = periodsBetween(shift(newest, 1 - offered[kpi.cadence]), newest).toReversed();
  const [from, setFrom] = useState(() => shift(newest, -11));
  const [to, setTo] = useState(newest);
  const fill = useCall('connectors.backfill', { stale: ['connectors'], onDone: onClose });
  return (
    <FormDialog
      title="Fill in the past"
      lead="The source is asked for these periods. What people recorded stays; where the source says otherwise, the run lists it."
      action="Fill in"
      saving={fill}
      beside={['from', 'to']}
      onClose={onClose}
      onSubmit={() => fill.mutate({ connector, from, to })}
    >
      <div className={classes.pair}>
        <PeriodSelect
          label="From"
          value={from}
          onChange={setFrom}
          periods={periods}
          error={faultAt(fill.error, 'from')}
        />
        <PeriodSelect
          label="To"
          value={to}
          onChange={setTo}
          periods={periods}
          error={faultAt(fill.error, 'to')}
        />
      </div>
    </FormDialog>
  );
}
