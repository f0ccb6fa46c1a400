import { check, checkOkrSet } from '#domain/coach/check.ts';
import type { DocumentObjective } from '#domain/okr-document/document.ts';
import { parseOkrDocument } from '#domain/okr-document/parse.ts';
import { type GivenGoal, printed } from './given.ts';

/** A goal of a document with the line that it stands on. */
export type LineGoal = GivenGoal & { line: number };

/** Whether a text is a document rather than lines of JSON: by its file's name, or because it does not begin with "{". */
export function isDocument(path: string, text: string): boolean {
  if (/\.(?:jsonl?|ndjson)$/i.test(path) || text.trim() === '') return false;
  return /\.(?:md|markdown)$/i.test(path) || !/^\s*\{/.test(text);
}

/** Checks the goals of an OKR document in Markdown, in its order; `id` is the line. What is no goal is not answered. */
export function checkedDocument(text: string): { goals: LineGoal[]; notUnderstood: number[] } {
  const { objectives, lines, cycle } = parseOkrDocument(text);
  return {
    goals: objectives.flatMap((objective) => goalsOf(objective, cycle ?? 'the cycle')),
    notUnderstood: lines.filter(({ kind }) => kind === 'not understood').map(({ line }) => line),
  };
}

function goalsOf({ line, title, keyResults }: DocumentObjective, period: string): LineGoal[] {
  const set = checkOkrSet({ objective: title, keyResults: keyResults.map((each) => each.title), period });
  const own = set
    .filter(({ of }) => of === 'objective' || of === 'set')
    .map(({ text: _, of, ...found }) => ({ ...printed(found, title), ...(of === 'set' && { of }) }));
  return [
    { id: line, line, kind: 'objective', texts: [title], findings: own },
    ...keyResults.map((each): LineGoal => {
      const around = { objective: title, period, hasInitiative: each.initiatives.length > 0 };
      const found = check({ kind: 'key_result', text: each.title, ...around });
      return {
        ...{ id: each.line, line: each.line, kind: 'key_result', texts: [each.title] },
        findings: found.map((finding) => printed(finding, each.title)),
      };
    }),
  ];
}
