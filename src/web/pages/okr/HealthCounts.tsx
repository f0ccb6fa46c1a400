import type { ReactNode } from 'react';
import type { TreeObjective } from '#contract/objectives.ts';
import { type Health, healths } from '#domain/okr/pace.ts';
import { HealthMark } from '../../parts/HealthMark.tsx';
import classes from './HealthCounts.module.css';

type Counts = TreeObjective['counts'];

const words: Record<keyof Counts, string> = {
  outdated: 'outdated',
  'off track': 'off track',
  behind: 'behind',
  'on track': 'on track',
  none: 'too early or not measured',
};

/** The weakest health, and how many key results stand in each when there are several: a mean would hide the one that fails. */
export function WeakestHealth({ health, counts }: { health: Health | null; counts: Counts }): ReactNode {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total === 0) return <span className={classes.none}>–</span>;
  return (
    <span className={classes.weakest}>
      <HealthMark health={health} />
      {total > 1 && <HealthCounts counts={counts} />}
    </span>
  );
}

/** How many key results stand in each health, by shape and number. */
export function HealthCounts({ counts }: { counts: Counts }): ReactNode {
  const shown = ([...healths, 'none'] as const).filter((each) => counts[each] > 0);
  return (
    <span className={classes.counts}>
      {shown.map((each) => (
        <span key={each} className={classes.count} title={`${counts[each]} ${words[each]}`}>
          <HealthMark health={each === 'none' ? null : each} isTight />
          <span aria-hidden="true">{counts[each]}</span>
          <span className="unseen">: {counts[each]}</span>
        </span>
      ))}
    </span>
  );
}
