import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '../parts/EmptyState.tsx';
import { PageHead } from '../parts/PageHead.tsx';

/** What an address shows that leads nowhere, or to something that you may not see. */
export function NotFoundPage(): ReactNode {
  return (
    <>
      <PageHead title="Nothing here" />
      <EmptyState title="This address leads nowhere" action={<Link to="/">Go to the panel</Link>}>
        It may have been renamed or removed, or it is private to others. Search finds everything that you may
        see.
      </EmptyState>
    </>
  );
}
