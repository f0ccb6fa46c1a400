import { Textarea } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  label?: string;
  value: string;
  onChange: (reason: string) => void;
  error?: ReactNode;
  'data-autofocus'?: true;
};

/** Why something is done, which is kept with it. */
export function ReasonInput({ label = 'Reason', onChange, ...rest }: Props): ReactNode {
  return (
    <Textarea
      label={label}
      required
      autosize
      minRows={2}
      onChange={(event) => onChange(event.currentTarget.value)}
      {...rest}
    />
  );
}
