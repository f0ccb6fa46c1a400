import type { Names } from '../../../parts/useNames.ts';
import type { MapGraph, MapNode, OkrMap } from './map-graph.ts';
import type { Boxes, Places } from './map-layout.ts';

/** The sizes of what is drawn, in pixels. */
export const sizes = { objective: { width: 264, height: 82 }, kpi: { width: 212, height: 46 } } as const;

/** A node with the words on its card. */
export type Card = MapNode & {
  /** Whose it is: the team, the person, or everybody's. */
  whose: string;
  /** The cycle, where it is another one than the page's. */
  cycle: string | undefined;
};

/** The nodes of a map with their words. */
export function cardsOf({ nodes }: MapGraph, map: OkrMap, names: Names): Card[] {
  const cycles = new Map(map.cycles.map(({ id, name }) => [id, name]));
  return nodes.map((node) => {
    const { team, owner } = node.kind === 'kpi' ? node.kpi : node.objective;
    const person = node.kind === 'objective' ? node.objective.person : null;
    const of = node.kind === 'objective' && node.objective.cycle !== map.cycle.id ? node.objective.cycle : '';
    const whose = names.person(person) ?? names.team(team) ?? names.person(owner) ?? '';
    return { ...node, whose, cycle: cycles.get(of) };
  });
}

/** What of a map has to be placed. */
export function boxesOf({ nodes, edges }: MapGraph): Boxes {
  return {
    boxes: nodes.map((node) => ({ id: node.id, ...sizes[node.kind], tier: tierOf(node) })),
    links: edges.map(({ from, to, kind }) => ({ from, to, isWeak: kind !== 'contributes to' })),
  };
}

/** The cards that lie in a window on the drawing, wholly or in part; the window by where the drawing's corner lies in it, the zoom, and its size in pixels. */
export function cardsWithin(
  cards: readonly Card[],
  { at }: Pick<Places, 'at'>,
  [x, y, zoom]: readonly [number, number, number],
  width: number,
  height: number,
): Card[] {
  const [left, top] = [-x / zoom, -y / zoom];
  const [right, bottom] = [left + width / zoom, top + height / zoom];
  return cards.filter(({ id, kind }) => {
    const [itsLeft, itsTop] = at[id] ?? [Number.NaN, 0];
    const box = sizes[kind];
    return itsLeft < right && itsTop < bottom && itsLeft + box.width > left && itsTop + box.height > top;
  });
}

/** What a card is called. */
export function nameOf(card: Card): string {
  return card.kind === 'kpi' ? card.kpi.name : card.objective.title;
}

const tiers = { organisation: 1, team: 2, person: 3 } as const;

function tierOf(node: MapNode): number {
  return node.kind === 'kpi' ? tiers.person : tiers[node.objective.level];
}
