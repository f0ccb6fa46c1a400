import { useStore } from '@xyflow/react';
import type { ReactNode } from 'react';
import { healthLooks } from '../../../parts/HealthMark.tsx';
import { statusLook } from '../../../parts/looks.ts';
import { glyphs, type Tone } from '../../../parts/Mark.tsx';
import { far, type Heap } from './far-cards.ts';
import classes from './MapScene.module.css';
import tones from './MapTones.module.css';
import { type Card, sizes } from './map-cards.ts';
import type { Places } from './map-layout.ts';

// Smaller than this, a shape is a speck: the worse, the thicker.
const speckFrom = 0.12;
const thickness: Record<Tone, number> = { bad: 1, warn: 0.75, good: 0.5, quiet: 0.3, plain: 0.3 };

/**
 * The cards as they are seen from afar: health by shape and colour, and progress as a bar. All that look alike are one path, which wears
 * the look as the marker of its corners: hundreds of elements would be slow to make and slow to move.
 */
export function FarCards({ cards, places }: { cards: readonly Card[]; places: Places }): ReactNode {
  const isSpeck = useStore(({ transform }) => transform[2] < speckFrom);
  const { heaps, tracks, fills } = far(cards, places);
  return (
    <>
      <defs>
        {heaps.map((heap) => (
          <marker key={heap.id} id={heap.id} className={classes.look} markerUnits="userSpaceOnUse">
            {isSpeck ? (
              <Speck {...lookOf(heap)} kind={heap.kind} />
            ) : (
              <Look {...lookOf(heap)} kind={heap.kind} />
            )}
          </marker>
        ))}
      </defs>
      {heaps.map(({ id, isDim, corners }) => {
        const marker = `url(#${id})`;
        return (
          <path
            key={id}
            className={isDim ? classes.dim : undefined}
            d={corners}
            fill="none"
            {...{ markerStart: marker, markerMid: marker, markerEnd: marker }}
          />
        );
      })}
      {!isSpeck && (
        <>
          <path className={tones.track} d={tracks} />
          <path className={tones.fill} d={fills} />
        </>
      )}
    </>
  );
}

type LookProps = { glyph: ReactNode; tone: Tone; kind: Card['kind'] };

function lookOf(heap: Heap): { glyph: ReactNode; tone: Tone } {
  if (heap.kind === 'objective') return healthLooks(heap.health);
  const { glyph, tone } = statusLook[heap.status];
  return { glyph: glyphs[glyph], tone };
}

function Look({ glyph, tone, kind }: LookProps): ReactNode {
  const { width, height } = sizes[kind];
  const size = height * 0.6;
  return (
    <>
      <rect className={classes.card} width={width} height={height} rx={kind === 'kpi' ? height / 2 : 6} />
      {kind === 'objective' && <rect className={tones[tone]} width={9} height={height} rx={3} />}
      <g
        className={tones[`${tone}-glyph`]}
        transform={`translate(${kind === 'kpi' ? (width - size) / 2 : 28},${(height - size) / 2}) scale(${size / 14})`}
      >
        {glyph}
      </g>
    </>
  );
}

function Speck({ tone, kind }: LookProps): ReactNode {
  const { width, height } = sizes[kind];
  const thick = height * thickness[tone];
  return <rect className={tones[tone]} y={(height - thick) / 2} width={width} height={thick} />;
}
