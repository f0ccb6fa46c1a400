import type { ReactNode } from 'react';
import type { Output } from '#contract/index.ts';
import { Fault } from '../../parts/Fault.tsx';
import { glyphs, Mark } from '../../parts/Mark.tsx';
import classes from './Source.module.css';

type Props = { tried: Output<'trackers.test'> | undefined; error: unknown };

/** What came of trying an account. */
export function TrackerTried({ tried, error }: Props): ReactNode {
  return (
    <div role="status">
      <Fault of={error} />
      {tried?.fault && <p className={classes.fault}>{tried.fault}</p>}
      {tried && !tried.fault && (
        <Mark glyph={glyphs.check} tone="good">
          {[
            tried.signedInAs && `It signs in as ${tried.signedInAs}.`,
            tried.issue && `${tried.issue.key}: ${tried.issue.status}.`,
          ]
            .filter(Boolean)
            .join(' ')}
        </Mark>
      )}
    </div>
  );
}
