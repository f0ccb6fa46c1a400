import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

/** What stands above a page within a cycle: the way back to it, and to all of them. */
export function CycleTrail({ cycle }: { cycle: { id: string; name: string } }): ReactNode {
  return (
    <>
      <Link to="/cycles">OKRs</Link>
      {' / '}
      <Link to="/cycles/$cycle" params={{ cycle: cycle.id }}>
        {cycle.name}
      </Link>
    </>
  );
}
