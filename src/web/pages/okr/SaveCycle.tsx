import type { ReactNode } from 'react';
import type { TreeObjective } from '#contract/objectives.ts';
import type { Names } from '../../parts/useNames.ts';
import { SaveAs } from '../../save/SaveAs.tsx';

type Props = { cycle: string; objectives: readonly TreeObjective[]; names: Names };

/** Saves the objectives of a cycle that are shown as a file. */
export function SaveCycle({ cycle, objectives, names }: Props): ReactNode {
  const save = async (): Promise<void> => {
    const [{ cycleCsv }, { download, fileName, todayHere }] = await Promise.all([
      import('./cycle-csv.ts'),
      import('../../save/download.ts'),
    ]);
    download(fileName(['okrs', cycle], todayHere(), 'csv'), cycleCsv(objectives, names), 'text/csv');
  };
  return (
    <SaveAs of="the cycle" ways={[{ label: 'CSV', what: 'objectives and key results as shown', save }]} />
  );
}
