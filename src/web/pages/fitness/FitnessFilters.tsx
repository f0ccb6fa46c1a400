import type { ReactNode } from 'react';
import type { FitnessList } from '#contract/fitness.ts';
import { causes } from '#domain/fitness/cause.ts';
import filters from '../../parts/Filters.module.css';
import { type Choice, Pick, people } from '../../parts/Pick.tsx';
import type { Names } from '../../parts/useNames.ts';
import { useOperation } from '../../query.ts';
import { causeWords } from './fitness-words.ts';

export type FitnessView = { cause: string; owner: string; team: string; group: string };

type Props = {
  view: FitnessView;
  onChange: (part: Partial<FitnessView>) => void;
  owners: FitnessList['owners'];
  names: Names;
};

/** Which lines of what to mend are shown, and how they are grouped; all of it is kept in the address. */
export function FitnessFilters({ view, onChange, owners, names }: Props): ReactNode {
  const teams = useOperation('teams.list', {}).data ?? [];
  const pick = (field: keyof FitnessView, label: string, all: string, data: Choice[]) => (
    <Pick
      label={label}
      data={[{ value: '', label: all }, ...data]}
      value={view[field]}
      onPick={(value) => onChange({ [field]: value })}
    />
  );
  return (
    <search className={filters.filters}>
      {pick(
        'cause',
        'Cause',
        'Any cause',
        causes.map((cause) => ({ value: cause, label: causeWords[cause].name })),
      )}
      {pick(
        'owner',
        'Owner',
        'All owners',
        people(
          owners.map(({ owner }) => owner),
          names,
        ),
      )}
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
