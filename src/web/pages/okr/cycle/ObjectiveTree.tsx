import { type ReactNode, useMemo, useState } from 'react';
import type { TreeObjective } from '#contract/objectives.ts';
import { takesGoals } from '#domain/time/cycle.ts';
import { TreeLines } from '../../../charts/TreeLines.tsx';
import { type TreeLine, treeLines } from '../../../charts/tree-lines.ts';
import { Confidence } from '../../../parts/Confidence.tsx';
import { HealthMark } from '../../../parts/HealthMark.tsx';
import { PersonName } from '../../../parts/PersonName.tsx';
import { ProgressBar } from '../../../parts/ProgressBar.tsx';
import type { Names } from '../../../parts/useNames.ts';
import { ScoreMark } from '../grade/ScoreMark.tsx';
import { type ForestRow, forest } from './forest.ts';
import classes from './ObjectiveTree.module.css';
import { KeyResultHead, ObjectiveHead } from './TreeHeads.tsx';
import { type CycleTree, lowestConfidence, type TreeKeyResult } from './tree-rows.ts';

type Props = {
  tree: CycleTree;
  objectives: readonly TreeObjective[];
  names: Names;
  withKeyResults: boolean;
};

type Line =
  | { kind: 'objective'; row: ForestRow<TreeObjective>; depth: number }
  | { kind: 'key result'; keyResult: TreeKeyResult; objective: string; depth: number };

/** The objectives of a cycle below those that they contribute to or support, with their key results as leaves. */
export function ObjectiveTree({ tree, objectives, names, withKeyResults }: Props): ReactNode {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const lines = useMemo(
    () => linesOf(forest(objectives, folded), withKeyResults, folded),
    [objectives, folded, withKeyResults],
  );
  const indents = useMemo(() => treeLines(lines.map(({ depth }) => depth)), [lines]);
  const fold = (id: string): void => setFolded((old) => old.symmetricDifference(new Set([id])));
  const { cycle, expected } = tree;
  const pace = cycle.state === 'active' ? expected : null;
  const isGraded = !takesGoals(cycle);
  return (
    <table className={classes.tree}>
      <caption className="unseen">
        Objectives as a tree: what contributes counts in the progress of what it hangs below, what supports
        does not
      </caption>
      <thead>
        <tr>
          <th scope="col">Objective and key results</th>
          <th scope="col" data-rank="3">
            Owner
          </th>
          <th scope="col">Progress</th>
          <th scope="col">{isGraded ? 'Score' : 'Health'}</th>
          <th scope="col" data-rank="2">
            Confidence
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => {
          const { progress, score, health, owner, confidence } = standing(line);
          const isNamed = line.kind === 'objective' && line.row.isRepeat;
          return (
            <tr key={keyOf(line, index, lines)}>
              <th scope="row">
                <span className={classes.head}>
                  <TreeLines lines={indents[index] as TreeLine[]} />
                  {line.kind === 'objective' ? (
                    <ObjectiveHead
                      row={line.row}
                      isFolded={folded.has(line.row.objective.id)}
                      canFold={line.row.hasChildren || (withKeyResults && hasLeaves(line.row))}
                      onFold={fold}
                    />
                  ) : (
                    <KeyResultHead {...line} />
                  )}
                </span>
              </th>
              <td data-rank="3">{!isNamed && <PersonName name={names.person(owner)} nobody="No owner" />}</td>
              <td>{!isNamed && <ProgressBar progress={progress} expected={pace} width={96} />}</td>
              <td>{!isNamed && (isGraded ? <ScoreMark score={score} /> : <HealthMark health={health} />)}</td>
              <td data-rank="2">{!isNamed && <Confidence confidence={confidence} />}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function linesOf(
  rows: readonly ForestRow<TreeObjective>[],
  withKeyResults: boolean,
  folded: ReadonlySet<string>,
): Line[] {
  return rows.flatMap((row): Line[] => {
    const { objective, depth } = row;
    const isOpen = withKeyResults && !row.isRepeat && !folded.has(objective.id);
    const leaves = (isOpen ? objective.keyResults : []).map(
      (keyResult): Line => ({ kind: 'key result', keyResult, objective: objective.id, depth: depth + 1 }),
    );
    return [{ kind: 'objective', row, depth }, ...leaves];
  });
}

function hasLeaves({ objective, isRepeat }: ForestRow<TreeObjective>): boolean {
  return !isRepeat && objective.keyResults.length > 0;
}

// An objective that hangs below several parents has as many lines.
function keyOf(line: Line, index: number, lines: readonly Line[]): string {
  if (line.kind === 'key result') return line.keyResult.id;
  const above = lines
    .slice(0, index)
    .findLast((each) => each.depth < line.depth && each.kind === 'objective');
  return `${line.row.objective.id} below ${above?.kind === 'objective' ? above.row.objective.id : 'none'}`;
}

function standing(line: Line) {
  if (line.kind === 'key result') return line.keyResult;
  const { objective } = line.row;
  return { ...objective, confidence: lowestConfidence(objective.keyResults) };
}
