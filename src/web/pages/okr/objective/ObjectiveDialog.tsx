import { Button, Group, Modal, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useCall } from '../../../query.ts';
import { useSetAsides } from '../../coach/useSetAsides.ts';
import { FormFault } from '../FormFault.tsx';
import type { ObjectiveDetail } from '../key-result/KeyResultSection.tsx';
import { ObjectiveFields, objectiveFields } from './ObjectiveFields.tsx';
import { draftOf, type ObjectiveDraft, written } from './objective-draft.ts';

/** Changes an objective. */
export function ObjectiveDialog({
  detail,
  onClose,
}: {
  detail: ObjectiveDetail;
  onClose: () => void;
}): ReactNode {
  const [draft, setDraft] = useState<ObjectiveDraft>(() => draftOf(detail));
  const navigate = useNavigate();
  const asides = useSetAsides(detail.id);
  const [keyResult, setKeyResult] = useState<string>();
  const change = useCall('objectives.change', {
    stale: ['cycles', 'judgements', 'coach'],
    onDone: () => {
      onClose();
      // Its page opens the form of a key result with these words.
      if (keyResult) void navigate({ to: '.', search: { 'key-result': keyResult } as never });
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change.mutate({ ...written(draft), objective: detail.id });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title="Change the objective"
      closeButtonProps={{ 'aria-label': 'Close' }}
      size="lg"
    >
      <form onSubmit={submit}>
        <Stack gap="lg">
          <ObjectiveFields
            draft={draft}
            onChange={(part) => setDraft((old) => ({ ...old, ...part }))}
            self={detail.id}
            cycle={detail.cycle.id}
            error={change.error}
            asides={asides}
            onKeyResult={setKeyResult}
          />
          <FormFault of={change.error} beside={objectiveFields} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={change.isPending}>
              Save
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
