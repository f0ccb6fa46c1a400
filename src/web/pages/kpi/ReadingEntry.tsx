import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { ratioValue } from '#domain/kpi/roll-up.ts';
import { type Unit, unitName } from '#domain/kpi/unit.ts';
import type { Day } from '#domain/time/day.ts';
import type { Calendar, Period } from '#domain/time/period.ts';
import { dayName } from '../../parts/dates.ts';
import { FormFault, faultAt } from '../../parts/FormFault.tsx';
import { typedValue } from '../../parts/typed-value.ts';
import { ValueInput } from '../../parts/ValueInput.tsx';
import { useCall } from '../../query.ts';
import { duePeriods } from './due-periods.ts';
import page from './Kpi.module.css';
import { PeriodSelect } from './PeriodSelect.tsx';
import classes from './ReadingEntry.module.css';

type Props = { kpi: Kpi; present: readonly Period[]; today: Day; calendar: Calendar };

const plain: Unit = { kind: 'number' };

/** Records the reading that is due: one line, Enter records it and the next period comes up. */
export function ReadingEntry({ kpi, present, today, calendar }: Props): ReactNode {
  // Recorded, and not yet in the list, which is being read again.
  const [ahead, setAhead] = useState<readonly Period[]>([]);
  const [chosen, setChosen] = useState<Period | undefined>(undefined);
  const [amounts, setAmounts] = useState({ value: '', numerator: '', denominator: '' });
  const [note, setNote] = useState('');
  const [isAlone, setAlone] = useState(kpi.addsUp !== 'ratio');
  const form = useRef<HTMLFormElement>(null);
  const record = useCall('readings.record', {
    stale: ['judgements', 'panel', 'gaps'],
    onDone: (_, input) => {
      setAhead((old) => [...old, input.period]);
      setChosen(undefined);
      setAmounts({ value: '', numerator: '', denominator: '' });
      setNote('');
      form.current?.querySelector<HTMLInputElement>('input')?.focus();
    },
  });
  // It is pending until the list is there; whoever types on need not wait for that.
  const known = record.isPending ? [...present, ...ahead] : present;
  const { due, free } = duePeriods(kpi.cadence, known, today, calendar, kpi.countedSince);
  const period = chosen && free.includes(chosen) ? chosen : due;
  const numerator = typedValue(amounts.numerator, plain);
  const denominator = typedValue(amounts.denominator, plain);
  const value = typedValue(amounts.value, kpi.unit);
  const given = isAlone ? numbers({ value }) : numbers({ numerator, denominator });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!given) return;
    if (!record.isPending) setAhead([]);
    record.mutate({ kpi: kpi.key, period, ...given, ...(note.trim() && { note: note.trim() }) });
  };
  const ratio =
    given && 'numerator' in given ? ratioValue(given.numerator!, given.denominator!, kpi.unit) : undefined;
  const field = (name: keyof typeof amounts, label: string, unit: Unit) => (
    <div className={classes.value}>
      <ValueInput
        label={label}
        unit={unit}
        text={amounts[name]}
        onText={(text) => setAmounts({ ...amounts, [name]: text })}
        error={faultAt(record.error, name)}
      />
    </div>
  );
  if (free.length === 0 && kpi.countedSince !== null)
    return (
      <p className={page.note}>
        It is counted in {unitName(kpi.unit)} since {dayName(kpi.countedSince)}: the next period can be
        recorded once it has begun.
      </p>
    );
  return (
    <form ref={form} className={classes.entry} onSubmit={submit} aria-label="Record a reading">
      <PeriodSelect
        label="Period"
        value={period}
        onChange={setChosen}
        periods={free.includes(period) ? free : [period, ...free]}
        error={faultAt(record.error, 'period')}
      />
      {isAlone ? (
        field('value', 'Value', kpi.unit)
      ) : (
        <>
          {field('numerator', 'Numerator', plain)}
          {field('denominator', 'Denominator', plain)}
        </>
      )}
      <TextInput
        className={classes.comment}
        label="Note"
        placeholder="optional"
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={faultAt(record.error, 'note')}
      />
      <Button type="submit" loading={record.isSending} disabled={!given}>
        Record
      </Button>
      {kpi.addsUp === 'ratio' && (
        <div className={classes.entryFoot}>
          {ratio !== undefined && <span>= {formatValue(ratio, kpi.unit, kpi.decimals)}</span>}
          <button type="button" className={page.plain} onClick={() => setAlone(!isAlone)}>
            {isAlone ? 'Give numerator and denominator' : 'Give the value alone'}
          </button>
        </div>
      )}
      <FormFault of={record.error} beside={['period', 'value', 'numerator', 'denominator', 'note']} />
    </form>
  );
}

type Typed = ReturnType<typeof typedValue>;
type Amounts = { value?: number; numerator?: number; denominator?: number };

/** The amounts when all of them are numbers; undefined while one is missing or cannot be read. */
function numbers(typed: Record<string, Typed>): Amounts | undefined {
  return Object.values(typed).every((each) => typeof each === 'number') ? (typed as Amounts) : undefined;
}
