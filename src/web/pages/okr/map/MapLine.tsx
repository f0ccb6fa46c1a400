import { BaseEdge, type EdgeProps } from '@xyflow/react';
import type { ReactNode } from 'react';
import classes from './Lines.module.css';
import type { MapEdge } from './map-graph.ts';
import { linePath } from './map-lines.ts';

/** A link of the map: solid where it counts, dashed where it supports, and of its own kind to a KPI; the arrow points at what is served. */
export function MapLine({ sourceX, sourceY, targetX, targetY, data }: EdgeProps): ReactNode {
  const { kind } = data as { kind: MapEdge['kind'] };
  const isToKpi = kind !== 'contributes to' && kind !== 'supports';
  const marker = `url(#map-${kind.replaceAll(' ', '-')})`;
  return (
    <BaseEdge
      path={linePath(sourceX, sourceY, targetX, targetY)}
      className={classes[kind.replaceAll(' ', '-')] ?? ''}
      {...(isToKpi ? { markerEnd: marker } : { markerStart: marker })}
    />
  );
}

/** The ends of the links, once for the whole map. */
export function LineEnds(): ReactNode {
  return (
    <svg className={classes.ends} aria-hidden="true">
      <LineMarkers />
    </svg>
  );
}

/** The same, for a drawing that has to carry its own. */
export function LineMarkers(): ReactNode {
  return (
    <defs>
      <End kind="contributes-to">
        <path className={classes.full} d="M1,1L11,6L1,11Z" />
      </End>
      <End kind="supports">
        <path className={classes.open} d="M2,1.5L10.5,6L2,10.5" />
      </End>
      <End kind="improves">
        <path className={classes.full} d="M1,1L11,6L1,11Z" />
      </End>
      <End kind="measured-by">
        <circle className={classes.open} cx="7" cy="6" r="3.4" />
      </End>
      <End kind="guardrail">
        <path className={classes.open} d="M10,0.5V11.5M6.4,2.5V9.5" />
      </End>
    </defs>
  );
}

function End({ kind, children }: { kind: string; children: ReactNode }): ReactNode {
  return (
    <marker
      id={`map-${kind}`}
      className={classes[`${kind}-end`] ?? ''}
      viewBox="0 0 12 12"
      refX="11"
      refY="6"
      markerWidth="11"
      markerHeight="11"
      markerUnits="userSpaceOnUse"
      orient="auto-start-reverse"
    >
      {children}
    </marker>
  );
}
