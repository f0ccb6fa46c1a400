import { type Card, sizes } from './map-cards.ts';
import type { MapEdge } from './map-graph.ts';
import type { Places } from './map-layout.ts';

type Kind = MapEdge['kind'];

/** Links of one kind as paths: the ways that they take, the middles of the long ones where they would be dashed, and the marks at their ends. */
export type Lines = { kind: Kind; ways: string; middles: string; ends: string };

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
  return lineWords.toReversed().flatMap(([kind]): Lines[] => {
    const lines = (byKind.get(kind) ?? []).flatMap(({ from, to }) => {
      const [one, other] = [at[from], at[to]];
      const [left, right] = [kinds.get(from), kinds.get(to)];
      if (!one || !other || !left || !right) return [];
      const [x, y] = [one[0] + sizes[left].width, one[1] + sizes[left].height / 2];
      return [lineOf(kind, x, y, other[0], other[1] + sizes[right].height / 2)];
    });
    const all = (part: 'ways' | 'middles' | 'ends') => lines.map((line) => line[part]).join('');
    return lines.length === 0
      ? []
      : [{ kind, ways: all('ways'), middles: all('middles'), ends: all('ends') }];
  });
}

// As far as a line of dashes is one: a browser cuts every dash of a path anew for each part of the picture, also of what is far out of sight.
const dashed = 160;

/** The way of one link from the right side of a box to the left side of another, and the mark at what it serves. */
export function lineOf(kind: Kind, x: number, y: number, toX: number, toY: number): Lines {
  const bend = Math.max(24, Math.min(90, (toX - x) / 2));
  const xs = [x, x + bend, toX - bend, toX] as const;
  const ys = [y, y, toY, toY] as const;
  const end = ends[kind](...(pointsUp(kind) ? ([x, y] as const) : ([toX, toY] as const)));
  const height = Math.abs(toY - y);
  if (isSolid(kind) || height < 4 * dashed)
    return { kind, ways: curve(xs, ys, 0, 1), middles: '', ends: end };
  // Of its height a link has gone 3t² at t, as long as t is small.
  const t = Math.sqrt(dashed / height / 3);
  const ways = curve(xs, ys, 0, t) + curve(xs, ys, 1 - t, 1);
  return { kind, ways, middles: curve(xs, ys, t, 1 - t), ends: end };
}

type Four = readonly [number, number, number, number];

// A part of a cubic Bézier curve, by its blossom.
function curve(xs: Four, ys: Four, from: number, to: number): string {
  const parts = [
    [from, from, from],
    [from, from, to],
    [from, to, to],
    [to, to, to],
  ] as const;
  const [start, ...rest] = parts.map((ts) => `${blossom(xs, ...ts)},${blossom(ys, ...ts)}`);
  return `M${start}C${rest.join(' ')}`;
}

function blossom([a, b, c, d]: Four, r: number, s: number, t: number): number {
  const mix = (one: number, other: number, by: number) => one + (other - one) * by;
  const [ab, bc, cd] = [mix(a, b, r), mix(b, c, r), mix(c, d, r)];
  return Math.round(10 * mix(mix(ab, bc, s), mix(bc, cd, s), t)) / 10;
}

const isSolid = (kind: Kind): boolean => kind === 'contributes to' || kind === 'improves';

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
