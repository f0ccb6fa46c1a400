import { sizes } from './map-cards.ts';
import type { Places } from './map-layout.ts';

type View = { x: number; y: number; zoom: number };

const air = 24;
const usual = 0.9;

/** The zoom from which on the words on a card can be read. */
export const legible = 0.8;

/** Smaller than this, words are grey lines: cards are drawn as shapes. */
export const farFrom = 0.5;

/** The whole map in the middle, no larger than it is drawn. */
export function wholeView({ width, height }: Places, seenWidth: number, seenHeight: number): View {
  const zoom = Math.min(
    1,
    (seenWidth - 2 * air) / Math.max(1, width),
    (seenHeight - 2 * air) / Math.max(1, height),
  );
  return { x: (seenWidth - width * zoom) / 2, y: (seenHeight - height * zoom) / 2, zoom };
}

/** Where the drawing begins: the whole map where its words can be read then; else the middle of its first column, at the left. */
export function firstView(places: Places, seenWidth: number, seenHeight: number): View {
  const whole = wholeView(places, seenWidth, seenHeight);
  if (whole.zoom >= legible) return whole;
  const first = Object.values(places.at)
    .filter(([x]) => x === 0)
    .map(([, y]) => y)
    .sort((a, b) => a - b);
  const middle = first[Math.floor(first.length / 2)] ?? 0;
  return { x: air, y: seenHeight / 2 - (middle + sizes.objective.height / 2) * usual, zoom: usual };
}
