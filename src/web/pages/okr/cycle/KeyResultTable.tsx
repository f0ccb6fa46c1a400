import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { TreeObjective } from '#contract/objectives.ts';
import { healths } from '#domain/okr/pace.ts';
import { Confidence } from '../../../parts/Confidence.tsx';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { HealthMark } from '../../../parts/HealthMark.tsx';
import { ProgressBar } from '../../../parts/ProgressBar.tsx';
import type { Names } from '../../../parts/useNames.ts';
import { ScoreMark } from '../grade/ScoreMark.tsx';
import { nowWords, promiseWords } from '../key-result/measure-words.ts';
import { Owner } from '../Owner.tsx';
import { type CycleTree, type Filters, filtered, healthName, type TreeKeyResult } from './tree-rows.ts';

type Row = TreeKeyResult & { objective: TreeObjective };
type Props = {
  tree: CycleTree;
  filters: Filters;
  names: Names;
  sort: string;
  onSort: (sort: string) => void;
  empty: ReactNode;
};

/** The key results of a cycle as a table; below their objectives until they are sorted. */
export function KeyResultTable({ tree, filters, names, sort, onSort, empty }: Props): ReactNode {
  const rows = useMemo(() => rowsOf(tree.objectives, filters), [tree, filters]);
  const columns = useMemo(() => columnsOf(tree, names), [tree, names]);
  return (
    <DataTable
      caption="Key results"
      columns={columns}
      rows={rows}
      id={({ id }) => id}
      sort={sort}
      onSort={onSort}
      group={sort === '' ? ({ objective }) => objective.title : undefined}
      empty={empty}
    />
  );
}

function rowsOf(objectives: readonly TreeObjective[], { owner, health, ...rest }: Filters): Row[] {
  return filtered(objectives, { ...rest, owner: '', health: '' })
    .flatMap((objective) => objective.keyResults.map((keyResult) => ({ ...keyResult, objective })))
    .filter(
      (each) =>
        (owner === '' || each.owner === owner) && (health === '' || healthName(each.health) === health),
    );
}

function columnsOf({ cycle, expected }: CycleTree, names: Names): Column<Row>[] {
  const isGraded = cycle.state === 'grading' || cycle.state === 'closed';
  return [
    {
      key: 'title',
      label: 'Key result',
      width: '32%',
      cell: ({ id, title, objective }) => (
        <Link to="/objectives/$objective" params={{ objective: objective.id }} hash={id}>
          {title}
        </Link>
      ),
      sort: ({ title }) => title,
    },
    {
      key: 'owner',
      label: 'Owner',
      cell: ({ owner }) => <Owner id={owner} names={names} />,
      sort: ({ owner }) => names.person(owner) ?? null,
      rank: 2,
    },
    { key: 'promise', label: 'Measure', isPlain: true, cell: promiseWords, align: 'end', rank: 2 },
    {
      key: 'current',
      label: 'Now',
      align: 'end',
      cell: nowWords,
    },
    {
      key: 'progress',
      label: 'Progress',
      isPlain: true,
      width: '190px',
      cell: ({ progress }) => (
        <ProgressBar progress={progress} expected={cycle.state === 'active' ? expected : null} width={110} />
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
          label: 'Health',
          isPlain: true,
          cell: ({ health }) => <HealthMark health={health} />,
          sort: ({ health }) => (health ? healths.indexOf(health) : null),
        },
    {
      key: 'confidence',
      label: 'Confidence',
      cell: ({ confidence }) => <Confidence confidence={confidence} />,
      sort: ({ confidence }) => confidence,
    },
  ];
}
