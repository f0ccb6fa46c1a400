import { NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { FitnessList } from '#contract/fitness.ts';
import { causes } from '#domain/fitness/cause.ts';
import type { Names } from '../../parts/useNames.ts';
import { useOperation } from '../../query.ts';
import classes from './Fitness.module.css';
import { causeWords } from './fitness-words.ts';

export type FitnessView = { cause: string; owner: string; team: string; group: string };

type Props = {
  view: FitnessView;
  onChange: (part: Partial<FitnessView>) => void;
  owners: FitnessList['owners'];
  names: Names;
};

type Choice = { value: string; label: string };

/** Which lines of what to mend are shown, and how they are grouped; all of it is kept in the address. */
export function FitnessFilters({ view, onChange, owners, names }: Props): ReactNode {
  const teams = useOperation('teams.list', {}).data ?? [];
  const people = owners
    .map(({ owner }) => ({
      value: owner,
      label: `${names.person(owner) ?? '…'}${names.isMe(owner) ? ' (you)' : ''}`,
    }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const pick = (field: keyof FitnessView, label: string, all: string, data: Choice[]) => (
    <NativeSelect
      className={classes.choice}
      size="xs"
      aria-label={label}
      data={[{ value: '', label: all }, ...data]}
      value={view[field]}
      data-chosen={view[field] !== '' || undefined}
      onChange={(event) => onChange({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <search className={classes.filters}>
      {pick(
        'cause',
        'Cause',
        'Any cause',
        causes.map((cause) => ({ value: cause, label: causeWords[cause].name })),
      )}
      {pick('owner', 'Owner', 'All owners', people)}
      {teams.length > 0 &&
        pick(
          'team',
          'Team',
          'All teams',
          teams.map(({ id, name }) => ({ value: id, label: name })),
        )}
      {pick('group', 'Group', 'Not grouped', [
        { value: 'cause', label: 'By cause' },
        { value: 'owner', label: 'By owner' },
      ])}
    </search>
  );
}
