import type { ReactNode } from 'react';
import type { ImportedDefinition, ImportedKpi, ImportPreview, ReadingCorrection } from '#contract/imports.ts';
import type { Unit } from '#contract/kpis.ts';
import { unitInWords } from '#domain/import/unit-text.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { counted } from '../../parts/Counts.tsx';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { periodName } from '../../parts/dates.ts';
import classes from './Import.module.css';

const corrections: Column<ReadingCorrection>[] = [
  { key: 'name', label: 'KPI', cell: ({ name }) => name, sort: ({ name }) => name },
  { key: 'period', label: 'Period', cell: ({ period }) => periodName(period), sort: ({ period }) => period },
  {
    key: 'before',
    label: 'Was',
    align: 'end',
    cell: ({ before, unit, decimals }) => formatValue(before, unit, decimals),
  },
  {
    key: 'value',
    label: 'Becomes',
    align: 'end',
    cell: ({ value, unit, decimals }) => <strong>{formatValue(value, unit, decimals)}</strong>,
  },
  {
    key: 'place',
    label: 'Place',
    rank: 2,
    cell: ({ at }) => <span className="numbers">{at}</span>,
  },
];

const kpis: Column<ImportedKpi>[] = [
  { key: 'name', label: 'KPI', cell: ({ name }) => name, sort: ({ name }) => name },
  {
    key: 'create',
    label: 'Create',
    align: 'end',
    cell: ({ create }) => counted(create),
    sort: ({ create }) => create,
  },
  {
    key: 'change',
    label: 'Change',
    align: 'end',
    cell: ({ change }) => counted(change),
    sort: ({ change }) => change,
  },
  { key: 'same', label: 'Same', align: 'end', cell: ({ same }) => counted(same), sort: ({ same }) => same },
  {
    key: 'span',
    label: 'From – to',
    rank: 2,
    cell: ({ from, to }) => `${periodName(from)} – ${periodName(to)}`,
    sort: ({ from }) => from,
  },
];

type Change = ImportedDefinition['fields'][number] & Pick<ImportedDefinition, 'row' | 'key' | 'name'>;

const changes: Column<Change>[] = [
  { key: 'name', label: 'KPI', cell: ({ name }) => name, sort: ({ name }) => name },
  { key: 'field', label: 'Field', cell: ({ field }) => fieldWords(field) },
  { key: 'from', label: 'Was', cell: ({ from }) => fieldText(from) },
  { key: 'to', label: 'Becomes', cell: ({ to }) => <strong>{fieldText(to)}</strong> },
];

const definitions: Column<ImportedDefinition>[] = [
  { key: 'name', label: 'KPI', cell: ({ name }) => name, sort: ({ name }) => name },
  { key: 'key', label: 'Key', cell: ({ key }) => key, sort: ({ key }) => key },
  {
    key: 'fields',
    label: 'As',
    isPlain: true,
    cell: ({ fields }) => (
      <span className={classes.why}>
        {fields
          .filter(({ field }) => field !== 'name')
          .map(({ field, to }) => `${fieldWords(field)} ${fieldText(to)}`)
          .join(' · ')}
      </span>
    ),
  },
];

/** What the import would create and change, from old to new. */
export function Effects({ preview }: { preview: ImportPreview }): ReactNode {
  const { create, change } = preview.definitions;
  const hidden = preview.counts.change - preview.corrections.length;
  const fields = change.flatMap(({ fields, ...kpi }) => fields.map((field) => ({ ...kpi, ...field })));
  return (
    <>
      {preview.corrections.length > 0 && (
        <Section title="Readings that change">
          <DataTable
            caption="Readings that change"
            columns={corrections}
            rows={preview.corrections}
            id={({ row, column }) => `${row} ${column}`}
            withKeys={false}
          />
          {hidden > 0 && <p className={classes.quiet}>And {counted(hidden)} more.</p>}
        </Section>
      )}
      {fields.length > 0 && (
        <Section title="KPIs that change">
          <DataTable
            caption="KPIs that change"
            columns={changes}
            rows={fields}
            id={({ key, field }) => `${key} ${field}`}
            withKeys={false}
          />
        </Section>
      )}
      {create.length > 0 && (
        <Section title="New KPIs">
          <DataTable
            caption="KPIs to create"
            columns={definitions}
            rows={create}
            id={({ key }) => key}
            withKeys={false}
          />
        </Section>
      )}
      {preview.kpis.length > 0 && (
        <Section title="Readings by KPI">
          <DataTable
            caption="Readings by KPI"
            columns={kpis}
            rows={preview.kpis}
            id={({ kpi }) => kpi}
            withKeys={false}
          />
        </Section>
      )}
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <section className={classes.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function fieldWords(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function fieldText(value: Change['to']): string {
  if (value === null || value === '') return '–';
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? unitInWords(value as Unit) : String(value);
}
