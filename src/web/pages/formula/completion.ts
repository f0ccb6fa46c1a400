import { functions } from '#domain/formula/functions.ts';
import { isPlainKey } from '#domain/formula/token.ts';

/** What could stand at a place of a formula: a KPI by its key, or a function. */
export type Completion = {
  /** What is written there. */
  insert: string;
  /** What it is called, or what it gives. */
  about: string;
  kind: 'kpi' | 'function';
};

/** The word at the caret, as a stretch of the text, and what it could become; the best first. */
export type Completions = { at: number; to: number; word: string; options: Completion[] };

type Known = { key: string; name: string };

const most = 8;

/** What could stand at the caret. With an empty word there, all that can; without a word's beginning nobody is bothered unless they ask. */
export function completionsAt(text: string, caret: number, kpis: readonly Known[]): Completions {
  const before = /`?[a-z0-9-]*$/i.exec(text.slice(0, caret))![0];
  const after = /^[a-z0-9-]*`?/i.exec(text.slice(caret))![0];
  const at = caret - before.length;
  const word = before.replace('`', '').toLowerCase();
  const ranked = [
    ...kpis.map((kpi): [number, Completion] => [
      rank(word, kpi.key, kpi.name),
      { insert: isPlainKey(kpi.key) ? kpi.key : `\`${kpi.key}\``, about: kpi.name, kind: 'kpi' },
    ]),
    ...functions.map(({ name, form, gives }): [number, Completion] => [
      name.startsWith(word) ? 1 : 9,
      { insert: `${name}(`, about: `${form}: ${gives}`, kind: 'function' },
    ]),
  ];
  return {
    at,
    // A word that goes on after the caret is replaced whole, but a number or a bracket stays.
    to: caret + (/^[a-z-]/i.test(after) || after === '`' ? after.length : 0),
    word,
    options: ranked
      .filter(([each]) => each < 9)
      .sort(([a], [b]) => a - b)
      .slice(0, most)
      .map(([, option]) => option),
  };
}

function rank(word: string, key: string, name: string): number {
  if (key.startsWith(word)) return 0;
  const called = name.toLowerCase();
  if (called.startsWith(word)) return 2;
  if (called.split(/\s+/).some((part) => part.startsWith(word)) || key.includes(`-${word}`)) return 3;
  return key.includes(word) || called.includes(word) ? 4 : 9;
}

/** The text with a completion in its place, and where the caret stands then. */
export function completed(
  text: string,
  { at, to }: Completions,
  { insert }: Completion,
): { text: string; caret: number } {
  const rest = text.slice(to);
  const written = insert.endsWith('(') && rest.startsWith('(') ? insert.slice(0, -1) : insert;
  return { text: text.slice(0, at) + written + rest, caret: at + written.length };
}
