import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { faultAt } from '../../parts/FormFault.tsx';
import classes from './Source.module.css';

/** What the fields of every kind get. */
export type FieldsOf<C> = {
  config: C;
  set: (part: Partial<C>) => void;
  error: unknown;
  isRatio: boolean;
};

type Props<C> = Pick<FieldsOf<C>, 'config' | 'set' | 'error'> & {
  name: keyof C & string;
  label: string;
  description?: ReactNode;
  placeholder?: string;
  required?: boolean;
  /** An expression, a query or a path: in letters of equal width. */
  isCode?: boolean;
  /** How many lines it has at first; one is a field of one line. */
  rows?: number;
};

/** One text of a question, with the refusal that is about it. */
export function ConfigText<C extends object>(props: Props<C>): ReactNode {
  const { config, set, error, name, isCode = false, rows = 1, required = false, ...rest } = props;
  const shared = {
    ...rest,
    required,
    value: String(config[name] ?? ''),
    error: faultAt(error, `config.${name}`),
    // Below the field, so that fields beside each other stand in one line.
    inputWrapperOrder: ['label', 'input', 'description', 'error'] as (
      | 'label'
      | 'input'
      | 'description'
      | 'error'
    )[],
    autoComplete: 'off',
    spellCheck: false,
    ...(isCode && { className: classes.code }),
  };
  const onText = (text: string) => set({ [name]: text } as unknown as Partial<C>);
  return rows > 1 ? (
    <Textarea
      {...shared}
      autosize
      minRows={rows}
      maxRows={16}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  ) : (
    <TextInput {...shared} onChange={(event) => onText(event.currentTarget.value)} />
  );
}

/** Where the amounts of a row stand: one value, or both sums of a ratio. */
export function AmountFields<C extends { value?: string; numerator?: string; denominator?: string }>({
  what,
  isCode = false,
  ...fields
}: FieldsOf<C> & { what: string; isCode?: boolean }): ReactNode {
  const isBoth = fields.config.numerator !== undefined;
  const parts = isBoth
    ? ([
        ['numerator', 'Numerator'],
        ['denominator', 'Denominator'],
      ] as const)
    : ([['value', 'Value']] as const);
  return (
    <>
      {parts.map(([name, label]) => (
        <ConfigText
          {...fields}
          key={name}
          name={name}
          label={label}
          description={what}
          isCode={isCode}
          required
        />
      ))}
      {fields.isRatio && (
        <div className={classes.end}>
          <button
            type="button"
            className={classes.plain}
            onClick={() =>
              fields.set(
                (isBoth
                  ? { numerator: undefined, denominator: undefined, value: '' }
                  : { numerator: '', denominator: '', value: undefined }) as unknown as Partial<C>,
              )
            }
          >
            {isBoth ? 'The source only knows the ratio' : 'The source knows numerator and denominator'}
          </button>
        </div>
      )}
    </>
  );
}
