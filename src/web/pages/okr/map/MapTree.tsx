import { type FocusEvent, type KeyboardEvent, memo, type ReactNode, type RefObject, useMemo } from 'react';
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
  const rows = useMemo(
    () => mapRows(cards, graph).map((row) => ({ ...row, words: nodeWords(row.card, row.relation) })),
    [cards, graph],
  );
  const entry = rows.some(({ card }) => card.id === active) ? active : rows[0]?.card.id;
  const nodeOf = ({ target }: FocusEvent | KeyboardEvent): string | undefined =>
    (target as HTMLElement).dataset.node;
  return (
    <div
      ref={list}
      role="tree"
      aria-label={`Alignment map of ${name}`}
      className="unseen"
      onFocus={(event) => {
        const id = nodeOf(event);
        if (id) onFocus(id);
      }}
      onKeyDown={(event) => {
        const id = nodeOf(event);
        if (id) onKey(event, id);
      }}
    >
      {rows.map(({ card, level, isRepeat, words }, at) => (
        <Item
          // An objective that hangs below several parents has as many lines.
          // biome-ignore lint/suspicious/noArrayIndexKey: the order is all that tells two lines of one objective apart
          key={`${card.id} ${at}`}
          node={isRepeat ? undefined : card.id}
          level={level}
          words={isRepeat ? `${words}, shown elsewhere too` : words}
          isExpanded={card.hasBelow && !isRepeat ? !card.isFolded : undefined}
          isActive={!isRepeat && card.id === active}
          isEntry={!isRepeat && card.id === entry}
        />
      ))}
    </div>
  );
}

type ItemProps = {
  /** Undefined where it is only named. */
  node: string | undefined;
  level: number;
  words: string;
  isExpanded: boolean | undefined;
  isActive: boolean;
  isEntry: boolean;
};

const Item = memo(function Item({ node, level, words, isExpanded, isActive, isEntry }: ItemProps): ReactNode {
  return (
    <div
      role="treeitem"
      aria-level={level}
      aria-selected={isActive}
      aria-expanded={isExpanded}
      tabIndex={isEntry ? 0 : -1}
      data-node={node}
    >
      {words}
    </div>
  );
});
