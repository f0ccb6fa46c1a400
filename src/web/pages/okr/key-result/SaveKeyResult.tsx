import { useComputedColorScheme } from '@mantine/core';
import type { ReactNode, RefObject } from 'react';
import { percent } from '../../../parts/dates.ts';
import type { Scheme } from '../../../save/chart-svg.ts';
import { drawingWays } from '../../../save/drawing-ways.ts';
import { SaveAs, type Saving } from '../../../save/SaveAs.tsx';
import { SaveChart } from '../../../save/SaveChart.tsx';
import type { KeyResultDetail } from './key-result-series.ts';
import { type PeriodFacts, periodBoxes } from './period-boxes.ts';

type Props = {
  detail: KeyResultDetail;
  /** What holds the chart; undefined where nothing is drawn. */
  frame: RefObject<HTMLElement | null> | undefined;
  words: string;
  /** Of a hold or a hit rate. */
  periods: PeriodFacts | undefined;
};

/** Saves the drawings of a key result: its chart, its periods, and how confidence moved. */
export function SaveKeyResult({ detail, frame, words, periods }: Props): ReactNode {
  const scheme = useComputedColorScheme('light');
  const { title, checkIns, progress } = detail;
  const told = checkIns.flatMap(({ late, day, confidence }) => (late ? [] : [{ day, confidence }])).reverse();
  const more = (colours: Scheme): Saving[] => [
    ...(periods
      ? drawingWays(colours, {
          ...{ name: [title], label: 'periods' },
          what: { svg: 'its periods, good or not', png: 'the same as a picture' },
          draw: async (wanted) => {
            const { periodsSvg } = await import('./strips-svg.ts');
            const file = { title, words: `Progress ${percent(progress)}`, scheme: wanted };
            return periodsSvg(file, periodBoxes(periods));
          },
        })
      : []),
    ...(told.length > 1
      ? drawingWays(colours, {
          ...{ name: [title], label: 'confidence' },
          what: { svg: 'confidence by check-in', png: 'the same as a picture' },
          draw: async (wanted) => {
            const { confidenceSvg } = await import('./strips-svg.ts');
            return confidenceSvg({ title, words: 'Confidence by check-in, 0 to 10', scheme: wanted }, told);
          },
        })
      : []),
  ];
  if (frame) return <SaveChart name={title} frame={frame} words={words} more={more} />;
  const ways = more(scheme);
  return ways.length > 0 && <SaveAs of={`the chart of ${title}`} ways={ways} />;
}
