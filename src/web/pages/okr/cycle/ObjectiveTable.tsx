import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { TreeObjective } from '#contract/objectives.ts';
import { healths } from '#domain/okr/pace.ts';
import { Confidence } from '../../../parts/Confidence.tsx';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { ProgressBar } from '../../../parts/ProgressBar.tsx';
import type { Names } from '../../../parts/useNames.ts';
import { ScoreMark } from '../grade/ScoreMark.tsx';
import { WeakestHealth } from '../HealthCounts.tsx';
import { Owner } from '../Owner.tsx';
import { ObjectiveTitle } from '../objective/ObjectiveTitle.tsx';
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

function columnsOf({ cycle, expected }: CycleTree, names: Names): Column<TreeObjective>[] {
  const isGraded = cycle.state === 'grading' || cycle.state === 'closed';
  const isRunning = cycle.state === 'active';
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
    {
      key: 'owner',
      label: 'Owner',
      cell: ({ owner }) => <Owner id={owner} names={names} />,
      sort: ({ owner }) => names.person(owner) ?? null,
      rank: 3,
    },
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
    {
      key: 'progress',
      label: 'Progress',
      isPlain: true,
      width: '190px',
      cell: ({ progress }) => (
        <ProgressBar progress={progress} expected={isRunning ? expected : null} width={110} />
      ),
      sort: ({ progress }) => progress,
    },
    isGraded
      ? {
          key: 'score',
          label: 'Score',
          isPlain: true,
          cell: ({ score }) => <ScoreMark score={score} />,
          sort: ({ score }) => score,
        }
      : {
          key: 'health',
          label: 'Weakest health',
          isPlain: true,
          width: '190px',
          cell: ({ health, counts }) => <WeakestHealth health={health} counts={counts} />,
          sort: ({ health }) => (health ? healths.indexOf(health) : null),
        },
    {
      key: 'confidence',
      label: 'Lowest confidence',
      cell: ({ keyResults }) => <Confidence confidence={lowestConfidence(keyResults)} />,
      sort: ({ keyResults }) => lowestConfidence(keyResults),
      rank: 2,
    },
  ];
}
