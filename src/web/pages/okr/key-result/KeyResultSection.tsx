import { Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index.ts';
import { takesGoals } from '#domain/time/cycle.ts';
import { ConfirmDialog } from '../../../parts/ConfirmDialog.tsx';
import dialog from '../../../parts/Dialog.module.css';
import { Fault } from '../../../parts/Fault.tsx';
import { Loading } from '../../../parts/Loading.tsx';
import type { Names } from '../../../parts/useNames.ts';
import { useOperation } from '../../../query.ts';
import { CheckInDialog } from '../check-in/CheckInDialog.tsx';
import { CheckInList } from '../check-in/CheckInList.tsx';
import { ChangedSinceGraded } from '../grade/ChangedSinceGraded.tsx';
import { Goalposts } from '../grade/Goalposts.tsx';
import { HealthWhy } from '../HealthWhy.tsx';
import { Initiatives } from '../initiatives/Initiatives.tsx';
import { KeyResultDialog } from './KeyResultDialog.tsx';
import { KeyResultFacts } from './KeyResultFacts.tsx';
import { KeyResultFigure } from './KeyResultFigure.tsx';
import classes from './KeyResultSection.module.css';
import type { KeyResultDetail } from './key-result-series.ts';
import { measureWords } from './measure-words.ts';

export type ObjectiveDetail = Output<'objectives.find'>;

type Props = { objective: ObjectiveDetail; id: string; title: string; today: string; names: Names };

/** One key result on the page of its objective: what it promises, where it stands, how it came there. */
export function KeyResultSection({ objective, id, title, today, names }: Props): ReactNode {
  const answer = useOperation('keyResults.find', { keyResult: id });
  return (
    <article className={classes.section} id={id} aria-labelledby={`title-${id}`}>
      {answer.data ? (
        <Shown detail={answer.data} objective={objective} today={today} names={names} />
      ) : (
        <>
          <h2 id={`title-${id}`}>{title}</h2>
          <Fault of={answer.error} onRetry={answer.refetch} />
          {answer.isPending && <Loading lines={5} />}
        </>
      )}
    </article>
  );
}

type ShownProps = Omit<Props, 'id' | 'title'> & { detail: KeyResultDetail };

function Shown({ detail, objective, today, names }: ShownProps): ReactNode {
  const { id, title, dropped, checkIns, movedGoalposts, unit, decimals, measure } = detail;
  const shown = { measure, unit, decimals, names };
  return (
    <>
      <header className={classes.head}>
        <div>
          <h2 id={`title-${id}`}>{title}</h2>
          <p className={classes.measure}>{measureWords(detail)}</p>
        </div>
        {dropped && <span className={classes.dropped}>dropped</span>}
        {!dropped && objective.cycle.state === 'active' && <HealthWhy keyResult={detail} />}
        <Actions detail={detail} objective={objective} today={today} />
      </header>
      {dropped && <p className={classes.reason}>Dropped: {dropped.reason}</p>}
      <div className={classes.body}>
        <KeyResultFigure detail={detail} cycle={objective.cycle} today={today} />
        <KeyResultFacts detail={detail} cycle={objective.cycle} names={names} />
      </div>
      <Initiatives
        objective={objective.id}
        keyResult={detail}
        today={today}
        mayAdd={
          detail.mayChange && !dropped && objective.state !== 'dropped' && objective.cycle.state !== 'closed'
        }
      />
      <Goalposts moved={movedGoalposts} {...shown} />
      <ChangedSinceGraded changed={detail.changedSince} late={detail} />
      {checkIns.length > 0 && (
        <details className={classes.checkIns}>
          <summary>{checkIns.length === 1 ? '1 check-in' : `${checkIns.length} check-ins`}</summary>
          <CheckInList checkIns={checkIns} {...shown} />
        </details>
      )}
    </>
  );
}

type Asked = 'check in' | 'change' | 'drop' | undefined;

function Actions({ detail, objective, today }: Omit<ShownProps, 'names'>): ReactNode {
  const [asked, ask] = useState<Asked>();
  const close = () => ask(undefined);
  const { cycle } = objective;
  if (!detail.mayChange || detail.dropped || objective.state === 'dropped') return null;
  const mayWrite = takesGoals(cycle);
  const mayCheckIn = objective.state !== 'draft' && cycle.state !== 'planning';
  return (
    <div className={classes.actions}>
      {mayCheckIn && (
        <Button variant="default" size="compact-sm" onClick={() => ask('check in')}>
          {cycle.state === 'active' ? 'Check in' : 'Late value'}
        </Button>
      )}
      {mayWrite && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" size="compact-sm" px={6} aria-label={`More for ${detail.title}`}>
              <IconDots size={16} stroke={1.6} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => ask('change')}>Change …</Menu.Item>
            <Menu.Item onClick={() => ask('drop')}>Drop …</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      {asked === 'check in' && <CheckInDialog detail={detail} cycle={cycle} today={today} onClose={close} />}
      {asked === 'change' && (
        <KeyResultDialog objective={objective} keyResult={detail} ends={cycle.ends} onClose={close} />
      )}
      {asked === 'drop' && (
        <ConfirmDialog
          title="Drop the key result?"
          operation="keyResults.drop"
          input={{ keyResult: detail.id, reason: '' }}
          stale={['objectives', 'cycles', 'checkIns', 'grades']}
          action="Drop it"
          reason="Why is it dropped?"
          isGrave
          onClose={close}
        >
          <p className={dialog.text}>“{detail.title}” stays readable and counts no more.</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
