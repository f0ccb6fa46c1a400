import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { FormDialog } from '../../../parts/FormDialog.tsx';
import { useCall } from '../../../query.ts';
import { useSetAsides } from '../../coach/useSetAsides.ts';
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
  const submit = (): void => {
    change.mutate({ ...written(draft), objective: detail.id });
  };
  return (
    <FormDialog
      title="Change the objective"
      size="lg"
      action="Save"
      saving={change}
      beside={objectiveFields}
      onClose={onClose}
      onSubmit={submit}
    >
      <ObjectiveFields
        draft={draft}
        onChange={(part) => setDraft((old) => ({ ...old, ...part }))}
        self={detail.id}
        cycle={detail.cycle.id}
        error={change.error}
        asides={asides}
        onKeyResult={setKeyResult}
      />
    </FormDialog>
  );
}
