import { Button, Group, Modal, Stack } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useCall } from '../../query.ts';
import { FormFault } from './FormFault.tsx';
import type { ObjectiveDetail } from './KeyResultSection.tsx';
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
  const change = useCall('objectives.change', { stale: ['cycles', 'judgements'], onDone: onClose });
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
            error={change.error}
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
