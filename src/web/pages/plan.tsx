import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { CyclePlan } from '#contract/planning.ts';
import { takesGoals } from '#domain/time/cycle.ts';
import { spanName } from '../parts/dates.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { TeamSelect } from '../parts/TeamSelect.tsx';
import { useNames } from '../parts/useNames.ts';
import { useOperation } from '../query.ts';
import { useView } from '../view.ts';
import { CycleTrail } from './okr/CycleTrail.tsx';
import { CycleStateMark } from './okr/cycle/CycleStateMark.tsx';
import { SustainWatches } from './okr/grade/SustainWatches.tsx';
import { useReaches } from './okr/useMay.ts';
import { Capacity } from './plan/Capacity.tsx';
import { Lessons } from './plan/Lessons.tsx';
import { OpenGaps } from './plan/OpenGaps.tsx';
import classes from './plan/Plan.module.css';

/** All that a cycle is planned from on one page: lessons, gaps, gains, and what is drafted so far beside what can be carried. */
export function Page(): ReactNode {
  const { cycle = '' } = useParams({ strict: false }) as { cycle?: string };
  const [view, change] = useView({ team: '' });
  const plan = useOperation(
    'cycles.plan',
    { cycle, ...(view.team && { team: view.team }) },
    { keepPrevious: true },
  );
  if (plan.data) return <PlanPage plan={plan.data} team={view.team} onTeam={(team) => change({ team })} />;
  return (
    <>
      <PageHead title="Plan a cycle" above={<Link to="/cycles">OKRs</Link>} />
      <Fault of={plan.error} onRetry={plan.refetch} />
      {plan.isPending && <Loading lines={10} />}
    </>
  );
}

type Props = { plan: CyclePlan; team: string; onTeam: (team: string) => void };

function PlanPage({ plan, team, onTeam }: Props): ReactNode {
  const { cycle, last } = plan;
  const names = useNames(useMemo(() => peopleIn(plan), [plan]));
  const isOpen = takesGoals(cycle);
  const mayWrite = useReaches('member') && isOpen;
  return (
    <>
      <PageHead
        title={`Plan ${cycle.name}`}
        above={<CycleTrail cycle={cycle} />}
        actions={
          mayWrite && (
            <>
              <Button
                variant="default"
                renderRoot={(props) => (
                  <Link to="/templates" search={{ cycle: cycle.id } as never} {...props} />
                )}
              >
                Templates
              </Button>
              <Button
                renderRoot={(props) => (
                  <Link to="/objectives/new" search={{ cycle: cycle.id } as never} {...props} />
                )}
              >
                New objective
              </Button>
            </>
          )
        }
      >
        <span className={classes.standing}>
          <CycleStateMark state={cycle.state} />
          <span className="numbers">{spanName(cycle.starts, cycle.ends)}</span>
          <span>First what was learnt, then what is missing, then what can be carried.</span>
        </span>
      </PageHead>
      <div className={classes.filter}>
        <TeamSelect
          label="Team"
          placeholder="All teams"
          value={team || null}
          onChange={(next) => onTeam(next ?? '')}
        />
      </div>
      <div className={classes.columns}>
        <div className={classes.main}>
          {last ? (
            <Lessons plan={plan} last={last} names={names} mayWrite={mayWrite} />
          ) : (
            <EmptyState title="No cycle before this one">
              <p>
                After the first close, its scores, lessons and fates stand here, and what was good can be
                copied.
              </p>
            </EmptyState>
          )}
          <OpenGaps gaps={plan.gaps} more={plan.moreGaps} />
        </div>
        <aside className={classes.aside} aria-label="What is drafted, and what holds">
          <Capacity plan={plan} names={names} team={team} />
          {plan.gains.length > 0 && <SustainWatches watches={plan.gains} />}
        </aside>
      </div>
    </>
  );
}

function peopleIn({ lessons, drafted, people, gaps }: CyclePlan) {
  return [
    ...lessons.flatMap(({ owner, keyResults }) => [owner, ...keyResults.map((each) => each.owner)]),
    ...drafted.map(({ owner }) => owner),
    ...people.map(({ person }) => person),
    ...gaps.map(({ owner }) => owner),
  ];
}
