import { unmarked } from './line.ts';

type Holds =
  | 'team'
  | 'objective'
  | 'key result'
  | 'owner'
  | 'outcome'
  | 'score'
  | 'baseline'
  | 'target'
  | 'due'
  | 'other';

/** A column of a table: what it holds, and what its head says. */
export type Column = { holds: Holds; head: string };

const heads: readonly [Holds, RegExp][] = [
  ['key result', /^(?:key results?|KRs?|measure of success)\b/i],
  ['objective', /^(?:objectives?|O|goal)\b/i],
  ['team', /^(?:team|function|department|area)\b/i],
  ['owner', /^(?:owner|dri|who|lead|responsible)\b/i],
  ['score', /^(?:score|grade)\b/i],
  ['outcome', /^(?:outcome|results?|status|actual|current|progress|comments?|notes?)\b/i],
  ['baseline', /^(?:baseline|start|from|before)\b/i],
  ['target', /^(?:target|to|goal value|after)\b/i],
  ['due', /^(?:due|deadline|by|date)\b/i],
];

/** The cells of a row of a table. */
export function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => unmarked(cell.replaceAll('\\|', '|').replaceAll(/<br\s*\/?>/gi, ' ')));
}

/** Whether a row only separates the head of a table from its body. */
export function isSeparator(row: string): boolean {
  return /^\s*\|?(?:\s*:?-{1,}:?\s*\|)+\s*(?::?-{1,}:?\s*)?\|?\s*$/.test(row);
}

/** What the columns of a table hold; undefined when none holds objectives or key results. */
export function columnsOf(head: string): Column[] | undefined {
  const columns = cellsOf(head).map(
    (cell): Column => ({ holds: heads.find(([, shape]) => shape.test(cell))?.[0] ?? 'other', head: cell }),
  );
  return columns.some(({ holds }) => holds === 'key result' || holds === 'objective') ? columns : undefined;
}
