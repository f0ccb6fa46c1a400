import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useCall, useOperation } from '../../../query.ts';
import { FormFault, faultAt } from '../FormFault.tsx';
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

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const sent = checkInOf(draft, asked, { day, isLate });
    if ('faults' in sent) setFaults(sent.faults);
    else record.mutate(sent);
  };
  const ofReport = faultAt(record.error, 'report');
  const ofConfidence = faultAt(record.error, 'confidence');
  return (
    <Modal
      opened
      onClose={onClose}
      title={`Check in: ${detail.title}`}
      closeButtonProps={{ 'aria-label': 'Close' }}
      size="xl"
    >
      <form onSubmit={submit}>
        <Stack gap="md">
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
          <FormFault of={record.error} beside={['report', 'confidence', 'day']} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={record.isPending}>
              Check in
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
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
