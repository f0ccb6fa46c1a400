import { badKeyResults } from './examples/bad-key-results.ts';
import { badObjectivesAndKpis } from './examples/bad-objectives-and-kpis.ts';
import { badWishes } from './examples/bad-wishes.ts';
import { badWithNumbers } from './examples/bad-with-numbers.ts';
import { badWork } from './examples/bad-work.ts';
import { fitsAnywhere } from './examples/fits-anywhere.ts';
import { goodCounts } from './examples/good-counts.ts';
import { goodFromTo } from './examples/good-from-to.ts';
import { goodKeyResults } from './examples/good-key-results.ts';
import { goodObjectivesAndKpis } from './examples/good-objectives-and-kpis.ts';
import { goodShares } from './examples/good-shares.ts';
import { happensOnce } from './examples/happens-once.ts';
import { hard } from './examples/hard.ts';
import { howWell } from './examples/how-well.ts';
import { badKpis, goodKpis } from './examples/kpis.ts';
import type { Labelled } from './examples/labelled.ts';
import { badObjectives, goodObjectives } from './examples/objectives.ts';
import { ownDoing } from './examples/own-doing.ts';
import { paintedObjectives } from './examples/painted-objectives.ts';
import { plainObjectives } from './examples/plain-objectives.ts';
import { sentBack } from './examples/sent-back.ts';
import { sets } from './examples/sets.ts';
import type { LabelledCase } from './examples/tally.ts';
import type { GoalKind } from './finding.ts';

type Label = 'good' | 'bad';
type Example = readonly [GoalKind, Label, string];

const plain: readonly Example[] = [
  ...of('key_result', 'good', goodKeyResults),
  ...of('key_result', 'bad', badKeyResults),
  ...of('objective', 'good', goodObjectives),
  ...of('objective', 'bad', badObjectives),
  ...of('objective', 'bad', fitsAnywhere),
  ...of('objective', 'bad', happensOnce),
  ...of('objective', 'bad', sentBack),
  ...of('objective', 'good', plainObjectives),
  ...of('objective', 'good', paintedObjectives),
  ...of('key_result', 'bad', ownDoing),
  ...of('key_result', 'good', howWell),
  ...of('kpi', 'good', goodKpis),
  ...of('kpi', 'bad', badKpis),
];

const labelled: readonly LabelledCase[] = [
  ...[goodFromTo, goodShares, goodCounts, goodObjectivesAndKpis].flat().map(caseOf('good')),
  ...[badObjectivesAndKpis, badWishes, badWithNumbers, badWork].flat().map(caseOf('bad')),
];

/** The project's own labelled cases, beside those of the reference: goals, hard ones among them, and sets. */
export const cases: readonly LabelledCase[] = [
  ...plain.map(([kind, label, text]) => ({ kind, label, text, defects: [] })),
  ...labelled,
  ...hard.map(([label, ...goal]) => ({ ...caseOf(label)(goal), isHard: true })),
  ...sets.map((set) => ({ ...set, kind: 'okr_set' as const })),
];

/** Goals as people write them, and whether a careful reader would call them good. */
export const examples: readonly Example[] = cases.flatMap((each): Example[] =>
  each.kind === 'okr_set' ? [] : [[each.kind, each.label, each.text]],
);

function of(kind: GoalKind, label: Label, texts: readonly string[]): Example[] {
  return texts.map((text) => [kind, label, text]);
}

function caseOf(label: Label): (goal: Labelled) => LabelledCase {
  return ([kind, text, ...defects]) => ({ kind, label, text, defects });
}
