import { Select } from '@mantine/core';
import type { ReactNode } from 'react';

type Props<V extends string> = {
  label: string;
  description?: string;
  options: readonly { value: V; label: string }[];
  value: V;
  onChange: (value: V) => void;
  error?: ReactNode;
};

/** Chooses one of a few; there is always one chosen. */
export function Choice<V extends string>({ options, value, onChange, ...rest }: Props<V>): ReactNode {
  return (
    <Select
      {...rest}
      data={[...options]}
      value={value}
      onChange={(next) => next !== null && onChange(next as V)}
      allowDeselect={false}
    />
  );
}
