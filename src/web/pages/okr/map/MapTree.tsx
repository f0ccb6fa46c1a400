import { type KeyboardEvent, type ReactNode, type RefObject, useMemo } from 'react';
import type { Card } from './map-cards.ts';
import type { MapGraph } from './map-graph.ts';
import { mapRows } from './map-rows.ts';
import { nodeWords } from './map-words.ts';

type Props = {
  list: RefObject<HTMLDivElement | null>;
  graph: MapGraph;
  cards: readonly Card[];
  active: string | undefined;
  name: string;
  onFocus: (id: string) => void;
  onKey: (event: KeyboardEvent, id: string) => void;
};

/**
 * The map for those who do not see it, and where the focus is for those who use keys: a tree with the same nodes and relations. It is not
 * seen itself; the drawing rings the node that is focused here.
 */
export function MapTree({ list, graph, cards, active, name, onFocus, onKey }: Props): ReactNode {
  const rows = useMemo(() => mapRows(cards, graph), [cards, graph]);
  const entry = rows.some(({ card }) => card.id === active) ? active : rows[0]?.card.id;
  return (
    <div ref={list} role="tree" aria-label={`Alignment map of ${name}`} className="unseen">
      {rows.map(({ card, level, relation, isRepeat }, at) => (
        <div
          // An objective that hangs below several parents has as many lines.
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is all that tells two lines of one objective apart
          key={`${card.id} ${at}`}
          role="treeitem"
          aria-level={level}
          aria-selected={!isRepeat && card.id === active}
          {...(card.hasBelow && !isRepeat && { 'aria-expanded': !card.isFolded })}
          tabIndex={!isRepeat && card.id === entry ? 0 : -1}
          {...(!isRepeat && { 'data-node': card.id })}
          onFocus={() => onFocus(card.id)}
          onKeyDown={(event) => onKey(event, card.id)}
        >
          {nodeWords(card, relation)}
          {isRepeat && ', shown elsewhere too'}
        </div>
      ))}
    </div>
  );
}
