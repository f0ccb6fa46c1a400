import { TextInput } from '@mantine/core';
import { type ComponentPropsWithoutRef, type ReactNode, useId } from 'react';
import type { Unit } from '#domain/kpi/definition.ts';
import { typedValue, unitMark } from './typed-value.ts';
import classes from './ValueInput.module.css';

type Props = Pick<
  ComponentPropsWithoutRef<typeof TextInput>,
  'label' | 'description' | 'placeholder' | 'required' | 'w' | 'aria-label'
> & {
  text: string;
  onText: (text: string) => void;
  unit: Unit;
  error?: ReactNode;
};

/** A field for a value in a unit: takes "4h 12m", "95.2%", "1 234" or a named step, which it offers, and says at once what it cannot read. */
export function ValueInput({ text, onText, unit, error, ...rest }: Props): ReactNode {
  const id = useId();
  const read = typedValue(text, unit);
  const fault = typeof read === 'object' ? read.fault : undefined;
  const mark = unitMark(unit);
  const steps = unit.kind === 'scale' ? unit.steps : undefined;
  const input = (
    <TextInput
      {...rest}
      {...(steps && { list: `${id}-steps` })}
      id={id}
      value={text}
      onChange={(event) => onText(event.currentTarget.value)}
      error={error ?? fault}
      inputMode={unit.kind === 'duration' || steps ? 'text' : 'decimal'}
      autoComplete="off"
      classNames={{ input: classes.input }}
      {...(mark && {
        rightSection: <span className={classes.unit}>{mark}</span>,
        rightSectionWidth: mark.length * 7 + 18,
        rightSectionPointerEvents: 'none' as const,
      })}
    />
  );
  if (!steps) return input;
  return (
    <>
      {input}
      <datalist id={`${id}-steps`}>
        {steps.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  );
}
