import type { Status } from '#domain/kpi/status.ts';
import type { Health } from '#domain/okr/pace.ts';
import { type Card, sizes } from './map-cards.ts';
import type { Places } from './map-layout.ts';

/** Cards that look alike from afar, by the left upper corners of all of them as one path. */
export type Heap = { id: string; isDim: boolean; corners: string } & (
  | { kind: 'objective'; health: Health | null }
  | { kind: 'kpi'; status: Status }
);

const bar = { x: 106, width: 138, height: 22 };

/** Cards as they are drawn from afar: heaps of those that look alike, and the bars of progress, the empty and the filled ones. */
export function far(
  cards: readonly Card[],
  { at }: Pick<Places, 'at'>,
): { heaps: Heap[]; tracks: string; fills: string } {
  const heaps = new Map<string, Heap>();
  let tracks = '';
  let fills = '';
  for (const card of cards) {
    const place = at[card.id];
    if (!place) continue;
    const [x, y] = place;
    const look =
      card.kind === 'kpi'
        ? { kind: card.kind, status: card.kpi.status }
        : { kind: card.kind, health: card.objective.health };
    const word = card.kind === 'kpi' ? card.kpi.status : (card.objective.health ?? 'none');
    const id = `far-${card.kind}-${word.replaceAll(' ', '-')}${card.isDim ? '-dim' : ''}`;
    const heap = heaps.get(id) ?? { id, isDim: card.isDim, corners: '', ...look };
    heap.corners += `${heap.corners === '' ? 'M' : 'L'}${x},${y}`;
    heaps.set(id, heap);
    if (card.kind === 'kpi' || card.objective.progress === null) continue;
    const top = y + (sizes.objective.height - bar.height) / 2;
    const done = Math.round(bar.width * Math.min(1, Math.max(0, card.objective.progress)));
    tracks += `M${x + bar.x},${top}h${bar.width}v${bar.height}h${-bar.width}z`;
    if (done > 0) fills += `M${x + bar.x},${top}h${done}v${bar.height}h${-done}z`;
  }
  return { heaps: [...heaps.values()], tracks, fills };
}
