import { badKeyResults } from './examples/bad-key-results.ts';
import { goodKeyResults } from './examples/good-key-results.ts';
import { badKpis, goodKpis } from './examples/kpis.ts';
import { badObjectives, goodObjectives } from './examples/objectives.ts';
import type { GoalKind } from './finding.ts';

type Example = readonly [GoalKind, 'good' | 'bad', string];

/** Goals as people write them, and whether a careful reader would call them good: the project's own, beside those of the reference. */
export const examples: readonly Example[] = [
  ...of('key_result', 'good', goodKeyResults),
  ...of('key_result', 'bad', badKeyResults),
  ...of('objective', 'good', goodObjectives),
  ...of('objective', 'bad', badObjectives),
  ...of('kpi', 'good', goodKpis),
  ...of('kpi', 'bad', badKpis),
];

function of(kind: GoalKind, label: 'good' | 'bad', texts: readonly string[]): Example[] {
  return texts.map((text) => [kind, label, text]);
}
