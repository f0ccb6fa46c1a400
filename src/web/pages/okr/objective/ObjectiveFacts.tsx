import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { PersonName } from '../../../parts/PersonName.tsx';
import type { Names } from '../../../parts/useNames.ts';
import classes from '../cycle/Cycle.module.css';
import type { ObjectiveDetail } from '../key-result/KeyResultSection.tsx';
import { PrivateMark } from './ObjectiveTitle.tsx';

/** Whose an objective is, what it promises, and what it came from, on a line. */
export function ObjectiveFacts({ detail, names }: { detail: ObjectiveDetail; names: Names }): ReactNode {
  const { owner, team, person, commitment, state, pillar, privateTo, weight, improves, gapKpi, cycle } =
    detail;
  const whose = team
    ? names.team(team)
    : person
      ? `for ${names.person(person) ?? '…'}`
      : 'whole organisation';
  const isExpected =
    (state === 'draft' && cycle.state === 'planning') || (state === 'active' && cycle.state !== 'planning');
  return (
    <ul className={classes.standing}>
      <li>
        <PersonName name={names.person(owner)} isMe={names.isMe(owner)} nobody="No owner" />
      </li>
      <li>{whose ?? '…'}</li>
      <li>{commitment}</li>
      {!isExpected && state !== 'closed' && <li>{state}</li>}
      {pillar && (
        <li>
          pillar <Link to="/strategy">{pillar}</Link>
        </li>
      )}
      {weight !== 1 && <li className="numbers">weight {weight}</li>}
      {improves.length > 0 && (
        <li>
          improves <KpiLinks kpis={improves} />
        </li>
      )}
      {gapKpi && (
        <li>
          from the gap of <KpiLinks kpis={[gapKpi]} /> (<Link to="/gaps">gaps</Link>)
        </li>
      )}
      {privateTo && (
        <li>
          <PrivateMark /> {privateWords(privateTo, names)}
        </li>
      )}
    </ul>
  );
}

function KpiLinks({ kpis }: { kpis: readonly { id: string; key: string; name: string }[] }): ReactNode {
  return kpis.map(({ id, key, name }, index) => (
    <Fragment key={id}>
      {index > 0 && ', '}
      <Link to="/kpis/$kpi" params={{ kpi: key }}>
        {name}
      </Link>
    </Fragment>
  ));
}

function privateWords({ people, teams }: { people: string[]; teams: string[] }, names: Names): string {
  const shown = [...teams.map((id) => names.team(id)), ...people.map((id) => names.person(id))].map(
    (name) => name ?? '…',
  );
  return shown.length === 0 ? 'private to its owner' : `private to ${shown.join(', ')}`;
}
