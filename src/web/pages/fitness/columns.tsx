import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { MendLine } from '#contract/fitness.ts';
import { causes } from '#domain/fitness/cause.ts';
import type { Column } from '../../parts/DataTable.tsx';
import { PersonName } from '../../parts/PersonName.tsx';
import { Why } from '../../parts/Why.tsx';
import { WrongMark } from './CauseMark.tsx';
import classes from './Fitness.module.css';
import { menderWords } from './fitness-words.ts';

/** A line of the list with the names of its people. */
export type NamedLine = MendLine & {
  ownerName: string | null | undefined;
  teamName: string | null | undefined;
};

/** The columns of what to mend. */
export const columns: readonly Column<NamedLine>[] = [
  {
    key: 'name',
    label: 'KPI',
    width: '50%',
    cell: (line) => <KpiAndMend line={line} />,
    sort: ({ name }) => name,
  },
  {
    key: 'cause',
    label: 'Cause',
    isPlain: true,
    cell: ({ cause }) => <WrongMark cause={cause} />,
    sort: ({ cause }) => causes.indexOf(cause),
  },
  {
    key: 'owner',
    label: 'Owner',
    isPlain: true,
    cell: ({ ownerName, owner }) =>
      owner && !ownerName ? null : (
        <span className={classes.soft}>
          <PersonName name={ownerName} nobody="No owner" />
        </span>
      ),
    sort: ({ ownerName }) => ownerName ?? null,
  },
  {
    key: 'by',
    label: 'Who can mend it',
    rank: 3,
    cell: ({ by }) => <span className={classes.soft}>{menderWords[by]}</span>,
    sort: ({ by }) => menderWords[by],
  },
  {
    key: 'team',
    label: 'Team',
    rank: 2,
    cell: ({ teamName }) => <span className={classes.soft}>{teamName}</span>,
    sort: ({ teamName }) => teamName ?? null,
  },
  {
    key: 'urgency',
    label: 'Urgency',
    align: 'end',
    cell: ({ name, urgency }) => (
      <Why
        title={`Urgency of ${name}`}
        formula="weight × (1 + key results that read it or that it guards, at most 3) × cause"
        rule="The cause counts 5 for reliable, 4 defined, 3 understood, 2 balanced, 1 aligned: a wrong number misleads whoever reads it."
      >
        {String(Math.round(urgency * 10) / 10)}
      </Why>
    ),
    sort: ({ urgency }) => urgency,
  },
];

function KpiAndMend({ line: { key, name, short, mend, below } }: { line: NamedLine }): ReactNode {
  return (
    <span className={classes.kpi}>
      <Link to="/kpis/$kpi" params={{ kpi: key }}>
        {name}
      </Link>
      <small>
        {short.charAt(0).toUpperCase()}
        {short.slice(1)}
        {below > 0 && `, and so with ${below} ${below === 1 ? 'part' : 'parts'} of it`}. {mend}
      </small>
    </span>
  );
}
