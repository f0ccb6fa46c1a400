import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import classes from './FormDialog.module.css';
import { FormFault } from './FormFault.tsx';

type Props = {
  title: string;
  /** One or two sentences on what it does. */
  lead?: ReactNode;
  action: string;
  saving: { isPending: boolean; error: unknown };
  /** The fields that tell their own faults. */
  beside?: readonly string[];
  onClose: () => void;
  onSubmit: () => void;
  size?: 'md' | 'lg' | 'xl';
  isGrave?: boolean;
  isReady?: boolean;
  /** The fields are checked by the form alone, not by the browser first. */
  noValidate?: boolean;
  /** What takes the place of the form once it is done, where that is shown a single time. */
  result?: ReactNode;
  children?: ReactNode;
};

/** A form in a dialog: its fields, the refusal of the server, and the two ways out. */
export function FormDialog(props: Props): ReactNode {
  const { title, lead, action, saving, beside = [], onClose, onSubmit } = props;
  const { size = 'md', isGrave = false, isReady = true, noValidate, result, children } = props;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    // A dialog lies in its page's tree, so the page's own form would hear it too.
    event.stopPropagation();
    // Enter in a text of many lines submits without asking the button.
    if (isReady && !saving.isPending) onSubmit();
  };
  return (
    <Modal opened onClose={onClose} title={title} size={size} closeButtonProps={{ 'aria-label': 'Close' }}>
      {result || (
        <form onSubmit={submit} noValidate={noValidate}>
          <Stack gap="md">
            {lead && <p className={classes.lead}>{lead}</p>}
            {children}
            <FormFault of={saving.error} beside={beside} />
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                Cancel
              </Button>
              <Button
                type="submit"
                loading={saving.isPending}
                disabled={!isReady}
                {...(isGrave && { color: 'red' })}
              >
                {action}
              </Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  );
}
