import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './NextSteps.module.css';

const steps: { to: LinkProps['to']; title: string; what: string }[] = [
  {
    to: '/import',
    title: 'Bring your history',
    what: 'A scorecard sheet or a CSV of readings. Twelve points and more tell noise from signal.',
  },
  {
    to: '/kpis/new',
    title: 'Or define a first KPI',
    what: 'What it counts, which way is good, and how often.',
  },
  { to: '/people', title: 'Invite people', what: 'Each KPI and each objective needs someone who owns it.' },
  { to: '/cycles', title: 'Plan a cycle', what: 'The quarter in which a gap is to be closed.' },
];

/** What to do in an organisation that has just begun, in the order in which it helps. */
export function NextSteps(): ReactNode {
  return (
    <>
      <ol className={classes.steps}>
        {steps.map(({ to, title, what }) => (
          <li key={title}>
            <Link to={to}>
              <strong>{title}</strong>
              <span>{what}</span>
            </Link>
          </li>
        ))}
      </ol>
      <p className={classes.later}>
        <Link to="/">Go to the panel</Link>
      </p>
    </>
  );
}
