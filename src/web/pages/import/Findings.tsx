import type { ReactNode } from 'react';
import type { ImportPreview, UnreadableCell } from '#contract/imports.ts';
import { counted } from '../../parts/Counts.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import classes from './Import.module.css';

const unreadable: Column<UnreadableCell>[] = [
  {
    key: 'place',
    label: 'Place',
    width: '11rem',
    cell: ({ at }) => <span className="numbers">{at}</span>,
    sort: ({ row, column }) => row * 100_000 + column,
  },
  { key: 'label', label: 'KPI', cell: ({ label, kpi }) => label ?? kpi ?? '', sort: ({ label }) => label },
  {
    key: 'heading',
    label: 'Under',
    cell: ({ heading }) => <span className={classes.heading}>{heading ?? ''}</span>,
    rank: 2,
  },
  { key: 'text', label: 'Cell', isMain: true, cell: ({ text }) => <q className={classes.cell}>{text}</q> },
  { key: 'why', label: 'Why', isPlain: true, cell: ({ why }) => <span className={classes.why}>{why}</span> },
];

/** Every cell that cannot be read, with its place and why; and what was left alone. */
export function Findings({ preview }: { preview: ImportPreview }): ReactNode {
  const { counts, skip } = preview;
  const hidden = counts.unreadable - preview.unreadable.length;
  return (
    <>
      {counts.unreadable > 0 && (
        <section className={classes.section}>
          <h2>Cannot be read</h2>
          <p className={classes.quiet}>
            These cells are left out. Mend them in the file and import it again: what is there by then stays
            as it is.
          </p>
          <DataTable
            caption="Cells that cannot be read"
            columns={unreadable}
            rows={preview.unreadable}
            id={({ row, column }) => `${row} ${column}`}
            withKeys={false}
          />
          {hidden > 0 && <p className={classes.quiet}>And {counted(hidden)} more.</p>}
        </section>
      )}
      {skip.length > 0 && (
        <section className={classes.section}>
          <h2>Skipped</h2>
          <ul className={classes.skips}>
            {skip.map(({ why, cells, first }) => (
              <li key={why}>
                {counted(cells)} {cells === 1 ? 'cell' : 'cells'}: {why} <small>from {first.at}</small>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
