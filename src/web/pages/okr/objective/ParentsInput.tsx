import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import dialog from '../../../parts/Dialog.module.css';
import { useOperation } from '../../../query.ts';
import classes from './ObjectiveFields.module.css';
import type { ObjectiveDraft } from './objective-draft.ts';

type Parents = ObjectiveDraft['parents'];
type Props = { parents: Parents; onChange: (parents: Parents) => void; self?: string; error?: ReactNode };

const kinds = [
  { value: 'contributes to', label: 'contributes' },
  { value: 'supports', label: 'supports' },
];

/** The objectives that one hangs below: those it contributes to count it, those it supports do not. */
export function ParentsInput({ parents, onChange, self, error }: Props): ReactNode {
  const choices = useChoices(self);
  const put = (at: number, part: Partial<Parents[number]>): void =>
    onChange(parents.map((each, index) => (index === at ? { ...each, ...part } : each)));
  return (
    <fieldset className={classes.parents}>
      <legend className={dialog.label}>Contributes to or supports</legend>
      {parents.map((parent, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line may not have chosen its objective yet
        <div key={at} className={classes.parent}>
          <Select
            aria-label={`Parent ${at + 1}`}
            data={choices}
            value={parent.objective}
            onChange={(objective) => put(at, { objective })}
            searchable
            limit={80}
            placeholder="Choose an objective"
            nothingFoundMessage="No objective is called that"
          />
          <Select
            aria-label={`How it hangs below parent ${at + 1}`}
            data={kinds}
            value={parent.kind}
            allowDeselect={false}
            onChange={(kind) => kind && put(at, { kind: kind as Parents[number]['kind'] })}
          />
          {parent.kind === 'contributes to' ? (
            <TextInput
              aria-label={`Weight in parent ${at + 1}`}
              inputMode="decimal"
              value={parent.weight}
              onChange={(event) => put(at, { weight: event.currentTarget.value })}
              leftSection="×"
            />
          ) : (
            <span />
          )}
          <ActionIcon
            aria-label={`Remove parent ${at + 1}`}
            onClick={() => onChange(parents.filter((_, index) => index !== at))}
          >
            <IconTrash size={16} stroke={1.6} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      {error && <p className={classes.error}>{error}</p>}
      {parents.length > 0 && (
        <p className={dialog.hint}>
          What contributes counts in its parent's progress, by weight; what supports does not.
        </p>
      )}
      <Button
        className={classes.add}
        variant="default"
        size="compact-sm"
        onClick={() => onChange([...parents, { objective: null, kind: 'contributes to', weight: '1' }])}
      >
        Add a parent
      </Button>
    </fieldset>
  );
}

function useChoices(self: string | undefined) {
  const cycles = useOperation('cycles.list', {});
  const objectives = useOperation('objectives.list', {});
  const isOpen = ({ id, state }: { id: string; state: string }) =>
    id !== self && (state === 'draft' || state === 'active');
  const byCycle = Map.groupBy((objectives.data ?? []).filter(isOpen), ({ cycle }) => cycle);
  return (cycles.data ?? []).flatMap(({ id, name }) => {
    const items = (byCycle.get(id) ?? []).map((each) => ({ value: each.id, label: each.title }));
    return items.length === 0 ? [] : [{ group: name, items }];
  });
}
