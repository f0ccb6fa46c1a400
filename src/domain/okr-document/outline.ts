import { read } from '#domain/coach/read.ts';
import { labelOf } from './label.ts';
import type { MarkedLine } from './line.ts';
import { tailsOf } from './tail.ts';

/** A line with its place in a list: how many items it stands below, and which items stand below it. */
export type Placed = MarkedLine & { rank: number; children: Placed[] };

/** Gives each item its rank by its indentation; a heading begins new lists. */
export function placed(lines: readonly MarkedLine[]): Placed[] {
  let open: Placed[] = [];
  return lines.map((line) => {
    const own: Placed = { ...line, rank: 0, children: [] };
    if (line.mark === 'heading' || (line.mark === 'text' && line.depth === 0)) open = [];
    if (line.mark !== 'item') return own;
    open = open.filter(({ depth }) => depth < line.depth);
    own.rank = open.length;
    open.at(-1)?.children.push(own);
    open.push(own);
    return own;
  });
}

const period =
  /\b(?:(?:FY|CY)\s?'?\d{2,4}[\s-]*(?:Q[1-4]|H[12])|(?:Q[1-4]|H[12])[\s/-]*(?:FY)?'?(?:20)?\d{2}|20\d\d[\s/-]*(?:Q[1-4]|H[12])|(?:FY|CY)\s?'?\d{2,4}|20\d\d|Q[1-4]|H[12])\b/i;

/** The cycle that a text names, as it writes it. */
export function cycleIn(text: string): string | undefined {
  return period.exec(text)?.[0];
}

/** Whether a line is the document's title: the first heading, or a bold line before everything, which names OKRs or a cycle. */
export function isTitle(at: number, lines: readonly Placed[]): boolean {
  const { text, depth, mark: own, isBold } = lines[at]!;
  if (own !== 'heading')
    return isBold && lines.slice(0, at).every(({ mark }) => mark === 'blank') && /\bOKRs?\b/i.test(text);
  const isFirst = lines.slice(0, at).every(({ mark }) => mark !== 'heading');
  if (!isFirst || labelOf(text)) return false;
  const isAlone = lines.filter((line) => line.mark === 'heading' && line.depth === depth).length === 1;
  return (
    /\bOKRs?\b|\bgoals\b|\bobjectives\b/i.test(text) ||
    (isAlone && lines.some((line) => line.mark === 'heading' && line.depth > depth)) ||
    cycleIn(text) === text
  );
}

/** Whether what stands under a heading are the key results of what it says, rather than the objectives of a team. */
export function isObjectiveHeading(at: number, lines: readonly Placed[]): boolean {
  const { text, owner, outcome, score } = tailsOf(lines[at]!.text);
  const next = lines.findIndex(({ mark }, index) => index > at && mark === 'heading');
  const under = lines.slice(at + 1, next < 0 ? undefined : next);
  const items = under.filter(({ mark, rank }) => mark === 'item' && rank === 0);
  const labels = under.map((line) => labelOf(line.text)?.label);
  if (labels.includes('objective')) return false;
  if (items.some((item) => labelOf(item.text)?.label === 'key result')) return true;
  const isFollowed =
    next >= 0 && /^(?:key results?|KRs)\b/i.test(lines[next]!.text) && lines[next]!.depth > lines[at]!.depth;
  if (isFollowed || under.some(({ text: each, mark }) => mark === 'text' && /^key results?:?$/i.test(each)))
    return true;
  if (items.length === 0 || items.some(({ children }) => children.length > 0)) return false;
  // What has an outcome was an aim, and "Platform: ..." names who aims.
  if (outcome !== undefined || score !== undefined) return true;
  const { opening, words } = read(text);
  if (owner !== undefined && words.length >= 3) return true;
  const isSentence = /^(?:be|we|our|every|each|no|nobody|everyone)\b/i.test(text);
  return words.length >= 3 && (isSentence || (opening !== undefined && !opening.isGuessed));
}

/** Whether an item of a list is a team, with objectives below it that have key results of their own. */
export function isTeamItem({ children, text, rank }: Placed): boolean {
  if (rank > 0 || labelOf(text)) return false;
  return children.some((child) => labelOf(child.text)?.label === 'objective');
}
