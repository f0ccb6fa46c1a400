import type { ReactNode } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import type { Period } from '#domain/time/period.ts';
import { useOperation } from '../../query.ts';
import { CorrectDialog } from './CorrectDialog.tsx';

/** Corrects the reading of a period that was chosen on the chart. */
export function CorrectAt(props: { kpi: Kpi; period: Period; onClose: () => void }): ReactNode {
  const { kpi, period, onClose } = props;
  const readings = useOperation('readings.list', { kpi: kpi.key }).data;
  const reading = readings?.find((each) => each.period === period);
  return reading ? <CorrectDialog kpi={kpi} reading={reading} onClose={onClose} /> : null;
}
