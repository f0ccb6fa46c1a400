import type { ReactNode } from 'react';
import type { Gap } from '#contract/gaps.ts';
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
  return <SaveAs of="the gaps" ways={[{ label: 'CSV', what: 'gaps, then noise', save }]} />;
}
