import { Button } from '@mantine/core';
import { Link, useLocation, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { takesGoals } from '#domain/time/cycle.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { GuideLink } from '../parts/GuideLink.tsx';
import { Loading } from '../parts/Loading.tsx';
import { NoteText } from '../parts/NoteText.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useNames } from '../parts/useNames.ts';
import { useOperation } from '../query.ts';
import { GoalNote } from './coach/GoalNote.tsx';
import { CycleTrail } from './okr/CycleTrail.tsx';
import { SustainWatches } from './okr/grade/SustainWatches.tsx';
import { KeyResultDialog } from './okr/key-result/KeyResultDialog.tsx';
import { KeyResultSection, type ObjectiveDetail } from './okr/key-result/KeyResultSection.tsx';
import { BreakdownTable } from './okr/objective/BreakdownTable.tsx';
import { History } from './okr/objective/History.tsx';
import classes from './okr/objective/Objective.module.css';
import { ObjectiveActions } from './okr/objective/ObjectiveActions.tsx';
import { ObjectiveFacts } from './okr/objective/ObjectiveFacts.tsx';
import { ObjectiveStanding } from './okr/objective/ObjectiveStanding.tsx';
import { Relatives } from './okr/objective/Relatives.tsx';

/** One objective: why, how it stands and why so, its key results, what it hangs below, and its history. */
export function Page(): ReactNode {
  const { objective: id = '' } = useParams({ strict: false }) as { objective?: string };
  const answer = useOperation('objectives.find', { objective: id });
  const me = useOperation('people.me', {});
  if (answer.data && me.data) return <ObjectivePage key={id} detail={answer.data} today={me.data.today} />;
  return (
    <>
      <PageHead title="Objective" above={<Link to="/cycles">OKRs</Link>} />
      <Fault of={answer.error} onRetry={answer.refetch} />
      {answer.isPending && <Loading />}
    </>
  );
}

function ObjectivePage({ detail, today }: { detail: ObjectiveDetail; today: string }): ReactNode {
  const names = useNames(peopleOf(detail));
  const { cycle, title, why, keyResults, sustainWatches, breakdown } = detail;
  useWantedKeyResult();
  return (
    <>
      <PageHead
        title={title}
        above={<CycleTrail cycle={cycle} />}
        actions={<ObjectiveActions detail={detail} />}
      >
        <ObjectiveFacts detail={detail} names={names} />
      </PageHead>
      {detail.state === 'dropped' && (
        <p className={classes.dropped}>Dropped, and counts no more: {detail.dropReason}</p>
      )}
      <div className={classes.columns}>
        <div className={classes.main}>
          <ObjectiveStanding detail={detail} />
          <div className={classes.why}>
            <NoteText>{why}</NoteText>
          </div>
          <GoalNote detail={detail} />
          {keyResults.length === 0 ? (
            <NoKeyResult detail={detail} />
          ) : (
            <section aria-label="Key results">
              {keyResults.map((each) => (
                <KeyResultSection
                  key={each.id}
                  id={each.id}
                  title={each.title}
                  objective={detail}
                  today={today}
                  names={names}
                />
              ))}
            </section>
          )}
          {breakdown.inputs.length + breakdown.leftOut.length + breakdown.private > 0 && (
            <section className={classes.made} aria-labelledby="made">
              <h2 id="made">What the progress is made of</h2>
              <BreakdownTable objective={detail.id} progress={detail.progress} breakdown={breakdown} />
            </section>
          )}
        </div>
        <aside className={classes.aside} aria-label="Around this objective">
          <Relatives detail={detail} names={names} />
          {sustainWatches.length > 0 && <SustainWatches watches={sustainWatches} />}
          <History detail={detail} names={names} />
        </aside>
      </div>
    </>
  );
}

function peopleOf({ owner, person, keyResults, history, relatives, privateTo }: ObjectiveDetail) {
  return [
    ...[owner, person],
    ...keyResults.map((each) => each.owner),
    ...history.map((each) => each.person),
    ...relatives.parents.map((each) => each.owner),
    ...relatives.children.map((each) => each.owner),
    ...(privateTo?.people ?? []),
  ];
}

/** Brings the key result of the address (`#id`) into sight once it is there. */
function useWantedKeyResult(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (!hash) return;
    const section = document.getElementById(hash);
    section?.setAttribute('data-wanted', '');
    section?.scrollIntoView({ block: 'start' });
    return () => section?.removeAttribute('data-wanted');
  }, [hash]);
}

function NoKeyResult({ detail }: { detail: ObjectiveDetail }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { cycle, mayChange, state } = detail;
  const mayAdd = mayChange && state !== 'dropped' && takesGoals(cycle);
  return (
    <EmptyState
      title="No key result yet"
      action={mayAdd && <Button onClick={() => setOpen(true)}>Add a key result</Button>}
    >
      <p>
        How will we know that we are there? Two to five key results: a number that moves from here to there, a
        level that is held, periods that are good, milestones, or a thing that is done. <GuideLink />
      </p>
      {isOpen && <KeyResultDialog objective={detail} ends={cycle.ends} onClose={() => setOpen(false)} />}
    </EmptyState>
  );
}
