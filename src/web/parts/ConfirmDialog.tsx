import { type ReactNode, useState } from 'react';
import type { Input, Name } from '#contract/index.ts';
import { useCall } from '../query.ts';
import { FormDialog } from './FormDialog.tsx';
import { faultAt } from './FormFault.tsx';
import { ReasonInput } from './ReasonInput.tsx';

type Props<N extends Name> = {
  title: string;
  operation: N;
  /** What is sent; a reason joins it when one is asked for. */
  input: Input<N>;
  stale: string[];
  action: string;
  /** Asks why, with this label. */
  reason?: string;
  isGrave?: boolean;
  onClose: () => void;
  onDone?: () => void;
  children?: ReactNode;
};

/** Asks before something that cannot be taken back, says what it does, and asks why where a reason is due. */
export function ConfirmDialog<N extends Name>(props: Props<N>): ReactNode {
  const {
    title,
    operation,
    input,
    stale,
    action,
    reason,
    isGrave = false,
    onClose,
    onDone,
    children,
  } = props;
  const [why, setWhy] = useState('');
  const call = useCall(operation, {
    stale,
    onDone: () => {
      onClose();
      onDone?.();
    },
  });
  const submit = (): void => {
    call.mutate(reason === undefined ? input : { ...input, reason: why });
  };
  return (
    <FormDialog
      title={title}
      action={action}
      saving={call}
      beside={reason === undefined ? [] : ['reason']}
      onClose={onClose}
      onSubmit={submit}
      isGrave={isGrave}
    >
      <div>{children}</div>
      {reason !== undefined && (
        <ReasonInput
          label={reason}
          value={why}
          onChange={setWhy}
          error={faultAt(call.error, 'reason')}
          data-autofocus
        />
      )}
    </FormDialog>
  );
}
