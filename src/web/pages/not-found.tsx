import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '../parts/EmptyState.tsx';
import { OutsideLayout } from '../parts/OutsideLayout.tsx';
import { PageHead } from '../parts/PageHead.tsx';

const title = 'This address leads nowhere';
const lead = 'It may have been renamed or removed, or it is private to others.';

/** What a page shows of something that is not there, or that you may not see. */
export function NotFoundPage(): ReactNode {
  return (
    <>
      <PageHead title={title} />
      <EmptyState title="Nothing here" action={<Link to="/">Go to the panel</Link>}>
        {lead} Search finds everything that you may see.
      </EmptyState>
    </>
  );
}

/** What an address shows that no page has; whoever comes here may not be signed in. */
export function LostPage(): ReactNode {
  return <OutsideLayout title={title} lead={lead} foot={<Link to="/">Go to the panel</Link>} />;
}
