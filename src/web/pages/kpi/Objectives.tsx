import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Judgement } from '#contract/judgements.ts';
import classes from './Kpi.module.css';
import { Section } from './Section.tsx';

const linkWords: Record<Judgement['objectives'][number]['link'], string> = {
  'measured by': 'is measured by it',
  guardrail: 'is guarded by it: must not harm it',
  'became it': 'turned into it',
  improves: 'wants to improve it',
  'from its gap': 'was written because of its gap',
};

/** The objectives that aim at a KPI or are guarded by it; each once, with all that ties it. */
export function Objectives({ judgement }: { judgement: Judgement }): ReactNode {
  const byObjective = Map.groupBy(judgement.objectives, ({ objective }) => objective);
  return (
    <Section title="OKRs">
      {byObjective.size === 0 && (
        <p className={classes.empty}>No objective aims at this KPI or is guarded by it.</p>
      )}
      <ul className={classes.list}>
        {[...byObjective].map(([objective, links]) => (
          <li key={objective}>
            <Link to="/objectives/$objective" params={{ objective }}>
              {links[0]?.title}
            </Link>
            <span className={classes.quiet}>{links[0]?.cycle}</span>
            <small>{[...new Set(links.map(({ link }) => linkWords[link]))].join(' · ')}</small>
          </li>
        ))}
      </ul>
    </Section>
  );
}
