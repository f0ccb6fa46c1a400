import { useComputedColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TreeObjective } from '#contract/objectives.ts';
import type { Names } from '../../../parts/useNames.ts';
import { SaveAs } from '../../../save/SaveAs.tsx';

type Props = { cycle: string; objectives: readonly TreeObjective[]; names: Names };

/** Saves the objectives of a cycle that are shown: as a table, or as a drawing of their tree. */
export function SaveCycle({ cycle, objectives, names }: Props): ReactNode {
  const scheme = useComputedColorScheme('light');
  const table = async (): Promise<void> => {
    const [{ cycleCsv }, { download, fileName, todayHere }] = await Promise.all([
      import('./cycle-csv.ts'),
      import('../../../save/download.ts'),
    ]);
    download(fileName(['okrs', cycle], todayHere(), 'csv'), cycleCsv(objectives, names), 'text/csv');
  };
  const drawing = async (format: 'svg' | 'png'): Promise<void> => {
    const [{ treeSvg }, { pngOf }, { download, fileName, todayHere }] = await Promise.all([
      import('./tree-svg.ts'),
      import('../../../save/png.ts'),
      import('../../../save/download.ts'),
    ]);
    const svg = treeSvg(cycle, objectives, scheme);
    const name = fileName(['okrs', cycle], todayHere(), format);
    if (format === 'svg') download(name, svg, 'image/svg+xml');
    else download(name, await pngOf(svg));
  };
  return (
    <SaveAs
      of="the cycle"
      ways={[
        { label: 'CSV', what: 'objectives and key results as shown', save: table },
        { label: 'SVG', what: 'the tree, for print and editing', save: () => drawing('svg') },
        { label: 'PNG', what: 'the tree as a picture', save: () => drawing('png') },
      ]}
    />
  );
}
