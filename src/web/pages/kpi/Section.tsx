import type { ReactNode } from 'react';
import classes from './Kpi.module.css';

type Props = { title: string; action?: ReactNode; note?: ReactNode; children: ReactNode };

/** A part of the KPI's page under its heading, with what can be done there at the right. */
export function Section({ title, action, note, children }: Props): ReactNode {
  return (
    <section className={classes.section}>
      <div className={classes.sectionHead}>
        <h2>{title}</h2>
        {action}
      </div>
      {note && <p className={classes.note}>{note}</p>}
      {children}
    </section>
  );
}
