import { Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useOperation } from '../query.ts';

type Props = {
  label: string;
  /** The pillar's name; an empty text is none. */
  value: string;
  onChange: (pillar: string) => void;
  description?: ReactNode;
  error?: ReactNode;
};

/** Chooses a pillar of the strategy by its name, or names a new one, which is added when the form is saved. */
export function PillarSelect({ value, onChange, ...rest }: Props): ReactNode {
  const pillars = useOperation('pillars.list', {});
  const [search, setSearch] = useState('');
  const names = (pillars.data ?? []).map(({ name }) => name);
  const known = value === '' || names.includes(value) ? names : [...names, value];
  const typed = search.trim();
  const isNew = typed !== '' && !known.some((name) => name.toLowerCase() === typed.toLowerCase());
  return (
    <Select
      {...rest}
      data={[
        ...known.map((name) => ({ value: name, label: name })),
        ...(isNew ? [{ value: typed, label: `Add “${typed}”` }] : []),
      ]}
      value={value || null}
      onChange={(name) => onChange(name ?? '')}
      searchable
      searchValue={search}
      onSearchChange={setSearch}
      clearable
      clearButtonProps={{ 'aria-label': 'Choose no pillar' }}
      placeholder="No pillar"
      nothingFoundMessage="No pillar yet: type a name to add one"
      maxDropdownHeight={260}
      maxLength={200}
    />
  );
}
