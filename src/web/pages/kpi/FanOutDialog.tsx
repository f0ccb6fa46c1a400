import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import { FormDialog } from '../../parts/FormDialog.tsx';
import { faultAt } from '../../parts/FormFault.tsx';
import { TeamSelect } from '../../parts/TeamSelect.tsx';
import { useCall, useOperation } from '../../query.ts';
import classes from './Form.module.css';
import { keyOf } from './key-of.ts';

type Child = { id: number; name: string; team: string | null };

/** Fans a KPI out: one child a line, for a team where one is chosen; keys are made of the names. */
export function FanOutDialog({ kpi, onClose }: { kpi: Kpi; onClose: () => void }): ReactNode {
  const teams = useOperation('teams.list', {}).data ?? [];
  const [children, setChildren] = useState<Child[]>([{ id: 0, name: '', team: null }]);
  const fanOut = useCall('kpis.fanOut', {
    stale: ['panel', 'judgements', 'readings', 'gaps'],
    onDone: onClose,
  });
  const below = teams.filter(({ parent }) => (kpi.team ? parent === kpi.team : parent === null));
  const named = children.filter(({ name }) => name.trim());
  const set = (id: number, part: Partial<Child>): void =>
    setChildren(children.map((each) => (each.id === id ? { ...each, ...part } : each)));
  const add = (more: Omit<Child, 'id'>[]): void => {
    const first = Math.max(0, ...children.map(({ id }) => id)) + 1;
    const kept = children.filter(({ name, team }) => name.trim() || team);
    setChildren([...kept, ...more.map((each, at) => ({ ...each, id: first + at }))]);
  };
  const nameFor = (team: string) => `${kpi.name}: ${team}`.slice(0, 200);
  const submit = (): void =>
    fanOut.mutate({
      kpi: kpi.key,
      children: named.map(({ name, team }) => {
        const lead = teams.find(({ id }) => id === team)?.leads[0];
        return {
          key: childKey(kpi.key, name, kpi.name),
          name: name.trim(),
          team,
          owner: lead?.id ?? kpi.owner,
        };
      }),
    });
  return (
    <FormDialog
      title={`Fan out ${kpi.name}`}
      lead="Each child has the same definition and takes readings of its own. It belongs to the lead of its team, else to the owner of this KPI."
      action={named.length === 1 ? 'Make 1 KPI' : `Make ${named.length} KPIs`}
      saving={fanOut}
      isReady={named.length > 0}
      size="lg"
      onClose={onClose}
      onSubmit={submit}
    >
      {children.map(({ id, name, team }, at) => (
        <div key={id} className={classes.child}>
          <TextInput
            label={`Child ${at + 1}`}
            placeholder={nameFor('north')}
            value={name}
            onChange={(event) => set(id, { name: event.currentTarget.value })}
            error={faultAt(fanOut.error, `children.${at}`)}
          />
          <TeamSelect
            label="Team"
            value={team}
            onChange={(next) => {
              const found = teams.find((each) => each.id === next);
              set(id, { team: next, ...(found && !name && { name: nameFor(found.name) }) });
            }}
          />
          <ActionIcon
            size="lg"
            aria-label={`Leave out child ${at + 1}`}
            onClick={() => setChildren(children.filter((each) => each.id !== id))}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div className={classes.formEnd}>
        <Button size="xs" variant="default" onClick={() => add([{ name: '', team: null }])}>
          One more
        </Button>
        {below.length > 0 && (
          <Button
            size="xs"
            variant="default"
            onClick={() => add(below.map(({ id, name }) => ({ name: nameFor(name), team: id })))}
          >
            All {below.length} teams below
          </Button>
        )}
      </div>
    </FormDialog>
  );
}

// "Sales calls: north" under sales-calls is sales-calls-north, not sales-calls-sales-calls-north.
function childKey(parent: string, name: string, parentName: string): string {
  const own = keyOf(name.startsWith(parentName) ? name.slice(parentName.length) : name);
  return `${parent}-${own || 'child'}`.slice(0, 80).replace(/-+$/, '');
}
