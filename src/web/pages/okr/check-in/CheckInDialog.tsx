import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { FormDialog } from '../../../parts/FormDialog.tsx';
import { faultAt } from '../../../parts/FormFault.tsx';
import { useCall, useOperation } from '../../../query.ts';
import type { KeyResultDetail } from '../key-result/key-result-series.ts';
import { CheckInFields } from './CheckInFields.tsx';
import { type Asked, type CheckInDraft, checkInOf, type Faults, newCheckIn } from './check-in-draft.ts';
import { askedPeriod, reportPeriods } from './report-periods.ts';

type Props = {
  detail: KeyResultDetail;
  cycle: { starts: string; ends: string; state: string };
  today: string;
  onClose: () => void;
};

const stale = ['objectives', 'keyResults', 'cycles', 'grades'];

/** One check-in on one key result, about today or a day before. */
export function CheckInDialog({ detail, cycle, today, onClose }: Props): ReactNode {
  const organisation = useOperation('organisations.find', {});
  const [day, setDay] = useState(today);
  const yearStartsIn = organisation.data?.yearStartsIn ?? 1;
  const periods = reportPeriods(detail.measure, cycle, day, yearStartsIn);
  const asked = askedOf(detail, askedPeriod(periods, detail.facts));
  const [draft, setDraft] = useState<CheckInDraft>(() => newCheckIn(asked));
  const [faults, setFaults] = useState<Faults>({});
  const record = useCall('checkIns.record', { stale, onDone: onClose });
  const isLate = cycle.state !== 'active';

  const submit = (): void => {
    const sent = checkInOf(draft, asked, { day, isLate });
    if ('faults' in sent) setFaults(sent.faults);
    else record.mutate(sent);
  };
  const ofReport = faultAt(record.error, 'report');
  const ofConfidence = faultAt(record.error, 'confidence');
  return (
    <FormDialog
      title={`Check in: ${detail.title}`}
      size="xl"
      action="Check in"
      saving={record}
      beside={['report', 'confidence', 'day']}
      onClose={onClose}
      onSubmit={submit}
    >
      <CheckInFields
        asked={asked}
        draft={draft}
        onChange={(part) => {
          setDraft((old) => ({ ...old, ...part }));
          setFaults({});
        }}
        faults={{
          ...faults,
          ...(ofReport && { report: ofReport }),
          ...(ofConfidence && { confidence: ofConfidence }),
        }}
        periods={periods}
      />
      <TextInput
        type="date"
        label="About the day"
        w={170}
        max={today}
        value={day}
        onChange={(event) => setDay(event.currentTarget.value)}
        error={faultAt(record.error, 'day')}
      />
    </FormDialog>
  );
}

function askedOf(detail: KeyResultDetail, period: string | null): Asked {
  const { id, measure, unit, decimals, kpi, facts, checkIns } = detail;
  return {
    ...{ keyResult: id, measure, unit, decimals, facts, period },
    asksValue: kpi === null,
    previous: checkIns.find(({ late }) => !late) ?? null,
  };
}
