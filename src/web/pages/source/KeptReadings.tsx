import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Connector, Kept } from '#contract/connectors.ts';
import type { Kpi } from '#contract/kpis.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { ConfirmDialog } from '../../parts/ConfirmDialog.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { periodName } from '../../parts/dates.ts';
import classes from './Source.module.css';

const sources: Partial<Record<Kept['source'], string>> = {
  typed: 'typed',
  import: 'imported',
  api: 'sent by the API',
};

/** Readings of people that were kept although the source says otherwise; each can be replaced, with a reason. */
export function KeptReadings({ kpi, connector }: { kpi: Kpi; connector: Connector }): ReactNode {
  const [taking, setTaking] = useState<Kept | undefined>(undefined);
  if (connector.kept.length === 0) return null;
  const show = (value: number | null) => formatValue(value, kpi.unit, kpi.decimals);
  const columns: Column<Kept>[] = [
    { key: 'period', label: 'Period', cell: ({ period }) => periodName(period) },
    {
      key: 'stands',
      label: 'Stands',
      align: 'end',
      isMain: true,
      cell: ({ stands }) =>
        stands === null ? <span className={classes.quiet}>withdrawn</span> : show(stands),
    },
    { key: 'says', label: 'The source says', align: 'end', cell: ({ says }) => show(says) },
    {
      key: 'how',
      label: 'It was',
      cell: ({ source }) => <span className={classes.quiet}>{sources[source]}</span>,
    },
    {
      key: 'take',
      label: 'Change',
      align: 'end',
      isPlain: true,
      cell: (kept) => (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => setTaking(kept)}
          aria-label={`Take the source’s value for ${periodName(kept.period)}`}
        >
          Take the source’s…
        </Button>
      ),
    },
  ];
  return (
    <section>
      <h2>Kept against the source</h2>
      <p className={classes.quiet}>What a person recorded is never overwritten by a source.</p>
      <DataTable
        caption="Readings that were kept against the source"
        columns={columns}
        rows={connector.kept}
        id={({ period }) => period}
        withKeys={false}
      />
      {taking && (
        <ConfirmDialog
          title={`${periodName(taking.period)}: take ${show(taking.says)}?`}
          operation="connectors.take"
          input={{ connector: connector.id, period: taking.period, reason: '' }}
          stale={['connectors', 'readings', 'judgements']}
          action="Take it"
          reason="Why the source is right"
          onClose={() => setTaking(undefined)}
        >
          <p>
            {taking.stands === null ? 'It was withdrawn' : `${show(taking.stands)} stands`}, and stays in the
            history. From then on the source may correct this period itself.
          </p>
        </ConfirmDialog>
      )}
    </section>
  );
}
