import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Measure } from '#contract/measures.ts';
import type { PreviewedKeyResult } from '#contract/okr-documents.ts';
import { typedValue } from '../../parts/typed-value.ts';
import { ValueInput } from '../../parts/ValueInput.tsx';
import classes from './OkrImport.module.css';

type Props = { keyResult: PreviewedKeyResult; onDone: (measure: Measure | undefined) => void };

/** Gives a key result the baseline and target that its words do not tell, or says that it is done or not. */
export function MeasureCorrection({ keyResult: { measure, unit }, onDone }: Props): ReactNode {
  const [from, setFrom] = useState(measure.kind === 'move' ? String(measure.baseline) : '');
  const [to, setTo] = useState(measure.kind === 'move' ? String(measure.target) : '');
  const [baseline, target] = [typedValue(from, unit), typedValue(to, unit)];
  const isWhole = typeof baseline === 'number' && typeof target === 'number' && baseline !== target;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isWhole) onDone({ kind: 'move', baseline, target });
  };
  return (
    <form className={classes.correction} onSubmit={submit}>
      <ValueInput label="From" text={from} onText={setFrom} unit={unit} w={110} />
      <ValueInput label="To" text={to} onText={setTo} unit={unit} w={110} />
      <Button type="submit" size="xs" disabled={!isWhole}>
        Move
      </Button>
      <Button variant="default" size="xs" onClick={() => onDone({ kind: 'done' })}>
        Done or not
      </Button>
    </form>
  );
}
