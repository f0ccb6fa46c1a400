import { measures } from '#domain/coach/words/nouns.ts';
import type { DocumentKeyResult, DocumentObjective, DocumentTeam, LineKind } from './document.ts';
import { made } from './goal.ts';
import { labelOf } from './label.ts';
import { guessMeasure } from './measure-guess.ts';
import type { Placed } from './outline.ts';
import type { Column } from './table.ts';

/** Writes lines into teams, objectives and key results as they come; what is written last takes the notes that follow. */
export type Writer = {
  teams: DocumentTeam[];
  objectives: DocumentObjective[];
  /** Writes a line as what it is said to be; gives what it could be written as. */
  put(kind: LineKind, line: Placed, isHeading?: boolean): LineKind;
  /** Takes the row of a table. */
  row(line: Placed, columns: readonly Column[], cells: readonly string[]): LineKind;
  /** Hears a heading such as "Key results", which says what the items after it are, or those below it when it is an item. */
  expecting(line: Placed): LineKind;
  /** What an item of this rank is when it says nothing of itself. */
  expectedAt(rank: number): LineKind;
  /** Whether a heading of this depth stands below the heading of an objective. */
  isBelowObjective(depth: number): boolean;
  /** Takes "Owner: Ada" or "Score: 0.7" for what was written last, or beside a key result of a list for its objective. */
  attribute(label: 'owner' | 'score', text: string, rank?: number): LineKind;
};

/** A writer of an empty document. */
export function writerOf(): Writer {
  const teams: DocumentTeam[] = [];
  const objectives: DocumentObjective[] = [];
  const headings: { line: number; depth: number }[] = [];
  // Where the items of lists stand: below a heading that is the objective itself they begin with key results.
  let base = 0;
  let isInObjective = false;
  let objectiveDepth = Number.POSITIVE_INFINITY;
  // What the items of one rank are.
  let expected: { kind: LineKind; rank: number } | undefined;
  let last: DocumentObjective | DocumentKeyResult | undefined;
  let lastRank = 0;

  const objective = () => (isInObjective ? objectives.at(-1) : undefined);
  const annotate = (field: 'notes' | 'initiatives' | 'outcomes', text: string): boolean => {
    if (!last) return false;
    last[field].push(text);
    return true;
  };

  function team(line: Placed): void {
    const depth = line.mark === 'heading' ? line.depth : 7 + line.rank;
    while (headings.length > 0 && headings.at(-1)!.depth >= depth) headings.pop();
    teams.push({ line: line.line, name: line.text.replace(/:$/, ''), above: headings.at(-1)?.line });
    headings.push({ line: line.line, depth });
    [base, isInObjective, expected, last] = [line.mark === 'item' ? 1 : 0, false, undefined, undefined];
  }

  function addObjective(line: Placed, isHeading: boolean): void {
    // A heading of an objective stands beside that of its team when it is no deeper.
    if (line.mark === 'heading')
      while (headings.length > 0 && headings.at(-1)!.depth >= line.depth) headings.pop();
    const { guess: _, deadline: _deadline, ...goal } = made(line);
    last = { ...goal, team: headings.at(-1)?.line, keyResults: [] };
    objectives.push(last);
    lastRank = line.rank;
    [isInObjective, expected] = [true, undefined];
    objectiveDepth = line.mark === 'heading' ? line.depth : Number.POSITIVE_INFINITY;
    base = isHeading ? -1 : line.mark === 'item' ? line.rank : -1;
  }

  function addKeyResult(line: Placed): boolean {
    const into = objective();
    if (!into) return false;
    [last, lastRank] = [ownedResult(made(line), line), line.rank];
    into.keyResults.push(last);
    return true;
  }

  const put: Writer['put'] = (kind, line, isHeading = false) => {
    const text = labelOf(line.text)?.rest || line.text;
    switch (kind) {
      case 'team':
        team(line);
        return kind;
      case 'objective':
        addObjective(line, isHeading);
        return kind;
      case 'key result':
        return addKeyResult(line) ? kind : 'not understood';
      case 'initiative':
        return text.split(/;\s+/).every((each) => annotate('initiatives', each)) ? kind : 'note';
      case 'outcome':
        return annotate('outcomes', text.replace(/^=+\s*>\s*/, '')) ? kind : 'note';
      case 'note':
        annotate('notes', text);
        return kind;
      default:
        return kind;
    }
  };

  return {
    ...{ teams, objectives, put },
    expecting({ text, mark, rank }) {
      const kind = /^(?:initiative|action)/i.test(text)
        ? 'initiative'
        : /^(?:objective|OKR)/i.test(text)
          ? 'objective'
          : 'key result';
      expected = { kind, rank: mark === 'item' ? rank + 1 : 0 };
      if (kind === 'objective') [isInObjective, last, base] = [false, undefined, expected.rank];
      return 'note';
    },
    expectedAt(rank) {
      if (expected && rank < expected.rank) expected = undefined;
      if (expected?.rank === rank) return expected.kind;
      if (!isInObjective) return rank > base ? 'not understood' : 'objective';
      const below = rank - base;
      return below <= 0 ? 'objective' : below === 1 ? 'key result' : 'initiative';
    },
    isBelowObjective: (depth) => isInObjective && depth > objectiveDepth,
    attribute(label, text, rank = 0) {
      if (rank > 0 && rank <= lastRank) last = objective() ?? last;
      if (!last) return 'note';
      if (label === 'owner') {
        // "@jane — committed": what follows the name is about the goal.
        const [name = '', ...more] = text.split(/\s+[—–|]\s+/);
        last.owner = name.replace(/^@/, '');
        last.notes.push(...more);
      } else {
        const score = Number.parseFloat(text.replace(',', '.')) / (text.includes('%') ? 100 : 1);
        if (!(score >= 0 && score <= 1)) return annotate('outcomes', text) ? 'outcome' : 'note';
        last.score = score;
      }
      return 'outcome';
    },
    row(line, columns, cells) {
      const cell = (what: Column['holds']) =>
        cells[columns.findIndex(({ holds }) => holds === what)]?.trim() || undefined;
      const as = (text: string): Placed => ({ ...line, text, children: [], mark: 'text', rank: 0 });
      const name = cell('team');
      if (name && teams.at(-1)?.name !== name) team({ ...as(name), mark: 'heading', depth: 6 });
      const title = cell('objective');
      if (title && objective()?.title !== made(as(title)).title) addObjective(as(title), true);
      const keyResult = cell('key result');
      if (keyResult && !addKeyResult(as(keyResult))) return 'not understood';
      if (!last || (!keyResult && !title))
        return cells.every((each) => each === '') ? 'blank' : 'not understood';
      last.owner = cell('owner') ?? last.owner;
      const score = Number.parseFloat(cell('score')?.replace(',', '.') ?? '');
      if (score >= 0 && score <= 1) last.score = score;
      else if (cell('score')) last.outcomes.push(cell('score')!);
      if (cell('outcome')) last.outcomes.push(cell('outcome')!);
      const [from, to] = [cell('baseline'), cell('target')];
      if ('guess' in last && (from || to))
        last.guess = guessMeasure(from && to ? `from ${from} to ${to}` : `reach ${to ?? from}`);
      for (const [index, { holds, head }] of columns.entries())
        if (holds === 'other' && cells[index])
          last.notes.push(head ? `${head}: ${cells[index]}` : cells[index]!);
      if (cell('due')) last.notes.push(`due: ${cell('due')}`);
      return keyResult ? 'key result' : 'objective';
    },
  };
}

// "Customer satisfaction: 4.2 to 4.6" names a measure before its colon, and "Sales: win 4 deals" an owner.
function ownedResult(goal: ReturnType<typeof made>, line: Placed): DocumentKeyResult {
  const isMeasure =
    goal.owner !== undefined &&
    !/@|owner/i.test(line.text) &&
    (measures.test(goal.owner) || /^[^\p{L}]/u.test(goal.title));
  if (!isMeasure) return goal;
  const title = `${goal.owner}: ${goal.title}`;
  return { ...goal, title, owner: undefined, guess: guessMeasure(title) };
}
