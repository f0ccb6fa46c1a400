import type { DocumentKeyResult, DocumentObjective } from './document.ts';

const longest = { title: 200, why: 5_000 };

/** A title that fits on one line: a longer one ends at a word with "…". */
export function shortTitle(title: string): string {
  const line = title.replaceAll(/\s+/g, ' ').trim() || 'Without a title';
  if (line.length <= longest.title) return line;
  return `${line.slice(0, longest.title - 1).replace(/\s+\S*$/, '')}…`;
}

/** Everything that a document says around an objective and its key results, as a text to be kept with the objective. */
export function reasonOf(objective: DocumentObjective, title: string): string {
  const own = said(objective, title);
  const parts = objective.keyResults.flatMap((each) => {
    const words = said(each, shortTitle(each.title));
    return words.length > 0
      ? [`${shortTitle(each.title)}\n${words.map((line) => `- ${line}`).join('\n')}`]
      : [];
  });
  // PostgreSQL keeps no control characters, and the text may have any.
  return shortReason([...own, ...parts].join('\n\n').replaceAll(/[^\P{Cc}\n\t]/gu, ' '));
}

/** What fits into the reason of an objective: a longer text ends with "…". */
export function shortReason(text: string): string {
  return text.length <= longest.why ? text : `${text.slice(0, longest.why - 1)}…`;
}

function said(goal: DocumentObjective | DocumentKeyResult, title: string): string[] {
  const deadline = 'deadline' in goal ? goal.deadline : undefined;
  return [
    ...(title.endsWith('…') ? [goal.title] : []),
    ...goal.notes,
    ...(goal.owner ? [`Owner in the document: ${goal.owner}`] : []),
    ...(deadline ? [`Due: ${deadline}`] : []),
    // Below a key result they are written as what they are.
    ...('keyResults' in goal ? goal.initiatives.map((each) => `Initiative: ${each}`) : []),
    ...goal.outcomes.map((each) => `Outcome: ${each}`),
    ...(goal.score === undefined ? [] : [`Score in the document: ${goal.score}`]),
  ];
}
