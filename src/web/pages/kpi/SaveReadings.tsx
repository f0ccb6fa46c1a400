import type { ReactNode } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import type { Reading } from '#contract/readings.ts';
import type { Names } from '../../parts/useNames.ts';
import { SaveAs } from '../../save/SaveAs.tsx';

type Props = { kpi: Kpi; readings: readonly Reading[]; names: Names };

/** Saves all readings of a KPI as a file. */
export function SaveReadings({ kpi, readings, names }: Props): ReactNode {
  const save = async (): Promise<void> => {
    const [{ readingsCsv }, { download, fileName, todayHere }] = await Promise.all([
      import('./readings-csv.ts'),
      import('../../save/download.ts'),
    ]);
    download(
      fileName([kpi.key, 'readings'], todayHere(), 'csv'),
      readingsCsv(kpi, readings, names.person),
      'text/csv',
    );
  };
  return (
    <SaveAs
      of={`the readings of ${kpi.name}`}
      ways={[{ label: 'CSV', what: `${readings.length} readings`, save }]}
    />
  );
}
