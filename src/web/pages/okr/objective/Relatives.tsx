import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { takesGoals } from '#domain/time/cycle.ts';
import { HealthMark } from '../../../parts/HealthMark.tsx';
import { ProgressBar } from '../../../parts/ProgressBar.tsx';
import type { Names } from '../../../parts/useNames.ts';
import type { ObjectiveDetail } from '../key-result/KeyResultSection.tsx';
import { ObjectiveTitle } from './ObjectiveTitle.tsx';
import { Relation } from './Relation.tsx';
import classes from './Relatives.module.css';

type Props = { detail: ObjectiveDetail; names: Names };
type Relative = ObjectiveDetail['relatives']['parents'][number] & {
  health?: ObjectiveDetail['relatives']['children'][number]['health'];
};

/** What an objective hangs below, and what hangs below it. */
export function Relatives({ detail, names }: Props): ReactNode {
  const { relatives, hiddenParents, cycle, mayChange, id } = detail;
  const mayAdd = mayChange && takesGoals(cycle);
  const { parents, children, hiddenChildren } = relatives;
  return (
    <section className={classes.relatives}>
      <h2>Alignment</h2>
      <h3>Hangs below</h3>
      <List rows={parents} hidden={hiddenParents} names={names} nothing="Nothing: it stands for itself." />
      <h3>Below it</h3>
      <List rows={children} hidden={hiddenChildren} names={names} nothing="Nothing yet." />
      {mayAdd && (
        <Link
          to="/objectives/new"
          search={{ cycle: cycle.id, parent: id } as never}
          className={`no-print ${classes.add}`}
        >
          Write one that contributes
        </Link>
      )}
    </section>
  );
}

type ListProps = { rows: readonly Relative[]; hidden: number; names: Names; nothing: string };

function List({ rows, hidden, names, nothing }: ListProps): ReactNode {
  if (rows.length === 0 && hidden === 0) return <p className={classes.nothing}>{nothing}</p>;
  return (
    <ul className={classes.list}>
      {rows.map(({ id, title, kind, weight, progress, team, owner, health, state }) => (
        <li key={id}>
          <ObjectiveTitle id={id} title={title} state={state === 'dropped' ? 'dropped' : undefined} />
          <div>
            <ProgressBar progress={progress} width={80} />
            {health !== undefined && <HealthMark health={health} isTight />}
            <span>{names.team(team) ?? names.person(owner) ?? ''}</span>
          </div>
          <div>
            <Relation kind={kind} />
            {kind === 'contributes to' && weight !== 1 && <span className="numbers">weight {weight}</span>}
          </div>
        </li>
      ))}
      {hidden > 0 && <li className={classes.nothing}>{hidden} more, private to others</li>}
    </ul>
  );
}
