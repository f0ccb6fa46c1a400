import type { ReactNode } from 'react';
import { Lines } from './Lines.tsx';
import classes from './Map.module.css';
import type { MapGraph } from './map-graph.ts';
import { lineOf, lineWords } from './map-lines.ts';

/** What the lines of the map say, as far as there are such lines, and which keys walk it. */
export function MapLegend({ graph }: { graph: MapGraph }): ReactNode {
  const there = lineWords.filter(([kind]) => graph.edges.some((edge) => edge.kind === kind));
  const lacks = graph.nodes.some((node) => node.kind === 'objective' && node.objective.alignment.length > 0);
  return (
    <ul className={classes.legend}>
      {there.map(([kind, words]) => (
        <li key={kind}>
          <svg width="40" height="12" aria-hidden="true">
            <Lines lines={[lineOf(kind, 2, 6, 38, 6)]} />
          </svg>
          {words}
        </li>
      ))}
      {lacks && (
        <li>
          <svg width="26" height="14" aria-hidden="true">
            <rect
              x="1"
              y="1"
              width="24"
              height="12"
              rx="3"
              fill="none"
              stroke="var(--edge)"
              strokeDasharray="3 2.4"
            />
          </svg>
          an orphan, or without support
        </li>
      )}
      <li className={classes.keys}>Arrows walk, Enter opens, Space folds, + − 0 zoom, Escape closes</li>
    </ul>
  );
}
