import { TextInput } from '@mantine/core';
import { lazy, type ReactNode, Suspense } from 'react';
import { useView } from '../../view.ts';
import classes from './Guide.module.css';

// What a sentence is takes the coach with its few thousand words: they are fetched when somebody asks.
const Answer = lazy(() => import('./Answer.tsx').then((file) => ({ default: file.Answer })));

const examples = [
  'Maintain 98% uptime',
  'Open a second clinic',
  'First response from 4 hours to 45 minutes',
  'Patients recommend us to their friends',
];

/** A field for any sentence about goals; the sentence is in the address, so that an answer can be sent to somebody. */
export function Ask(): ReactNode {
  const [view, change] = useView({ sentence: '' });
  return (
    <section className={classes.ask} id="ask" aria-labelledby="ask-title">
      <h2 id="ask-title">What is it?</h2>
      <TextInput
        aria-label="A sentence about what you want"
        placeholder="Write what you want, as you would say it"
        maxLength={200}
        value={view.sentence}
        onChange={(event) => change({ sentence: event.currentTarget.value })}
        size="md"
      />
      <p className={classes.examples}>
        <span>For example</span>
        {examples.map((each) => (
          <button key={each} type="button" onClick={() => change({ sentence: each })}>
            {each}
          </button>
        ))}
      </p>
      <div aria-live="polite">
        {view.sentence.trim().length > 1 && (
          <Suspense>
            <Answer sentence={view.sentence} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
