import { Select, Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ObjectiveTemplate } from '#contract/templates.ts';
import { faultAt } from '../../parts/FormFault.tsx';
import { PersonSelect } from '../../parts/PersonSelect.tsx';
import { TeamSelect } from '../../parts/TeamSelect.tsx';
import classes from './Templates.module.css';
import type { UseDraft } from './use-draft.ts';

export type UseCycle = { id: string; name: string; state: string };

type Props = {
  draft: UseDraft;
  onChange: (part: Partial<UseDraft>) => void;
  error: unknown;
  template: ObjectiveTemplate;
  cycles: readonly UseCycle[];
};

/** Where a template goes, whose it is, and how it is called there. */
export function UseFields({ draft, onChange, error, template, cycles }: Props): ReactNode {
  const hasMoney = template.kpis.some(({ unit, key }) => unit.kind === 'currency' && !draft.linked[key]);
  return (
    <div className={classes.fields}>
      <TextInput
        className={classes.wide ?? ''}
        label="Objective"
        description="Say it in your own words: people remember what they would say themselves."
        required
        maxLength={200}
        value={draft.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
        error={faultAt(error, 'title')}
      />
      <Textarea
        className={classes.wide ?? ''}
        label="Why"
        description="What is the trouble with you? The reason of the template is another's."
        placeholder={template.why}
        autosize
        minRows={2}
        value={draft.why}
        onChange={(event) => onChange({ why: event.currentTarget.value })}
        error={faultAt(error, 'why')}
      />
      <Select
        label="Cycle"
        data={cycles.map(({ id, name, state }) => ({ value: id, label: `${name} (${state})` }))}
        value={draft.cycle}
        onChange={(cycle) => cycle && onChange({ cycle })}
        allowDeselect={false}
        error={faultAt(error, 'cycle')}
      />
      <PersonSelect
        label="Owner"
        value={draft.owner}
        onChange={(owner) => onChange({ owner })}
        error={faultAt(error, 'owner')}
      />
      <TeamSelect
        label="Team"
        value={draft.team}
        onChange={(team) => onChange({ team })}
        error={faultAt(error, 'team')}
      />
      {hasMoney && (
        <TextInput
          label="Currency of new KPIs"
          maxLength={3}
          value={draft.currency}
          onChange={(event) => onChange({ currency: event.currentTarget.value.toUpperCase() })}
          error={faultAt(error, 'currency')}
        />
      )}
    </div>
  );
}
