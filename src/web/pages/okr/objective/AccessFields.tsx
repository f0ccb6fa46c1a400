import { MultiSelect, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { PeopleSelect } from '../../../parts/PeopleSelect.tsx';
import { useOperation } from '../../../query.ts';
import classes from './ObjectiveFields.module.css';
import type { ObjectiveDraft } from './objective-draft.ts';

type Props = {
  draft: ObjectiveDraft;
  onChange: (part: Partial<ObjectiveDraft>) => void;
  error?: ReactNode;
};

/** Who may see an objective: everyone, or only some people and teams. */
export function AccessFields({ draft, onChange, error }: Props): ReactNode {
  const teams = useOperation('teams.list', {}, { enabled: draft.isPrivate });
  const data = (teams.data ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={classes.access}>
      <Switch
        label="Private"
        description="Everyone in the organisation sees it unless it is private; not even admins see what is private to others."
        checked={draft.isPrivate}
        onChange={(event) => onChange({ isPrivate: event.currentTarget.checked })}
        error={error}
      />
      {draft.isPrivate && (
        <div className={classes.pair}>
          <PeopleSelect
            label="People who see it, beside its owner"
            value={draft.people}
            onChange={(people) => onChange({ people })}
          />
          <MultiSelect
            label="Teams who see it"
            data={data}
            value={draft.teams}
            onChange={(next) => onChange({ teams: next })}
            searchable
            placeholder="Add a team"
          />
        </div>
      )}
    </div>
  );
}
