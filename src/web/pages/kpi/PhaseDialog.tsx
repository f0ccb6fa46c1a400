import { type ReactNode, useState } from 'react';
import type { Judgement } from '#contract/judgements.ts';
import { baselineLength } from '#domain/kpi/phases.ts';
import type { Period } from '#domain/time/period.ts';
import { FormDialog } from '../../parts/FormDialog.tsx';
import { faultAt } from '../../parts/FormFault.tsx';
import { ReasonInput } from '../../parts/ReasonInput.tsx';
import { useCall } from '../../query.ts';
import { PeriodSelect } from './PeriodSelect.tsx';

type Props = {
  judgement: Judgement;
  /** What was chosen on the chart: where it begins and, of a span, the points that make its limits. */
  from?: Period;
  to?: Period;
  onClose: () => void;
};

/** Begins a new phase: where a shift is proposed, or wherever somebody knows that the process changed. */
export function PhaseDialog({ judgement, from: chosen, to, onClose }: Props): ReactNode {
  const { kpi, points, proposal, annotations } = judgement;
  const periods = points
    .filter(({ value }) => value !== null)
    .map(({ period }) => period)
    .reverse();
  const [from, setFrom] = useState(
    chosen ?? proposal?.from ?? periods[Math.min(8, periods.length - 1)] ?? '',
  );
  const [baselineTo, setBaselineTo] = useState(to && to !== chosen ? to : '');
  // Whoever wrote the note beside the shift has mostly said the reason already.
  const near = annotations.find((each) => each.from <= from && each.to >= from);
  const [reason, setReason] = useState(near?.note ?? '');
  const start = useCall('phases.create', { stale: ['judgements', 'panel', 'gaps'], onDone: onClose });
  return (
    <FormDialog
      title={proposal && proposal.from === from ? 'Accept the new phase' : 'Begin a new phase'}
      lead="A phase is a stretch in which the process is the same. Limits are computed anew from its first point on; the old ones stay on the chart."
      action="Begin the phase"
      saving={start}
      beside={['from', 'baselineTo', 'reason']}
      isReady={from !== ''}
      onClose={onClose}
      onSubmit={() => start.mutate({ kpi: kpi.key, from, baselineTo: baselineTo || null, reason })}
    >
      <PeriodSelect
        label="From"
        description={proposal?.from === from ? 'Where the shift most likely began' : undefined}
        value={from}
        onChange={setFrom}
        periods={periods}
        error={faultAt(start.error, 'from')}
      />
      <PeriodSelect
        label="Limits from its points up to"
        value={baselineTo}
        onChange={setBaselineTo}
        periods={periods.filter((period) => period > from)}
        none={`the first ${baselineLength} of them`}
        error={faultAt(start.error, 'baselineTo')}
      />
      <ReasonInput value={reason} onChange={setReason} error={faultAt(start.error, 'reason')} />
    </FormDialog>
  );
}
