import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '../parts/EmptyState.tsx';
import { Fault } from '../parts/Fault.tsx';
import { Loading } from '../parts/Loading.tsx';
import { PageHead } from '../parts/PageHead.tsx';
import { useOperation } from '../query.ts';
import { CheckInSheet } from './okr/check-in/CheckInSheet.tsx';
import { MyInitiatives } from './okr/initiatives/MyInitiatives.tsx';

/** The check-ins of all my key results, on one screen. */
export function Page(): ReactNode {
  const due = useOperation('checkIns.due', {});
  const me = useOperation('people.me', {});
  const organisation = useOperation('organisations.find', {});
  const isThere = due.data && me.data && organisation.data;
  return (
    <>
      {!(isThere && due.data.length > 0) && <PageHead title="Check-in" />}
      <Fault of={due.error} onRetry={due.refetch} />
      {due.isPending && <Loading />}
      {due.data?.length === 0 && (
        <EmptyState title="Nothing to check in on" action={<Link to="/cycles">See the cycles</Link>}>
          <p>
            Key results of yours show here once their cycle is active: each takes a value, your confidence
            from 0 to 10, and a line on what changed, what blocks and what you need.
          </p>
        </EmptyState>
      )}
      {isThere && due.data.length > 0 && (
        <CheckInSheet due={due.data} today={me.data.today} yearStartsIn={organisation.data.yearStartsIn} />
      )}
      {due.data && me.data && <MyInitiatives today={me.data.today} />}
    </>
  );
}
