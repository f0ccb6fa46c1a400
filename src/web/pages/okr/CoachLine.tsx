import { lazy, type ReactNode, Suspense } from 'react';
import type { GoalKind } from '#domain/coach/finding.ts';

// The coach knows a few thousand words: they are fetched when somebody writes.
const Findings = lazy(() => import('./CoachFindings.tsx').then((file) => ({ default: file.CoachFindings })));

type Props = { kind: GoalKind; text: string; objective?: string | undefined };

/** What the coach finds in a goal while it is written; nothing before there is a sentence. */
export function CoachLine(props: Props): ReactNode {
  if (props.text.trim().split(/\s+/).length < 2) return null;
  return (
    <Suspense>
      <Findings {...props} />
    </Suspense>
  );
}
