import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useOperation } from '../query.ts';
import { useNames } from './useNames.ts';

type Props = {
  label: string;
  value: string | null;
  onChange: (person: string | null) => void;
  description?: ReactNode;
  error?: ReactNode;
  placeholder?: string;
  disabled?: boolean;
};

/** Chooses a person by a part of the name; the server searches, so it works for five people and for a hundred thousand. */
export function PersonSelect({ value, onChange, placeholder = 'Nobody', ...rest }: Props): ReactNode {
  const [typed, setTyped] = useState('');
  const names = useNames([value]);
  const chosen = names.person(value);
  const [search] = useDebouncedValue(typed === chosen ? '' : typed.trim(), 150);
  const answer = useOperation(
    'people.list',
    { limit: 50, ...(search && { search }) },
    { keepPrevious: true },
  );
  const data = (answer.data?.people ?? []).map(({ id, name, email }) => ({ value: id, label: name, email }));
  const isListed = data.some((option) => option.value === value);
  if (value && !isListed) data.unshift({ value, label: chosen ?? '…', email: '' });
  return (
    <Select
      {...rest}
      data={data}
      value={value}
      onChange={onChange}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Choose nobody' }}
      placeholder={placeholder}
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage="Nobody is called that"
      maxDropdownHeight={240}
    />
  );
}
