import type { Annotation } from './series.ts';

/** A numbered flag at the top of the chart; `number` counts from 1 in the order of the annotations. */
export type Flag = { number: number; x: number; to: number | undefined; row: number; text: string };

const flagWidth = 17;

/** The flags of annotations; those too near to each other take a second row. */
export function flags(annotations: readonly Annotation[], xs: readonly number[]): Flag[] {
  const ends: number[] = [];
  return annotations.flatMap(({ index, to, text }, place): Flag[] => {
    const x = xs[index];
    if (x === undefined) return [];
    const free = ends.findIndex((end) => x - end >= flagWidth);
    const row = free >= 0 ? free : ends.length < 2 ? ends.length : ends.indexOf(Math.min(...ends));
    ends[row] = x;
    return [
      { number: place + 1, x, to: to === undefined ? undefined : xs[Math.min(to, xs.length - 1)], row, text },
    ];
  });
}
