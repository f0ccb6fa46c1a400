import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useOperation } from '../query.ts';

type Props = {
  label: string;
  value: string | null;
  onChange: (team: string | null) => void;
  description?: ReactNode;
  error?: ReactNode;
  placeholder?: string;
};

/** Chooses a team out of the tree; teams below another one are indented. */
export function TeamSelect({ placeholder = 'No team', ...rest }: Props): ReactNode {
  const teams = useOperation('teams.list', {});
  const data = (teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const depths = new Map(teams.data?.map(({ id, depth }) => [id, depth]));
  return (
    <Select
      {...rest}
      data={data}
      renderOption={({ option }) => (
        <span style={{ paddingLeft: `${depths.get(option.value) ?? 0}em` }}>{option.label}</span>
      )}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': 'Choose no team' }}
      placeholder={placeholder}
      nothingFoundMessage="No team is called that"
      maxDropdownHeight={260}
    />
  );
}
