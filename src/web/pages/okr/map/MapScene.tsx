import { ViewportPortal } from '@xyflow/react';
import { memo, type ReactNode, useMemo } from 'react';
import { FarCards } from './FarCards.tsx';
import { Lines } from './Lines.tsx';
import classes from './MapScene.module.css';
import { type Card, sizes } from './map-cards.ts';
import type { MapGraph } from './map-graph.ts';
import type { Places } from './map-layout.ts';
import { linesOf } from './map-lines.ts';

type Props = {
  cards: readonly Card[];
  graph: MapGraph;
  places: Places;
  active: string | undefined;
  /** Too far away for words. */
  isFar: boolean;
};

/** What lies below the cards in one drawing: all links, and, from afar, the cards themselves as shapes. */
export const MapScene = memo(function MapScene({ cards, graph, places, active, isFar }: Props): ReactNode {
  const lines = useMemo(() => linesOf(cards, graph.edges, places), [cards, graph, places]);
  const chosen = cards.find(({ id }) => id === active);
  const place = isFar && chosen && places.at[chosen.id];
  return (
    <ViewportPortal>
      <svg
        aria-hidden="true"
        className={`${classes.scene} ${isFar ? classes.far : ''}`}
        width={places.width}
        height={places.height}
      >
        <Lines lines={lines} />
        {isFar && <FarCards cards={cards} places={places} />}
        {place && <rect className={classes.chosen} x={place[0]} y={place[1]} {...sizes[chosen.kind]} />}
      </svg>
    </ViewportPortal>
  );
});
