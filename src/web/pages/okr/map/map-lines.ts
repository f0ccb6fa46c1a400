import type { MapEdge } from './map-graph.ts';

/** The way of a link from the right side of one box to the left side of another. */
export function linePath(x: number, y: number, toX: number, toY: number): string {
  const bend = Math.max(24, Math.min(90, (toX - x) / 2));
  return `M${x},${y}C${x + bend},${y} ${toX - bend},${toY} ${toX},${toY}`;
}

/** The kinds of links with what they say, in the order of a legend. */
export const lineWords: readonly (readonly [MapEdge['kind'], words: string])[] = [
  ['contributes to', 'contributes to: counts in its progress'],
  ['supports', 'supports: does not count'],
  ['improves', 'improves the KPI'],
  ['measured by', 'is measured by the KPI'],
  ['guardrail', 'must not harm the KPI'],
];
