import { useComputedColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Gap } from '#contract/gaps.ts';
import type { Scheme } from '../../save/chart-svg.ts';
import { drawingWays } from '../../save/drawing-ways.ts';
import { SaveAs } from '../../save/SaveAs.tsx';

/** Saves the gap board as a file. */
export function SaveGaps({ gaps }: { gaps: readonly Gap[] }): ReactNode {
  const save = async (): Promise<void> => {
    const [{ gapCsv }, { download, fileName, todayHere }] = await Promise.all([
      import('./gap-csv.ts'),
      import('../../save/download.ts'),
    ]);
    download(fileName(['gaps'], todayHere(), 'csv'), gapCsv(gaps), 'text/csv');
  };
  const draw = async (colours: Scheme): Promise<string> =>
    (await import('./gap-svg.ts')).gapSvg(gaps, colours);
  const what = { svg: 'with sparklines, for print and editing', png: 'with sparklines, a picture' };
  const ways = drawingWays(useComputedColorScheme('light'), { name: ['gaps'], what, draw });
  return <SaveAs of="the gaps" ways={[{ label: 'CSV', what: 'gaps, then noise', save }, ...ways]} />;
}
