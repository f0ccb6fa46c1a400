import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { takesGoals } from '#domain/time/cycle.ts';
import { ConfirmDialog } from '../../../parts/ConfirmDialog.tsx';
import dialog from '../../../parts/Dialog.module.css';
import { KeyResultDialog } from '../key-result/KeyResultDialog.tsx';
import type { ObjectiveDetail } from '../key-result/KeyResultSection.tsx';
import { SaidKeyResult } from '../key-result/SaidKeyResult.tsx';
import { ObjectiveDialog } from './ObjectiveDialog.tsx';

type Asked = 'change' | 'key result' | 'activate' | 'drop' | undefined;

const stale = ['cycles', 'keyResults', 'checkIns', 'judgements', 'grades'];

/** What can be done with an objective as it stands. */
export function ObjectiveActions({ detail }: { detail: ObjectiveDetail }): ReactNode {
  const [asked, ask] = useState<Asked>();
  const close = () => ask(undefined);
  const { id, title, cycle, state, mayChange, keyResults } = detail;
  const isOpen = takesGoals(cycle);
  const mayAdd = mayChange && isOpen && state !== 'dropped';
  if (!mayAdd) return <SaidKeyResult detail={detail} mayAdd={false} />;
  const mayActivate = cycle.state === 'active' && state === 'draft';
  return (
    <>
      {mayActivate && <Button onClick={() => ask('activate')}>Activate …</Button>}
      <Button variant="default" onClick={() => ask('key result')}>
        Add a key result
      </Button>
      <Button variant="default" onClick={() => ask('change')}>
        Change
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" px={8} aria-label="More for this objective">
            <IconDots size={16} stroke={1.6} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => ask('drop')}>Drop …</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <SaidKeyResult detail={detail} mayAdd />
      {asked === 'change' && <ObjectiveDialog detail={detail} onClose={close} />}
      {asked === 'key result' && <KeyResultDialog objective={detail} ends={cycle.ends} onClose={close} />}
      {asked === 'activate' && (
        <ConfirmDialog
          title="Activate the objective?"
          operation="objectives.activate"
          input={{ objective: id }}
          stale={stale}
          action="Activate and freeze"
          onClose={close}
        >
          <p className={dialog.text}>
            Its {keyResults.length} key results are frozen as written: a later change of wording, baseline,
            target, weight or deadline needs a reason and shows at grading as a moved goalpost.
          </p>
        </ConfirmDialog>
      )}
      {asked === 'drop' && (
        <ConfirmDialog
          title="Drop the objective?"
          operation="objectives.drop"
          input={{ objective: id, reason: '' }}
          stale={stale}
          action="Drop it"
          reason="Why is it dropped?"
          isGrave
          onClose={close}
        >
          <p className={dialog.text}>“{title}” stays readable and counts no more.</p>
        </ConfirmDialog>
      )}
    </>
  );
}
