import type { ReactNode } from 'react';
import type { Initiative, LinkedIssue } from '#contract/initiatives.ts';
import { isOpen } from '#domain/initiative/state.ts';
import { trackerNames } from '#domain/initiative/tracker.ts';
import { useCall } from '../../../query.ts';
import classes from './Initiatives.module.css';
import { agoWords, courseWords, issueName } from './initiative-words.ts';

/** The issue of an initiative: the way to it, how it stands there and since when that is known, and what is wrong. */
export function IssueLine({ initiative }: { initiative: Initiative }): ReactNode {
  const { link, mayChange } = initiative;
  if (!link) return null;
  const now = Date.now();
  const name = issueName(link);
  return (
    <p className={classes.issue}>
      <a href={link.address} target="_blank" rel="noreferrer noopener">
        {name}
        <span className="unseen">
          {link.tracker ? ` in ${trackerNames[link.tracker]}` : ''}, opens in a new tab
        </span>
      </a>{' '}
      {(isOpen(initiative.state) || link.synchronised === 'yes') && <span>{courseWords(link, now)}</span>}
      {link.failingSince && (
        <span className={classes.fault}>
          {link.heardAt && ` ${agoWords(link.failingSince, now)}`}
          {link.fault && `: ${link.fault}`}
        </span>
      )}
      {differs(initiative) && mayChange && <TakeIt initiative={initiative} says={link.says!} />}
    </p>
  );
}

/** Whether a person said otherwise than the tracker does. */
function differs({ link, state }: Initiative): boolean {
  return link?.synchronised === 'yes' && link.says !== null && link.says !== state;
}

function TakeIt({ initiative, says }: { initiative: Initiative; says: NonNullable<LinkedIssue['says']> }) {
  const change = useCall('initiatives.change');
  return (
    <>
      {` · you said ${initiative.state}, the issue is ${says === 'dropped' ? 'given up' : says} `}
      {says !== 'dropped' && (
        <button
          type="button"
          className={classes.quietButton}
          disabled={change.isPending}
          onClick={() => change.mutate({ initiative: initiative.id, state: says })}
        >
          take that
        </button>
      )}
    </>
  );
}
