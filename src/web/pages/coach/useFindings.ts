import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useMemo, useState } from 'react';
import type { CoachedFinding } from '#contract/coach.ts';
import type { Input } from '#contract/index.ts';
import { useOperation } from '../../query.ts';
import type { Writing } from './findings-in-words.ts';
import { merged } from './merged.ts';

type InWords = typeof import('./findings-in-words.ts').findingsInWords;

// The coach knows a few thousand words: they are fetched when somebody writes.
function useInWords(isWanted: boolean): InWords | undefined {
  const [found, setFound] = useState<{ inWords: InWords }>();
  useEffect(() => {
    if (isWanted)
      void import('./findings-in-words.ts').then(({ findingsInWords: inWords }) => setFound({ inWords }));
  }, [isWanted]);
  return found?.inWords;
}

/**
 * What the coach finds in a goal while it is written: in its words with every letter, and by data a moment after the last one. `question` asks
 * the server; it is undefined while there is nothing to ask.
 */
export function useFindings(writing: Writing, question: Input<'coach.check'>): CoachedFinding[] {
  // One word is no sentence yet, and to be told so is no help.
  const isSentence = writing.text.trim().split(/\s+/).length > 1;
  const inWords = useInWords(isSentence);
  const spelled = JSON.stringify(question);
  const [settled] = useDebouncedValue(spelled, 400);
  const asked = useOperation('coach.check', JSON.parse(settled) as Input<'coach.check'>, {
    enabled: isSentence && (JSON.parse(settled) as Input<'coach.check'>).text?.trim() !== '',
    keepPrevious: true,
  });
  const written = JSON.stringify(writing);
  const { data } = asked;
  return useMemo(() => {
    if (!isSentence) return [];
    return merged(inWords?.(JSON.parse(written) as Writing), data?.findings ?? []);
  }, [isSentence, inWords, written, data]);
}
