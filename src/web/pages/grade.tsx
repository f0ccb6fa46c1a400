import { Select } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Cycle } from '#contract/cycles.ts';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useOperation } from '../query.ts';
import { useView } from '../view.ts';
import { Grading } from './okr/grade/Grading.tsx';

/** Grading a cycle: one key result after another, then the scores of the objectives, then the close. */
export function Page(): ReactNode {
  const cycles = useOperation('cycles.list', {});
  const [view, change] = useView({ cycle: '', at: '' });
  const shown = cycles.data && chosen(cycles.data, view.cycle);
  const grades = useOperation('grades.list', { cycle: shown?.id ?? '' }, { enabled: shown !== undefined });
  const choose = cycles.data && shown && (
    <Select
      aria-label="Cycle"
      size="xs"
      data={cycles.data
        .filter(({ state }) => state !== 'planning')
        .map(({ id, name, state }) => ({ value: id, label: `${name} (${state})` }))}
      value={shown.id}
      onChange={(cycle) => cycle && change({ cycle, at: '' })}
      allowDeselect={false}
    />
  );
  return (
    <>
      <PageHead title={shown ? `Grade ${shown.name}` : 'Grade'} actions={choose}>
        Progress was measured, confidence was judged on the way. The score is judged once, now, and honestly.
      </PageHead>
      <Fault of={cycles.error ?? grades.error} onRetry={grades.refetch} />
      {(cycles.isPending || (shown && grades.isPending)) && <Loading />}
      {cycles.data && !shown && (
        <EmptyState title="No cycle to grade" action={<Link to="/cycles">See the cycles</Link>}>
          <p>
            A cycle is graded when its time is over: each key result gets a score, an explanation where it was
            missed, a lesson and a fate. Gains that are kept are watched from then on.
          </p>
        </EmptyState>
      )}
      {shown && grades.data && (
        <Grading key={shown.id} grades={grades.data} at={view.at} onGo={(at) => change({ at })} />
      )}
    </>
  );
}

/** The cycle of the address, else the one that waits for grades, else the active one, else the one that was closed last. */
function chosen(cycles: readonly Cycle[], id: string): Cycle | undefined {
  return (
    cycles.find((cycle) => cycle.id === id) ??
    cycles.find(({ state }) => state === 'grading') ??
    cycles.find(({ state }) => state === 'active') ??
    cycles.find(({ state }) => state === 'closed')
  );
}
