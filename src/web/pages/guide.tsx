import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { PageHead } from '../parts/PageHead.tsx';
import { usePaperColours } from '../parts/usePaperColours.ts';
import { Ask } from './guide/Ask.tsx';
import { Comparison } from './guide/Comparison.tsx';
import classes from './guide/Guide.module.css';
import { Loop } from './guide/Loop.tsx';
import { Mistakes } from './guide/Mistakes.tsx';
import { Nouns } from './guide/Nouns.tsx';

const chapters = [
  ['ask', 'Ask'],
  ['nouns', 'Four words'],
  ['compare', 'Side by side'],
  ['loop', 'The loop'],
  ['mistakes', 'Common mistakes'],
] as const;

/** "KPI or OKR?": what each is for, the loop that both make, and a field that tells what a sentence is. */
export function Page(): ReactNode {
  usePaperColours();
  return (
    <article className={classes.guide}>
      <PageHead
        title="KPI or OKR?"
        actions={
          <Button variant="default" onClick={() => window.print()}>
            Print
          </Button>
        }
      >
        KPIs say whether the operation runs as it should. OKRs change what does not. Most trouble with either
        comes from using one for the other.
      </PageHead>
      <nav className={classes.chapters} aria-label="On this page">
        {chapters.map(([id, name]) => (
          <a key={id} href={`#${id}`}>
            {name}
          </a>
        ))}
      </nav>
      <Ask />
      <Nouns />
      <Comparison />
      <Loop />
      <Mistakes />
    </article>
  );
}
