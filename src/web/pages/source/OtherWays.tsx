import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import classes from './Source.module.css';

/** The other ways in which readings come: typed, from a file, or pushed by a token. */
export function OtherWays({ kpi }: { kpi: Kpi }): ReactNode {
  return (
    <section>
      <h2>Other ways</h2>
      <ul className={classes.quiet}>
        <li>
          Type them on{' '}
          <Link to="/kpis/$kpi" params={{ kpi: kpi.key }}>
            the KPI’s page
          </Link>
          , or <Link to="/import">import a file</Link>.
        </li>
        <li>
          Or let a script bring them: a <Link to="/tokens">push token</Link> records readings of the KPIs that
          it is made for, and can do nothing else.
        </li>
      </ul>
      <pre className={classes.snippet}>
        {`curl -X PUT ${location.origin}/api/kpis/${kpi.key}/readings/PERIOD \\
  -H "authorization: Bearer tnd_…" -H "content-type: application/json" -d '{"value": 42}'`}
      </pre>
    </section>
  );
}
