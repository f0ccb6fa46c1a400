import { Button, Checkbox, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { View } from '#contract/views.ts';
import { reaches } from '#domain/access.ts';
import { Fault } from '../parts/Fault.tsx';
import { useCall, useOperation } from '../query.ts';
import { faultOf } from '../refusal.ts';
import classes from './SavedViews.module.css';

type Props = {
  page: View['page'];
  views: readonly View[];
  query: string;
  shown: View | undefined;
};

/** Saves what the page shows by a name; the name of a view of one's own is given to what is shown now. */
export function SaveView({ page, views, query, shown }: Props): ReactNode {
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const me = useOperation('people.me', {}).data;
  const create = useCall('views.create', { onDone: () => setName('') });
  const change = useCall('views.change', { onDone: () => setName('') });
  if (query === '')
    return <p className={classes.hint}>Filter, sort or group the page: then it can be saved.</p>;
  if (shown) return <p className={classes.hint}>This is “{shown.name}”.</p>;
  const mayShare =
    me !== undefined &&
    (reaches(me.role, 'admin') || (reaches(me.role, 'member') && me.teams.some(({ lead }) => lead)));
  const same = views.find((view) => view.mayChange && view.name.toLowerCase() === name.trim().toLowerCase());
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (same) change.mutate({ view: same.id, query });
    else create.mutate({ page, name, query, shared: isShared });
  };
  const error = create.error ?? change.error;
  const fault = error ? faultOf(error) : undefined;
  return (
    <form className={classes.save} onSubmit={save}>
      {fault && fault.field !== 'name' && <Fault of={error} />}
      <TextInput
        size="xs"
        label="Save what is shown as"
        placeholder="Breaches by team"
        required
        withAsterisk={false}
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fault?.field === 'name' ? fault.message : undefined}
      />
      {mayShare && !same && (
        <Checkbox
          size="xs"
          label="For everybody"
          checked={isShared}
          onChange={(event) => setShared(event.currentTarget.checked)}
        />
      )}
      <Button
        type="submit"
        size="compact-sm"
        loading={create.isPending || change.isPending}
        disabled={!name.trim()}
      >
        {same ? `Replace “${same.name}”` : 'Save'}
      </Button>
    </form>
  );
}
