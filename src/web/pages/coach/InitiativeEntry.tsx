import { Button, Select } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { FormFault } from '../../parts/FormFault.tsx';
import { useCall, useOperation } from '../../query.ts';
import classes from './FindingList.module.css';

type Props = {
  title: string;
  cycle: string;
  /** Only key results of this objective are offered. */
  objective?: string | undefined;
  /** The goal that it is made of: it cannot move itself. */
  self?: string | undefined;
  onDone: (keyResult: string | undefined) => void;
};

/** Asks which key result a piece of work should move, and writes it there as an initiative. */
export function InitiativeEntry({ title, cycle, objective, self, onDone }: Props): ReactNode {
  const keyResults = useOperation('keyResults.list', { cycle });
  const offered = (keyResults.data ?? []).filter(
    (each) => each.id !== self && (!objective || each.objective.id === objective),
  );
  const [chosen, choose] = useState<string | null>(null);
  const keyResult = offered.find(({ id }) => id === (chosen ?? offered[0]?.id));
  const create = useCall('initiatives.create', {
    stale: ['keyResults', 'objectives', 'coach'],
    onDone: () => onDone(keyResult?.title),
  });
  if (!keyResults.data) return null;
  const cancel = (
    <Button size="xs" variant="default" onClick={() => onDone(undefined)}>
      Cancel
    </Button>
  );
  if (!keyResult)
    return (
      <div className={classes.entry}>
        <p>There is no key result yet that it could move. Write what should come of it first.</p>
        {cancel}
      </div>
    );
  const byObjective = Map.groupBy(offered, (each) => each.objective.id);
  return (
    <div className={classes.entry}>
      <Select
        size="xs"
        aria-label="The key result that it should move"
        data={[...byObjective.values()].map((own) => ({
          group: own[0]?.objective.title ?? '',
          items: own.map((each) => ({ value: each.id, label: each.title })),
        }))}
        value={keyResult.id}
        onChange={choose}
        searchable
        limit={60}
        allowDeselect={false}
        nothingFoundMessage="No key result is called that"
      />
      <Button
        size="xs"
        loading={create.isPending}
        onClick={() => create.mutate({ keyResult: keyResult.id, title: title.trim() })}
      >
        Add the initiative
      </Button>
      {cancel}
      <FormFault of={create.error} beside={[]} />
    </div>
  );
}
