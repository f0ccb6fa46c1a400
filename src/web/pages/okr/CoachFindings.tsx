import { useDebouncedValue } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { GoalKind } from '#domain/coach/finding.ts';
import { FindingList } from '../coach/FindingList.tsx';
import { findingsInWords } from '../coach/findings-in-words.ts';

type Props = { kind: GoalKind; text: string; objective?: string | undefined };

/** The findings in the words of a goal, the problems first: what is wrong, in which words, and why it matters. */
export function CoachFindings({ kind, text, objective }: Props): ReactNode {
  const [settled] = useDebouncedValue(text, 300);
  return <FindingList findings={findingsInWords({ kind, text: settled, objective, measure: null })} />;
}
