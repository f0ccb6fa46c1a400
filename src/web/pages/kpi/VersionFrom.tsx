import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Kpi } from '#contract/kpis.ts';
import { continuesIn, unitName } from '#domain/kpi/unit.ts';
import type { Day } from '#domain/time/day.ts';

type Props = {
  kpi: Kpi;
  /** The unit that is wished for. */
  unit: Kpi['unit'];
  value: Day;
  onChange: (day: Day) => void;
  error?: ReactNode;
};

/** The day from which a new version of a definition holds, and what becomes of the history. */
export function VersionFrom({ kpi, unit, value, onChange, error }: Props): ReactNode {
  return (
    <TextInput
      type="date"
      label={`Version ${kpi.version + 1} holds from`}
      description={
        <>
          The definition before it stays for what was before; the past is not rewritten.{' '}
          {historyWords(kpi, unit)}
          {kpi.computed && ' All KPIs that this one is computed from change with it.'}
        </>
      }
      required
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
    />
  );
}

function historyWords({ unit: before }: Kpi, after: Kpi['unit']): string {
  const [was, is] = [unitName(before), unitName(after)];
  if (was === is) return '';
  return continuesIn(before, after)
    ? `What was recorded in ${was} stays as it was typed, and is shown and judged in ${is}.`
    : `Values in ${was} do not convert to ${is}, so the series begins anew: what was recorded before stays in a table, in ${was}, and limits are made of what comes from then on.`;
}
