import { forest } from '../cycle/forest.ts';
import type { Card } from './map-cards.ts';
import type { MapEdge, MapGraph } from './map-graph.ts';

/** A line of the map as a nested list: the same nodes in the same relations. */
export type MapRow = {
  card: Card;
  /** From 1 on, as they are counted aloud. */
  level: number;
  relation: MapEdge['kind'] | undefined;
  /** It hangs elsewhere too and is whole there: here it is only named. */
  isRepeat: boolean;
};

/** The map as a nested list, each objective below every one that it hangs below, KPIs below the objectives that they are tied to. */
export function mapRows(cards: readonly Card[], { edges }: MapGraph): MapRow[] {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const parents = Map.groupBy(edges.flatMap(parentOf), ({ child }) => child);
  const ties = Map.groupBy(
    edges.filter((edge) => parentOf(edge).length === 0),
    ({ from }) => from,
  );
  const objectives = cards.flatMap((card) =>
    card.kind === 'objective' ? [{ ...card.objective, parents: parents.get(card.id) ?? [] }] : [],
  );
  const named = new Set<string>();
  return forest(objectives).flatMap(({ objective, depth, relation, isRepeat }): MapRow[] => {
    const card = byId.get(objective.id)!;
    const own: MapRow = { card, level: depth + 1, relation, isRepeat };
    if (isRepeat) return [own];
    const kpis = (ties.get(objective.id) ?? []).map(({ to, kind }): MapRow => {
      const again = named.has(to);
      named.add(to);
      return { card: byId.get(to)!, level: depth + 2, relation: kind, isRepeat: again };
    });
    return [own, ...kpis];
  });
}

function parentOf({ from, to, kind }: MapEdge) {
  return kind === 'contributes to' || kind === 'supports' ? [{ objective: from, kind, child: to }] : [];
}
