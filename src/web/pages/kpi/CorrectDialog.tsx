import { type ReactNode, useState } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import type { Reading } from '#contract/readings.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { periodName } from '../../parts/dates.ts';
import classes from '../../parts/FormDialog.module.css';
import { FormDialog } from '../../parts/FormDialog.tsx';
import { faultAt } from '../../parts/FormFault.tsx';
import { ReasonInput } from '../../parts/ReasonInput.tsx';
import { fieldText, typedValue } from '../../parts/typed-value.ts';
import { ValueInput } from '../../parts/ValueInput.tsx';
import { useCall } from '../../query.ts';

type Props = { kpi: Kpi; reading: Reading; onClose: () => void };

const stale = ['judgements', 'panel', 'gaps'];

/** Corrects a reading: the new revision stands, the old one stays readable. */
export function CorrectDialog({ kpi, reading, onClose }: Props): ReactNode {
  const hasParts = reading.numerator !== null && reading.denominator !== null;
  const [value, setValue] = useState(fieldText(reading.value));
  const [numerator, setNumerator] = useState(fieldText(reading.numerator));
  const [denominator, setDenominator] = useState(fieldText(reading.denominator));
  const [reason, setReason] = useState('');
  const record = useCall('readings.record', { stale, onDone: onClose });
  const [alone, above, below] = [
    typedValue(value, reading.unit),
    typedValue(numerator, { kind: 'number' }),
    typedValue(denominator, { kind: 'number' }),
  ];
  const amounts = hasParts
    ? typeof above === 'number' && typeof below === 'number' && { numerator: above, denominator: below }
    : typeof alone === 'number' && { value: alone };
  const submit = (): void => {
    if (amounts) record.mutate({ kpi: kpi.key, period: reading.period, ...amounts, reason });
  };
  return (
    <FormDialog
      title={`Correct ${periodName(reading.period)}`}
      lead={`${formatValue(reading.value, reading.unit, kpi.decimals)} stands. The correction becomes a new revision; what was seen before can still be read.`}
      action="Correct"
      saving={record}
      beside={['value', 'numerator', 'denominator', 'reason']}
      isReady={amounts !== false}
      onClose={onClose}
      onSubmit={submit}
    >
      {hasParts ? (
        <div className={classes.pair}>
          <ValueInput
            label="Numerator"
            unit={{ kind: 'number' }}
            text={numerator}
            onText={setNumerator}
            error={faultAt(record.error, 'numerator')}
          />
          <ValueInput
            label="Denominator"
            unit={{ kind: 'number' }}
            text={denominator}
            onText={setDenominator}
            error={faultAt(record.error, 'denominator')}
          />
        </div>
      ) : (
        <ValueInput
          label="Value"
          unit={reading.unit}
          text={value}
          onText={setValue}
          error={faultAt(record.error, 'value')}
        />
      )}
      <ReasonInput value={reason} onChange={setReason} error={faultAt(record.error, 'reason')} />
    </FormDialog>
  );
}

/** Withdraws a reading that should not be there; it stays in the history. */
export function WithdrawDialog({ kpi, reading, onClose }: Props): ReactNode {
  const [reason, setReason] = useState('');
  const withdraw = useCall('readings.withdraw', { stale, onDone: onClose });
  return (
    <FormDialog
      title={`Withdraw ${periodName(reading.period)}`}
      lead={`${formatValue(reading.value, reading.unit, kpi.decimals)} no longer counts, and the period has no reading. The history keeps it.`}
      action="Withdraw"
      isGrave
      saving={withdraw}
      beside={['reason']}
      onClose={onClose}
      onSubmit={() => withdraw.mutate({ kpi: kpi.key, period: reading.period, reason })}
    >
      <ReasonInput value={reason} onChange={setReason} error={faultAt(withdraw.error, 'reason')} />
    </FormDialog>
  );
}
