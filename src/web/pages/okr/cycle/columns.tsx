import { healths } from '#domain/okr/pace.ts';
import { takesGoals } from '#domain/time/cycle.ts';
import type { Column } from '../../../parts/DataTable.tsx';
import { ProgressBar } from '../../../parts/ProgressBar.tsx';
import type { Names } from '../../../parts/useNames.ts';
import { ScoreMark } from '../grade/ScoreMark.tsx';
import { Owner } from '../Owner.tsx';
import type { CycleTree, TreeKeyResult } from './tree-rows.ts';

/** What objectives and key results have alike in the tables of a cycle. */
type Goal = Pick<TreeKeyResult, 'owner' | 'progress' | 'score' | 'health'>;

/** Who owns a goal. */
export function ownerColumn(names: Names, rank: 2 | 3): Column<Goal> {
  return {
    key: 'owner',
    label: 'Owner',
    cell: ({ owner }) => <Owner id={owner} names={names} />,
    sort: ({ owner }) => names.person(owner) ?? null,
    rank,
  };
}

/** Its progress, beside what is expected by today while the cycle runs. */
export function progressColumn({ cycle, expected }: CycleTree): Column<Goal> {
  const pace = cycle.state === 'active' ? expected : null;
  return {
    key: 'progress',
    label: 'Progress',
    isPlain: true,
    width: '190px',
    cell: ({ progress }) => <ProgressBar progress={progress} expected={pace} width={110} />,
    sort: ({ progress }) => progress,
  };
}

/** Its health, told by the given cell; its score once the cycle is graded. */
export function verdictColumn<R extends Goal>(
  { cycle }: CycleTree,
  health: Pick<Column<R>, 'label' | 'cell' | 'width'>,
): Column<R> {
  if (takesGoals(cycle))
    return {
      ...{ key: 'health', isPlain: true, ...health },
      sort: (goal) => (goal.health ? healths.indexOf(goal.health) : null),
    };
  return {
    ...{ key: 'score', label: 'Score', isPlain: true },
    cell: ({ score }) => <ScoreMark score={score} />,
    sort: ({ score }) => score,
  };
}
