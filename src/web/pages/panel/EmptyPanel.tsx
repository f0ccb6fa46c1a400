import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { GuideLink } from '../../parts/GuideLink.tsx';
import classes from './Panel.module.css';

/** The panel before the first KPI: what a KPI is, and the two ways to have one. */
export function EmptyPanel({ mayWrite }: { mayWrite: boolean }): ReactNode {
  return (
    <EmptyState
      title="No KPI yet"
      action={
        mayWrite && (
          <>
            <Button renderRoot={(props) => <Link to="/kpis/new" {...props} />}>Define a KPI</Button>
            <Button variant="default" renderRoot={(props) => <Link to="/import" {...props} />}>
              Import from a file
            </Button>
            <Link to="/templates" search={{ kind: 'kpis' } as never}>
              Choose from templates
            </Link>
          </>
        )
      }
    >
      <p>
        A KPI is always on: it says week by week or month by month whether the operation runs as it should. It
        never expires, and it is no goal. Where its level is not where it should be, an OKR is written.{' '}
        <GuideLink />
      </p>
      <ol className={classes.steps}>
        <li>
          <strong>Say what is counted, how often, and which way is good</strong>
          <span>“First response time”, weekly, in minutes, lower is better.</span>
        </li>
        <li>
          <strong>Set the floor or ceiling that must not be crossed</strong>
          <span>“Never above 4 hours.” Without one a KPI is not called healthy.</span>
        </li>
        <li>
          <strong>Record or import its history</strong>
          <span>From six values on, the limits tell noise from signal.</span>
        </li>
      </ol>
      {!mayWrite && <p>Members, admins and owners define KPIs.</p>}
    </EmptyState>
  );
}
