import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { TreeObjective } from '#contract/objectives.ts';
import { Confidence } from '../../../parts/Confidence.tsx';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import type { Names } from '../../../parts/useNames.ts';
import { WeakestHealth } from '../HealthCounts.tsx';
import { Owner } from '../Owner.tsx';
import { ObjectiveTitle } from '../objective/ObjectiveTitle.tsx';
import { ownerColumn, progressColumn, verdictColumn } from './columns.tsx';
import { type CycleTree, lowestConfidence } from './tree-rows.ts';

type Props = {
  tree: CycleTree;
  objectives: readonly TreeObjective[];
  names: Names;
  sort: string;
  onSort: (sort: string) => void;
  empty: ReactNode;
};

/** The objectives of a cycle as a table, a row each. */
export function ObjectiveTable({ tree, objectives, names, sort, onSort, empty }: Props): ReactNode {
  const navigate = useNavigate();
  const columns = useMemo(() => columnsOf(tree, names), [tree, names]);
  return (
    <DataTable
      caption="Objectives"
      columns={columns}
      rows={objectives}
      id={({ id }) => id}
      sort={sort}
      onSort={onSort}
      onOpen={({ id }) => void navigate({ to: '/objectives/$objective', params: { objective: id } })}
      empty={empty}
    />
  );
}

function columnsOf(tree: CycleTree, names: Names): Column<TreeObjective>[] {
  const isRunning = tree.cycle.state === 'active';
  return [
    {
      key: 'title',
      label: 'Objective',
      width: '36%',
      cell: (row) => (
        <ObjectiveTitle
          id={row.id}
          title={row.title}
          isPrivate={row.private}
          state={isRunning && row.state === 'draft' ? 'draft' : undefined}
        />
      ),
      sort: ({ title }) => title,
    },
    ownerColumn(names, 3),
    {
      key: 'team',
      label: 'Team',
      cell: ({ team, person }) => <Owner id={person} team={team} names={names} nobody="Everyone" />,
      sort: ({ team }) => names.team(team) ?? null,
      rank: 2,
    },
    {
      key: 'commitment',
      label: 'Commitment',
      cell: ({ commitment }) => commitment,
      sort: ({ commitment }) => commitment,
      rank: 3,
      isPlain: true,
    },
    progressColumn(tree),
    verdictColumn(tree, {
      label: 'Weakest health',
      width: '190px',
      cell: ({ health, counts }) => <WeakestHealth health={health} counts={counts} />,
    }),
    {
      key: 'confidence',
      label: 'Lowest confidence',
      cell: ({ keyResults }) => <Confidence confidence={lowestConfidence(keyResults)} />,
      sort: ({ keyResults }) => lowestConfidence(keyResults),
      rank: 2,
    },
  ];
}
