import { useComputedColorScheme } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import type { Scheme } from './chart-svg.ts';
import { drawingWays } from './drawing-ways.ts';
import { SaveAs, type Saving } from './SaveAs.tsx';

type Props = {
  /** What the chart is about: its title in the file, and the file's name. */
  name: string;
  /** What holds the drawings. */
  frame: RefObject<HTMLElement | null>;
  words?: string | undefined;
  notes?: readonly string[];
  /** The day as of which the chart is shown; today when it is left out. */
  day?: string | undefined;
  /** Other drawings that belong to it, in the wanted colours. */
  more?: (scheme: Scheme) => readonly Saving[];
};

/** Saves a chart of the page as SVG or PNG. */
export function SaveChart({ name, frame, words, notes, day, more }: Props): ReactNode {
  const scheme = useComputedColorScheme('light');
  const draw = async (colours: Scheme): Promise<string> => {
    const { chartSvg } = await import('./chart-svg.ts');
    // What follows a slider is the place of the reader on the chart, and what is small is a mark in a text.
    const drawings = [
      ...(frame.current?.querySelectorAll<SVGSVGElement>('svg[viewBox]:not(input ~ svg)') ?? []),
    ].filter(({ clientWidth }) => clientWidth > 200);
    if (drawings.length === 0) throw new Error('There is no chart on the page yet.');
    return chartSvg(drawings, {
      title: name,
      words: words?.replace(`${name}: `, ''),
      ...{ notes, day, scheme: colours },
    });
  };
  const ways = [...drawingWays(scheme, { name: [name], day, draw }), ...(more?.(scheme) ?? [])];
  return <SaveAs of={`the chart of ${name}`} ways={ways} />;
}
