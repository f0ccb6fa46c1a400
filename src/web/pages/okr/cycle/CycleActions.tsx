import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { takesGoals } from '#domain/time/cycle.ts';
import { ConfirmDialog } from '../../../parts/ConfirmDialog.tsx';
import classes from '../../../parts/Dialog.module.css';
import { useReaches } from '../useMay.ts';
import { CycleDialog } from './CycleDialog.tsx';
import type { CycleTree } from './tree-rows.ts';

type Asked = 'activate' | 'grade' | 'edit' | undefined;

/** What can be done with a cycle as it stands: activate, start grading, close, change. */
export function CycleActions({ tree: { cycle, objectives } }: { tree: CycleTree }): ReactNode {
  const mayManage = useReaches('admin');
  const mayWrite = useReaches('member');
  const [asked, ask] = useState<Asked>();
  const close = () => ask(undefined);
  const empty = objectives.filter(({ keyResults }) => keyResults.length === 0);
  const isGraded = !takesGoals(cycle);
  return (
    <>
      {mayManage && cycle.state !== 'closed' && (
        <Button variant="default" onClick={() => ask('edit')}>
          Change
        </Button>
      )}
      {mayManage && cycle.state === 'planning' && objectives.length > 0 && (
        <Button variant="default" onClick={() => ask('activate')}>
          Activate …
        </Button>
      )}
      {mayManage && cycle.state === 'active' && (
        <Button variant="default" onClick={() => ask('grade')}>
          Start grading …
        </Button>
      )}
      {cycle.state === 'planning' && (
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/cycles/$cycle/plan" params={{ cycle: cycle.id }} {...props} />}
        >
          Plan it
        </Button>
      )}
      {objectives.length > 0 && cycle.state !== 'planning' && (
        <Button
          variant="default"
          renderRoot={(props) => <Link to="/cycles/$cycle/report" params={{ cycle: cycle.id }} {...props} />}
        >
          Report
        </Button>
      )}
      {isGraded && (
        <Button
          variant={cycle.state === 'grading' ? 'filled' : 'default'}
          renderRoot={(props) => <Link to="/grade" search={{ cycle: cycle.id } as never} {...props} />}
        >
          {cycle.state === 'grading' ? 'Grade' : 'See the grades'}
        </Button>
      )}
      {mayWrite && !isGraded && (
        <Button
          renderRoot={(props) => (
            <Link to="/objectives/new" search={{ cycle: cycle.id } as never} {...props} />
          )}
        >
          New objective
        </Button>
      )}
      {asked === 'edit' && <CycleDialog cycle={cycle} onClose={close} />}
      {asked === 'activate' && (
        <ConfirmDialog
          title={`Activate ${cycle.name}?`}
          operation="cycles.activate"
          input={{ cycle: cycle.id }}
          stale={['objectives', 'keyResults', 'checkIns']}
          action="Activate and freeze"
          onClose={close}
        >
          <p className={classes.text}>
            Its {cycle.objectives} objectives become active, check-ins begin, and its {cycle.keyResults} key
            results are frozen as written: a later change of wording, baseline, target, weight or deadline
            needs a reason and shows at grading as a moved goalpost.
          </p>
          {empty.length > 0 && (
            <p className={classes.text}>
              Without a key result so far: {empty.map(({ title }) => `“${title}”`).join(', ')}.
            </p>
          )}
        </ConfirmDialog>
      )}
      {asked === 'grade' && (
        <ConfirmDialog
          title={`Start grading ${cycle.name}?`}
          operation="cycles.startGrading"
          input={{ cycle: cycle.id }}
          stale={['objectives', 'keyResults', 'checkIns', 'grades']}
          action="Start grading"
          onClose={close}
        >
          <p className={classes.text}>
            The work of the cycle ends here: its goals stand as they are, and each key result gets a score, a
            lesson and a fate. There is no way back to active.
          </p>
          {cycle.elapsed < 1 && (
            <p className={classes.text}>
              The cycle has not ended yet: {Math.round(cycle.elapsed * 100)}% of its days have gone by.
            </p>
          )}
        </ConfirmDialog>
      )}
    </>
  );
}
