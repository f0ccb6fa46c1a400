import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Team } from '#contract/teams.ts';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { Fault } from '../../parts/Fault.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useOperation } from '../../query.ts';
import classes from './TeamTree.module.css';

/** All teams as nested lists, each with its leads and how many are in it. */
export function TeamTree(): ReactNode {
  const teams = useOperation('teams.list', {});
  if (teams.error) return <Fault of={teams.error} onRetry={teams.refetch} />;
  if (!teams.data) return <Loading />;
  if (teams.data.length === 0)
    return (
      <EmptyState title="No team yet">
        <p>
          Teams form a tree. Whoever leads one may edit its KPIs and objectives, and those of all teams below
          it.
        </p>
      </EmptyState>
    );
  return <TeamList of={teams.data} parent={null} />;
}

/** The teams below one, and in turn those below them. */
export function TeamList({ of, parent }: { of: readonly Team[]; parent: string | null }): ReactNode {
  const here = of.filter((team) => team.parent === parent);
  if (here.length === 0) return null;
  return (
    <ul className={classes.list}>
      {here.map((team) => (
        <li key={team.id}>
          <div className={classes.team}>
            <Link to="/teams/$team" params={{ team: team.key }}>
              {team.name}
            </Link>
            <span className={classes.leads}>
              {team.leads.length > 0 ? team.leads.map(({ name }) => name).join(', ') : 'no lead'}
            </span>
            <span className={classes.size}>{team.size === 1 ? '1 person' : `${team.size} people`}</span>
          </div>
          <TeamList of={of} parent={team.id} />
        </li>
      ))}
    </ul>
  );
}
