import { Button, Checkbox, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AcceptedKpi } from '#contract/import-file.ts';
import type { ProposedKpi } from '#contract/imports.ts';
import { unitInWords } from '#domain/import/unit-text.ts';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import classes from './Import.module.css';
import type { Importing } from './useImport.ts';

type Props = Pick<Importing, 'accepted' | 'setAccepted'> & { proposals: readonly ProposedKpi[] };

const directions = [
  { value: 'higher', label: 'higher is better' },
  { value: 'lower', label: 'lower is better' },
  { value: 'within', label: 'within a band' },
];

/** The KPIs that the file names and that are not there, to be accepted one by one or all at once. */
export function Proposals({ proposals, accepted, setAccepted }: Props): ReactNode {
  // An accepted KPI is no proposal any more when the file is read again, but stays in the list.
  const rows: (AcceptedKpi & { row?: number })[] = [
    ...accepted.values(),
    ...proposals
      .filter(({ name, key }) => key !== '' && !accepted.has(name))
      .map((proposal) => acceptedOf(proposal)),
  ];
  if (rows.length === 0) return null;
  const change = (kpi: AcceptedKpi, isIn: boolean): void => {
    const next = new Map(accepted);
    if (isIn) next.set(kpi.name, kpi);
    else next.delete(kpi.name);
    setAccepted(next);
  };
  const columns: Column<AcceptedKpi>[] = [
    {
      key: 'name',
      label: 'Name in the file',
      cell: (kpi) => (
        <Checkbox
          size="xs"
          label={kpi.name}
          checked={accepted.has(kpi.name)}
          onChange={(event) => change(kpi, event.currentTarget.checked)}
        />
      ),
    },
    { key: 'key', label: 'Key', cell: ({ key }) => key, rank: 2 },
    { key: 'cadence', label: 'Cadence', cell: ({ cadence }) => cadence },
    { key: 'unit', label: 'Unit', cell: ({ unit }) => unitInWords(unit) },
    {
      key: 'direction',
      label: 'Good is',
      cell: (kpi) => (
        <NativeSelect
          size="xs"
          aria-label={`What is good for ${kpi.name}`}
          data={directions}
          value={kpi.direction}
          onChange={(event) =>
            change({ ...kpi, direction: event.currentTarget.value as AcceptedKpi['direction'] }, true)
          }
        />
      ),
    },
  ];
  const all = () => setAccepted(new Map(rows.map((kpi) => [kpi.name, kpi])));
  return (
    <section className={classes.section}>
      <h2>Not there yet</h2>
      <p className={classes.quiet}>
        The file names KPIs that are not defined here. Accept those that you want: they are created with the
        import, and their readings come with them.
      </p>
      <DataTable
        caption="Proposed KPIs"
        columns={columns}
        rows={rows}
        id={({ name }) => name}
        withKeys={false}
      />
      {accepted.size < rows.length && (
        <Button variant="default" className={classes.read} onClick={all}>
          Accept all {rows.length}
        </Button>
      )}
    </section>
  );
}

function acceptedOf({ row: _, column: __, ...proposal }: ProposedKpi): AcceptedKpi {
  return { ...proposal, direction: 'higher', addsUp: 'mean' };
}
