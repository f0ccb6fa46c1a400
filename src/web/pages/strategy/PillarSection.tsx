import type { ReactNode } from 'react';
import type { Strategy } from '#contract/strategy.ts';
import { NoteText } from '../../parts/NoteText.tsx';
import type { Names } from '../../parts/useNames.ts';
import { Carried } from './Carried.tsx';
import { PillarMenu } from './PillarMenu.tsx';
import classes from './Strategy.module.css';

type Props = {
  pillar: Strategy['pillars'][number];
  ids: readonly string[];
  mayChange: boolean;
  names: Names;
};

/** A pillar with what carries it. */
export function PillarSection({ pillar, ids, mayChange, names }: Props): ReactNode {
  const { id, name, description, below } = pillar;
  return (
    <section className={classes.pillar} aria-labelledby={id}>
      <header>
        <h2 id={id}>{name}</h2>
        {mayChange && <PillarMenu pillar={pillar} ids={ids} />}
      </header>
      {description !== '' && (
        <div className={classes.description}>
          <NoteText>{description}</NoteText>
        </div>
      )}
      <Carried carried={pillar} below={below} names={names} />
    </section>
  );
}
