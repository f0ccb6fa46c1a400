import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { useOperation } from '../query.ts';
import { useNames } from './useNames.ts';

type Props = {
  label: string;
  value: string[];
  onChange: (people: string[]) => void;
  description?: ReactNode;
  error?: ReactNode;
};

/** Chooses several people by parts of their names; the server searches. */
export function PeopleSelect({ value, ...rest }: Props): ReactNode {
  const [typed, setTyped] = useState('');
  const [search] = useDebouncedValue(typed.trim(), 150);
  const names = useNames(value);
  const answer = useOperation(
    'people.list',
    { limit: 50, ...(search && { search }) },
    { keepPrevious: true },
  );
  const found = (answer.data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const isFound = (id: string) => found.some((option) => option.value === id);
  const chosen = value
    .filter((id) => !isFound(id))
    .map((id) => ({ value: id, label: names.person(id) ?? '…' }));
  return (
    <MultiSelect
      {...rest}
      data={[...chosen, ...found]}
      value={value}
      searchable
      hidePickedOptions
      searchValue={typed}
      onSearchChange={setTyped}
      filter={({ options }) => options}
      placeholder="Add a person"
      nothingFoundMessage="Nobody is called that"
      maxDropdownHeight={240}
    />
  );
}
