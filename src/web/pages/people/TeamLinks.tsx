import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';

type Props = { of: readonly { key: string; name: string; lead: boolean }[]; none?: string };

/** The teams of a person, as links; the ones that they lead say so. */
export function TeamLinks({ of, none = '–' }: Props): ReactNode {
  if (of.length === 0) return none;
  return of.map(({ key, name, lead }, place) => (
    <Fragment key={key}>
      {place > 0 && ', '}
      <Link to="/teams/$team" params={{ team: key }}>
        {name}
      </Link>
      {lead && ' (lead)'}
    </Fragment>
  ));
}
