import { useDebouncedValue } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Cadence } from '#domain/time/period.ts';
import { Fault } from '../../parts/Fault.tsx';
import { useOperation } from '../../query.ts';
import { FormulaField } from './FormulaField.tsx';
import { FormulaPreview } from './FormulaPreview.tsx';

type Props = {
  text: string;
  onText: (text: string) => void;
  /** The key of the KPI that has it already. */
  kpi: string | undefined;
  cadence: Cadence;
  unit: Unit;
  decimals: number;
  /** The server's refusal of the form. */
  error: string | undefined;
};

/** The field of a formula with its fault or its preview, asked for a moment after the last key. */
export function FormulaEditor({ text, onText, kpi, cadence, unit, decimals, error }: Props): ReactNode {
  const [settled] = useDebouncedValue(text.trim(), 250);
  const about = kpi ? { kpi } : { cadence };
  const check = useOperation(
    'formulas.check',
    // A unit that is not whole yet, such as a currency of two letters, is no matter of the formula.
    { formula: settled, ...about, ...(isWhole(unit) && { unit }) },
    { keepPrevious: true, enabled: settled !== '' },
  );
  const isOld = settled !== text.trim() || check.isPlaceholderData;
  const answer = settled === '' ? undefined : check.data;
  const fault = !isOld && answer?.fault ? answer.fault : undefined;
  return (
    <>
      <FormulaField text={text} own={kpi} onText={onText} fault={fault} error={fault ? undefined : error} />
      {!answer && settled !== '' && <Fault of={check.error} onRetry={check.refetch} />}
      {answer?.ok && text.trim() !== '' && (
        <FormulaPreview check={answer} unit={unit} decimals={decimals} isOld={isOld} onRepair={onText} />
      )}
    </>
  );
}

function isWhole(unit: Unit): boolean {
  if (unit.kind === 'currency') return /^[A-Z]{3}$/.test(unit.code);
  return unit.kind !== 'scale' || (Number.isFinite(unit.from) && Number.isFinite(unit.to));
}
