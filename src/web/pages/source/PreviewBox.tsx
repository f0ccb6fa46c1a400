import type { ReactNode } from 'react';
import type { Preview, PreviewRow } from '#contract/connectors.ts';
import type { Kpi } from '#contract/kpis.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { type Column, DataTable } from '../../parts/DataTable.tsx';
import { periodName } from '../../parts/dates.ts';
import { glyphs, Mark } from '../../parts/Mark.tsx';
import classes from './Source.module.css';

const would = {
  create: { glyph: glyphs.check, tone: 'good', words: 'new' },
  correct: { glyph: glyphs.diamond, tone: 'warn', words: 'would be corrected' },
  same: { glyph: glyphs.dash, tone: 'quiet', words: 'as it stands' },
  keep: { glyph: glyphs.half, tone: 'warn', words: 'stays: a person recorded it' },
} as const;

/** What a source answered just now: what would be recorded, beside what stands; nothing of it is stored. */
export function PreviewBox({ kpi, preview }: { kpi: Kpi; preview: Preview }): ReactNode {
  const { fault, rows, unread, silent, from, to } = preview;
  const span = from === to ? periodName(from) : `${periodName(from)} to ${periodName(to)}`;
  if (fault !== null)
    return (
      <div className={classes.fault} role="alert">
        <strong>It gave nothing for {span}</strong>
        <span>{fault}</span>
      </div>
    );
  return (
    <section className={classes.preview} aria-label="What it gave" aria-live="polite">
      <h3>What it gave for {span}. Nothing is recorded yet.</h3>
      {rows.length > 0 && (
        <DataTable
          caption="What would be recorded"
          columns={columnsOf(kpi)}
          rows={rows}
          id={({ period }) => period}
          withKeys={false}
        />
      )}
      {unread.length > 0 && (
        <ul className={classes.sentence}>
          {unread.map(({ at, fault: why }) => (
            <li key={at}>
              {at}: {why}
            </li>
          ))}
        </ul>
      )}
      {silent.length > 0 && (
        <p className={classes.quiet}>
          It says nothing about {silent.slice(0, 6).map(periodName).join(', ')}
          {silent.length > 6 && ` and ${silent.length - 6} more`}.
          {rows.length === 0 &&
            unread.length === 0 &&
            ' No row of the answer has both one of these periods and an amount: look at what is asked above.'}
        </p>
      )}
    </section>
  );
}

function columnsOf({ unit, decimals, addsUp }: Kpi): Column<PreviewRow>[] {
  const show = (value: number | null) => formatValue(value, unit, decimals);
  return [
    { key: 'period', label: 'Period', cell: ({ period }) => periodName(period) },
    { key: 'value', label: 'It says', align: 'end', isMain: true, cell: ({ value }) => show(value) },
    ...(addsUp === 'ratio'
      ? [
          {
            key: 'parts',
            label: 'Of',
            align: 'end' as const,
            cell: ({ numerator, denominator }: PreviewRow) =>
              numerator === null
                ? null
                : `${numerator.toLocaleString('en')} / ${denominator?.toLocaleString('en')}`,
          },
        ]
      : []),
    {
      key: 'stands',
      label: 'Stands',
      align: 'end',
      cell: ({ stands }) => (stands === null ? <span className={classes.quiet}>–</span> : show(stands)),
    },
    {
      key: 'would',
      label: 'What becomes of it',
      cell: (row) => {
        const { glyph, tone, words } = would[row.would];
        return (
          <Mark glyph={glyph} tone={tone}>
            {words}
          </Mark>
        );
      },
    },
  ];
}
