import { useComputedColorScheme } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { SaveAs, type Saving } from './SaveAs.tsx';

type Props = {
  /** What the chart is about: its title in the file, and the file's name. */
  name: string;
  /** What holds the drawings. */
  frame: RefObject<HTMLElement | null>;
  words?: string | undefined;
  notes?: readonly string[];
};

/** Saves a chart as SVG or PNG, in the colours of the page; in the dark in light ones too, because most paper is white. */
export function SaveChart({ name, frame, words, notes }: Props): ReactNode {
  const scheme = useComputedColorScheme('light');
  const ways = (['SVG', 'PNG'] as const).flatMap((format): Saving[] => {
    const way = (colours: 'light' | 'dark', what: string): Saving => ({
      label: colours === scheme ? format : `${format}, light`,
      what,
      save: () => saved(format, { name, frame: frame.current, words, notes, scheme: colours }),
    });
    const what = format === 'SVG' ? 'lines, for print and editing' : 'a picture, twice as sharp';
    return scheme === 'dark' ? [way('dark', what), way('light', 'for a white page')] : [way('light', what)];
  });
  return <SaveAs of={`the chart of ${name}`} ways={ways} />;
}

type Wanted = {
  name: string;
  frame: HTMLElement | null;
  words: string | undefined;
  notes: readonly string[] | undefined;
  scheme: 'light' | 'dark';
};

async function saved(format: 'SVG' | 'PNG', { name, frame, words, notes, scheme }: Wanted): Promise<void> {
  const [{ chartSvg }, { pngOf }, { download, fileName, todayHere }] = await Promise.all([
    import('./chart-svg.ts'),
    import('./png.ts'),
    import('./download.ts'),
  ]);
  // What follows a slider is the place of the reader on the chart, and what is small is a mark in a text.
  const drawings = [
    ...(frame?.querySelectorAll<SVGSVGElement>('svg[viewBox]:not(input ~ svg)') ?? []),
  ].filter(({ clientWidth }) => clientWidth > 200);
  if (drawings.length === 0) throw new Error('There is no chart on the page yet.');
  const svg = chartSvg(drawings, {
    title: name,
    words: words?.replace(`${name}: `, ''),
    scheme,
    ...(notes && { notes }),
  });
  if (format === 'SVG') download(fileName([name], todayHere(), 'svg'), svg, 'image/svg+xml');
  else download(fileName([name], todayHere(), 'png'), await pngOf(svg));
}
