import { useRef } from 'react';
import type { Names } from '../../../parts/useNames.ts';
import { type Card, cardsOf } from './map-cards.ts';
import type { MapGraph, OkrMap } from './map-graph.ts';

/**
 * The nodes of a map with their words. Names come as new functions with every answer: cards that say the same stay the same, or hundreds
 * would be drawn anew.
 */
export function useCards(graph: MapGraph | undefined, map: OkrMap, names: Names): readonly Card[] {
  const cards = graph ? cardsOf(graph, map, names) : [];
  const said = cards.map(({ whose }) => whose).join('\n');
  const kept = useRef({ graph, said, cards });
  if (kept.current.graph !== graph || kept.current.said !== said) kept.current = { graph, said, cards };
  return kept.current.cards;
}
