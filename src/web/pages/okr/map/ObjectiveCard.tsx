import { IconLock } from '@tabler/icons-react';
import type { Node, NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { HealthMark } from '../../../parts/HealthMark.tsx';
import { ProgressBar } from '../../../parts/ProgressBar.tsx';
import classes from './Cards.module.css';
import type { Card } from './map-cards.ts';

export type ObjectiveData = {
  card: Extract<Card, { kind: 'objective' }>;
  expected: number | null;
  onFold: (id: string) => void;
};

/** An objective on the map: its title, whose it is, its health by shape and colour, and its progress. */
export const ObjectiveCard = memo(function ObjectiveCard({
  data: { card, expected, onFold },
}: NodeProps<Node<ObjectiveData>>): ReactNode {
  const { objective, isDim, hasBelow, isFolded, hidden, whose, cycle } = card;
  const { title, health, progress, alignment } = objective;
  return (
    <div
      className={classes.objective}
      data-health={health ?? 'none'}
      data-dim={isDim || undefined}
      data-lacks={alignment[0]?.kind}
      data-above={cycle !== undefined || undefined}
      title={title}
    >
      <span className={classes.title}>
        {title}
        {objective.private && <IconLock size={12} stroke={1.8} />}
      </span>
      <span className={classes.facts}>
        <HealthMark health={health} isTight />
        <ProgressBar progress={progress} expected={expected} width={58} />
        <span className={classes.whose}>{cycle ?? whose}</span>
      </span>
      {hasBelow && (
        <button
          type="button"
          tabIndex={-1}
          className={`nodrag nopan ${classes.fold}`}
          title={isFolded ? `Unfold ${hidden} below` : 'Fold what is below'}
          onClick={(event) => {
            event.stopPropagation();
            onFold(card.id);
          }}
        >
          {isFolded ? `+${hidden}` : '−'}
        </button>
      )}
    </div>
  );
});
