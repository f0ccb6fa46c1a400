import type { TreeObjective } from '#contract/objectives.ts';
import type { Names } from '../../../parts/useNames.ts';
import { type CsvColumn, csv } from '../../../save/csv.ts';
import { unitText } from '../../../save/unit-text.ts';
import { nowWords, promiseWords } from '../key-result/measure-words.ts';
import type { TreeKeyResult } from './tree-rows.ts';

type Line = { objective: TreeObjective; keyResult: TreeKeyResult | undefined };

/** The objectives of a cycle as they are shown, one line for each key result, or one for an objective without any. */
export function cycleCsv(objectives: readonly TreeObjective[], names: Names): string {
  const columns: CsvColumn<Line>[] = [
    { head: 'objective', cell: ({ objective }) => objective.title },
    { head: 'state', cell: ({ objective }) => objective.state },
    { head: 'commitment', cell: ({ objective }) => objective.commitment },
    { head: 'team', cell: ({ objective }) => names.team(objective.team) },
    { head: 'objective owner', cell: ({ objective }) => names.person(objective.owner) },
    { head: 'objective progress', cell: ({ objective }) => objective.progress },
    { head: 'objective health', cell: ({ objective }) => objective.health },
    { head: 'objective score', cell: ({ objective }) => objective.score },
    { head: 'key result', cell: ({ keyResult }) => keyResult?.title },
    { head: 'owner', cell: ({ keyResult }) => keyResult && names.person(keyResult.owner) },
    { head: 'measure', cell: ({ keyResult }) => keyResult && promiseWords(keyResult) },
    { head: 'unit', cell: ({ keyResult }) => keyResult && unitText(keyResult.unit) },
    { head: 'now', cell: ({ keyResult }) => keyResult && nowWords(keyResult) },
    { head: 'progress', cell: ({ keyResult }) => keyResult?.progress },
    { head: 'health', cell: ({ keyResult }) => keyResult?.health },
    { head: 'confidence', cell: ({ keyResult }) => keyResult?.confidence },
    { head: 'score', cell: ({ keyResult }) => keyResult?.score },
  ];
  const lines = objectives.flatMap((objective): Line[] =>
    objective.keyResults.length === 0
      ? [{ objective, keyResult: undefined }]
      : objective.keyResults.map((keyResult) => ({ objective, keyResult })),
  );
  return csv(columns, lines);
}
