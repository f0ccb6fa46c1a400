import { Link } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import type { TreeObjective } from '#contract/objectives.ts';
import { Confidence } from '../../../parts/Confidence.tsx';
import { type Column, DataTable } from '../../../parts/DataTable.tsx';
import { HealthMark } from '../../../parts/HealthMark.tsx';
import type { Names } from '../../../parts/useNames.ts';
import { nowWords, promiseWords } from '../key-result/measure-words.ts';
import { ownerColumn, progressColumn, verdictColumn } from './columns.tsx';
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

function columnsOf(tree: CycleTree, names: Names): Column<Row>[] {
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
    ownerColumn(names, 2),
    { key: 'promise', label: 'Measure', isPlain: true, cell: promiseWords, align: 'end', rank: 2 },
    {
      key: 'current',
      label: 'Now',
      align: 'end',
      cell: nowWords,
    },
    progressColumn(tree),
    verdictColumn(tree, { label: 'Health', cell: ({ health }) => <HealthMark health={health} /> }),
    {
      key: 'confidence',
      label: 'Confidence',
      cell: ({ confidence }) => <Confidence confidence={confidence} />,
      sort: ({ confidence }) => confidence,
    },
  ];
}
