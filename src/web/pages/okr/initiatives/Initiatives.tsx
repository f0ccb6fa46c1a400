import type { ReactNode } from 'react';
import type { Initiative } from '#contract/initiatives.ts';
import { isOpen } from '#domain/initiative/state.ts';
import { Fault } from '../../../parts/Fault.tsx';
import { useNames } from '../../../parts/useNames.ts';
import { useCall, useOperation } from '../../../query.ts';
import { AddInitiative } from './AddInitiative.tsx';
import { InitiativeRow } from './InitiativeRow.tsx';
import classes from './Initiatives.module.css';

type Props = {
  objective: string;
  keyResult: { id: string; title: string };
  today: string;
  mayAdd: boolean;
};

const mostEndedInSight = 2;

/** The initiatives of a key result: the work that should move it. They count for no progress, and nothing here is a number. */
export function Initiatives({ objective, keyResult, today, mayAdd }: Props): ReactNode {
  // One answer for all key results of the page.
  const answer = useOperation('initiatives.list', { objective });
  const own = (answer.data ?? []).filter((each) => each.keyResult.id === keyResult.id);
  const change = useCall('initiatives.change');
  const names = useNames(own.map(({ owner }) => owner));
  if (!answer.error && !mayAdd && own.length === 0) return null;
  const move = (list: readonly Initiative[], at: number, by: -1 | 1): void => {
    const neighbour = list[at + by];
    const moved = list[at];
    if (neighbour && moved) change.mutate({ initiative: moved.id, position: own.indexOf(neighbour) });
  };
  const rows = (list: readonly Initiative[]) => (
    <ul>
      {list.map((each, at) => (
        <InitiativeRow
          key={each.id}
          initiative={each}
          names={names}
          today={today}
          onMove={list.length > 1 ? (by) => move(list, at, by) : undefined}
        />
      ))}
    </ul>
  );
  const ended = own.filter(({ state }) => !isOpen(state));
  const isFolded = ended.length > mostEndedInSight && ended.length < own.length;
  const shown = isFolded ? own.filter(({ state }) => isOpen(state)) : own;
  return (
    <section className={classes.initiatives} aria-label={`Initiatives of ${keyResult.title}`}>
      <h3>Initiatives</h3>
      <Fault of={answer.error ?? change.error} onRetry={answer.refetch} />
      {shown.length > 0 && rows(shown)}
      {isFolded && (
        <details className={classes.ended}>
          <summary>{ended.length} done or dropped</summary>
          {rows(ended)}
        </details>
      )}
      {mayAdd && <AddInitiative keyResult={keyResult.id} title={keyResult.title} />}
      {mayAdd && own.length === 0 && answer.data && (
        <p className={classes.quiet}>
          The work that should move this, one line each; an issue’s address may follow. It counts for no
          progress: only the result does.
        </p>
      )}
    </section>
  );
}
