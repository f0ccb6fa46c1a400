import type { GoalKind } from '../finding.ts';

/** A goal with the defects that a careful reader names, as the reference calls them; none where none was named. */
export type Labelled = [kind: GoalKind, text: string, ...defects: string[]];
