import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import dialog from '../../parts/Dialog.module.css';
import { Loading } from '../../parts/Loading.tsx';
import { useOperation } from '../../query.ts';
import { useOpenCycles } from './useOpenCycles.ts';

/** Chooses the objective of a key result, whose form then opens with what the sentence says. */
export function ChooseObjective({ sentence, onClose }: { sentence: string; onClose: () => void }): ReactNode {
  const navigate = useNavigate();
  const cycles = useOpenCycles();
  const objectives = useOperation('objectives.list', {});
  const [chosen, choose] = useState<string | null>(null);
  const groups = cycles?.map(({ id, name }) => ({
    group: name,
    items: (objectives.data ?? [])
      .filter(({ cycle, state }) => cycle === id && (state === 'draft' || state === 'active'))
      .map((each) => ({ value: each.id, label: each.title })),
  }));
  const go = (): void => {
    if (chosen)
      void navigate({
        to: '/objectives/$objective',
        params: { objective: chosen },
        search: { 'key-result': sentence } as never,
      });
  };
  const isEmpty = groups?.every(({ items }) => items.length === 0);
  return (
    <Modal
      opened
      onClose={onClose}
      title="Which objective is it a key result of?"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {!groups || objectives.isPending ? (
        <Loading lines={3} />
      ) : isEmpty ? (
        <p className={dialog.text}>
          There is no objective in an open cycle yet. A key result says how we will know that an objective is
          reached, so <Link to="/objectives/new">write the objective first</Link>.
        </p>
      ) : (
        <Stack gap="md">
          <Select
            label="Objective"
            data={groups}
            value={chosen}
            onChange={choose}
            searchable
            limit={60}
            placeholder="Choose one"
            nothingFoundMessage="No objective is called that"
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button disabled={!chosen} onClick={go}>
              Go on
            </Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
}
