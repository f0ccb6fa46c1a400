import { Button, Group, Modal, Select, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import dialog from '../../parts/Dialog.module.css';
import { FormFault } from '../../parts/FormFault.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useCall, useOperation } from '../../query.ts';
import { useOpenCycles } from './useOpenCycles.ts';

type Props = { sentence: string; onClose: () => void };

/** Chooses the key result that an initiative should move, and writes it there. */
export function ChooseKeyResult({ sentence, onClose }: Props): ReactNode {
  const cycles = useOpenCycles();
  const [wanted, setCycle] = useState<string>();
  const cycle = wanted ?? cycles?.[0]?.id;
  const keyResults = useOperation(
    'keyResults.list',
    { cycle: cycle ?? '' },
    { enabled: cycle !== undefined },
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title="Which key result should it move?"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {!cycles || (cycle && keyResults.isPending) ? (
        <Loading lines={3} />
      ) : !keyResults.data || (keyResults.data.length === 0 && cycles.length < 2) ? (
        <p className={dialog.text}>
          There is no key result in an open cycle yet. Work without one may well be done; it just has nothing
          to move here.
        </p>
      ) : (
        <Stack gap="md">
          {cycles.length > 1 && (
            <Select
              label="Cycle"
              data={cycles.map(({ id, name }) => ({ value: id, label: name }))}
              value={cycle ?? null}
              onChange={(next) => next && setCycle(next)}
              allowDeselect={false}
            />
          )}
          <Choice key={cycle} keyResults={keyResults.data} sentence={sentence} onClose={onClose} />
        </Stack>
      )}
    </Modal>
  );
}

type Known = { id: string; title: string; objective: { id: string; title: string } };

function Choice({ keyResults, sentence, onClose }: Props & { keyResults: readonly Known[] }): ReactNode {
  const navigate = useNavigate();
  const [chosen, choose] = useState<string | null>(null);
  const keyResult = keyResults.find(({ id }) => id === chosen);
  const create = useCall('initiatives.create', {
    stale: ['keyResults', 'objectives'],
    onDone: () => {
      if (keyResult)
        void navigate({
          to: '/objectives/$objective',
          params: { objective: keyResult.objective.id },
          hash: keyResult.id,
        });
    },
  });
  const byObjective = Map.groupBy(keyResults, ({ objective }) => objective.id);
  return (
    <>
      <Select
        label="Key result"
        data={[...byObjective.values()].map((own) => ({
          group: own[0]?.objective.title ?? '',
          items: own.map(({ id, title }) => ({ value: id, label: title })),
        }))}
        value={chosen}
        onChange={choose}
        searchable
        limit={60}
        placeholder="Choose one"
        nothingFoundMessage="No key result is called that"
        data-autofocus
      />
      <FormFault of={create.error} beside={[]} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button
          disabled={!chosen}
          loading={create.isPending}
          onClick={() => chosen && create.mutate({ keyResult: chosen, title: sentence })}
        >
          Add the initiative
        </Button>
      </Group>
    </>
  );
}
