import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Output } from '#contract/index.ts';
import classes from './Plan.module.css';

/** What was copied, and which key results had nothing left to promise. */
export function Copied({ answer }: { answer: Output<'cycles.copy'> }): ReactNode {
  const { objectives, leftOut } = answer;
  return (
    <div className={classes.notice} role="status">
      <p>
        Copied as {objectives.length === 1 ? 'a draft' : 'drafts'}:{' '}
        {objectives.map(({ id, title }, index) => (
          <span key={id}>
            {index > 0 && ', '}
            <Link to="/objectives/$objective" params={{ objective: id }}>
              {title}
            </Link>
          </span>
        ))}
        . What reads a KPI starts at its present level.
      </p>
      {leftOut.length > 0 && (
        <ul>
          {leftOut.map(({ keyResult, title, because }) => (
            <li key={keyResult}>
              Left out: “{title}”, because {because}.
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
