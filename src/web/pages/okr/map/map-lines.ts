import { type Card, sizes } from './map-cards.ts';
import type { MapEdge } from './map-graph.ts';
import type { Places } from './map-layout.ts';

type Kind = MapEdge['kind'];

/** All links of one kind as two paths: the ways that they take, and the marks at their ends. */
export type Lines = { kind: Kind; ways: string; ends: string };

/** The kinds of links with what they say, in the order of a legend. */
export const lineWords: readonly (readonly [Kind, words: string])[] = [
  ['contributes to', 'contributes to: counts in its progress'],
  ['supports', 'supports: does not count'],
  ['improves', 'improves the KPI'],
  ['measured by', 'is measured by the KPI'],
  ['guardrail', 'must not harm the KPI'],
];

/** The links of a map as they are drawn, one kind on the other: a path for each of hundreds would take as long to draw as the cards. */
export function linesOf(
  cards: readonly Pick<Card, 'id' | 'kind'>[],
  edges: readonly MapEdge[],
  { at }: Pick<Places, 'at'>,
): Lines[] {
  const kinds = new Map(cards.map(({ id, kind }) => [id, kind]));
  const byKind = Map.groupBy(edges, ({ kind }) => kind);
  return lineWords.toReversed().flatMap(([kind]) => {
    const lines = (byKind.get(kind) ?? []).flatMap(({ from, to }) => {
      const [one, other] = [at[from], at[to]];
      const [left, right] = [kinds.get(from), kinds.get(to)];
      if (!one || !other || !left || !right) return [];
      const [x, y] = [one[0] + sizes[left].width, one[1] + sizes[left].height / 2];
      return [lineOf(kind, x, y, other[0], other[1] + sizes[right].height / 2)];
    });
    if (lines.length === 0) return [];
    return [{ kind, ways: lines.map(([way]) => way).join(''), ends: lines.map(([, end]) => end).join('') }];
  });
}

/** The way of one link from the right side of a box to the left side of another, and the mark at what it serves. */
export function lineOf(
  kind: Kind,
  x: number,
  y: number,
  toX: number,
  toY: number,
): [way: string, end: string] {
  const bend = Math.max(24, Math.min(90, (toX - x) / 2));
  const way = `M${x},${y}C${x + bend},${y} ${toX - bend},${toY} ${toX},${toY}`;
  return [way, ends[kind](...(pointsUp(kind) ? ([x, y] as const) : ([toX, toY] as const)))];
}

// Between objectives the arrow points at the one above, else at the KPI.
const pointsUp = (kind: Kind): boolean => kind === 'contributes to' || kind === 'supports';

// Each has an outline of its own, so that colour never speaks alone.
const ends: Record<Kind, (x: number, y: number) => string> = {
  'contributes to': (x, y) => `M${x},${y}l10,-5v10z`,
  supports: (x, y) => `M${x + 9},${y - 4.5}L${x},${y}l9,4.5`,
  improves: (x, y) => `M${x},${y}l-10,-5v10z`,
  'measured by': (x, y) => `M${x - 7.4},${y}a3.4,3.4 0 1 0 6.8,0a3.4,3.4 0 1 0 -6.8,0`,
  guardrail: (x, y) => `M${x - 1},${y - 5.5}v11M${x - 4.6},${y - 3.5}v7`,
};
