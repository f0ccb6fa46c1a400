import type { ReactNode } from 'react';
import classes from './Guide.module.css';

const nouns = [
  {
    name: 'KPI',
    is: 'A number that is watched for as long as the work goes on, with a floor or a ceiling that must hold.',
    example: 'Uptime, weekly, floor 98%',
    stays: 'always on',
  },
  {
    name: 'Objective',
    is: 'What will be better for somebody at the end of the cycle, and why. In words, because numbers come with its key results.',
    example: 'Customers get an answer before they get impatient',
    stays: 'one cycle',
  },
  {
    name: 'Key result',
    is: 'How we will know that the objective is reached: something countable goes from where it is to where it should be.',
    example: 'First response from 4 hours to 45 minutes',
    stays: 'one cycle',
  },
  {
    name: 'Initiative',
    is: 'The work that should move a key result. It may be done in full and change nothing; then another one is tried.',
    example: 'Open a second clinic',
    stays: 'until it is done',
  },
] as const;

/** The four things that a sentence about goals can be. */
export function Nouns(): ReactNode {
  return (
    <section className={classes.chapter} id="nouns" aria-labelledby="nouns-title">
      <h2 id="nouns-title">Four words</h2>
      <dl className={classes.nouns}>
        {nouns.map(({ name, is, example, stays }) => (
          <div key={name}>
            <dt>
              {name} <span>{stays}</span>
            </dt>
            <dd>{is}</dd>
            <dd className={classes.example}>{example}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
