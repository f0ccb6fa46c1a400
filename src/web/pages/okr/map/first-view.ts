import { sizes } from './map-cards.ts';
import type { Places } from './map-layout.ts';

const air = 24;
const usual = 0.85;

/** The zoom from which on the words on a card can be read. */
export const legible = 0.72;

/** Where the drawing begins: the whole map in the middle where its words can be read then; else the middle of its first column, at the left. */
export function firstView(
  { at, width, height }: Places,
  seenWidth: number,
  seenHeight: number,
): { x: number; y: number; zoom: number } {
  const whole = Math.min(
    1,
    (seenWidth - 2 * air) / Math.max(1, width),
    (seenHeight - 2 * air) / Math.max(1, height),
  );
  if (whole >= legible)
    return { x: (seenWidth - width * whole) / 2, y: (seenHeight - height * whole) / 2, zoom: whole };
  const first = Object.values(at)
    .filter(([x]) => x === 0)
    .map(([, y]) => y)
    .sort((a, b) => a - b);
  const middle = first[Math.floor(first.length / 2)] ?? 0;
  return { x: air, y: seenHeight / 2 - (middle + sizes.objective.height / 2) * usual, zoom: usual };
}
