import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { TreeObjective } from '#contract/objectives.ts';
import { promiseWords } from '../key-result/measure-words.ts';
import { ObjectiveTitle } from '../objective/ObjectiveTitle.tsx';
import { Relation } from '../objective/Relation.tsx';
import type { ForestRow } from './forest.ts';
import classes from './TreeHeads.module.css';
import type { TreeKeyResult } from './tree-rows.ts';

type HeadProps = {
  row: ForestRow<TreeObjective>;
  isFolded: boolean;
  canFold: boolean;
  onFold: (id: string) => void;
};

/** The head of an objective's row: its fold, title and how it hangs on the row above. */
export function ObjectiveHead({ row, isFolded, canFold, onFold }: HeadProps): ReactNode {
  const { objective, relation, isRepeat, depth } = row;
  const Chevron = isFolded ? IconChevronRight : IconChevronDown;
  return (
    <span className={classes.objective} data-supports={relation === 'supports' || undefined}>
      {canFold ? (
        <button
          type="button"
          className={classes.fold}
          aria-expanded={!isFolded}
          aria-label={`What is below ${objective.title}`}
          onClick={() => onFold(objective.id)}
        >
          <Chevron size={14} stroke={2} aria-hidden />
        </button>
      ) : (
        <span className={classes.noFold} />
      )}
      <span className={classes.words}>
        <span className="unseen">Level {depth + 1}: </span>
        <ObjectiveTitle id={objective.id} title={objective.title} isPrivate={objective.private} />
        {relation && <Relation kind={relation} />}
        {isRepeat && <span className={classes.repeat}>shown elsewhere</span>}
      </span>
    </span>
  );
}

/** The head of a key result's row: its title and what it promises. */
export function KeyResultHead({
  keyResult,
  objective,
}: {
  keyResult: TreeKeyResult;
  objective: string;
}): ReactNode {
  return (
    <span className={classes.keyResult}>
      <Link to="/objectives/$objective" params={{ objective }} hash={keyResult.id}>
        {keyResult.title}
      </Link>
      <span className={classes.promise}>{promiseWords(keyResult)}</span>
    </span>
  );
}
