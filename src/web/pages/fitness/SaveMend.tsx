import type { ReactNode } from 'react';
import { SaveAs } from '../../save/SaveAs.tsx';
import type { NamedLine } from './columns.tsx';

/** Saves the list of what to mend as a file. */
export function SaveMend({ lines }: { lines: readonly NamedLine[] }): ReactNode {
  const save = async (): Promise<void> => {
    const [{ mendCsv }, { download, fileName, todayHere }] = await Promise.all([
      import('./mend-csv.ts'),
      import('../../save/download.ts'),
    ]);
    download(fileName(['what to mend'], todayHere(), 'csv'), mendCsv(lines), 'text/csv');
  };
  return <SaveAs of="what to mend" ways={[{ label: 'CSV', what: `${lines.length} lines as shown`, save }]} />;
}
