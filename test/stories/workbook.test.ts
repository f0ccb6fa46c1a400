import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import papa from 'papaparse';
import { startOf } from '#domain/time/period.ts';
import { testApp } from '../app.ts';
import { makeOrganisation } from '../make.ts';
import { dateCell, type MadeSheet, workbookFile } from '../make-workbook.ts';

const folder = new URL('../../../shared/data/company/', import.meta.url);
const skip = existsSync(folder) ? false : 'needs the company files of ../shared, which are not here';
const text = (name: string) => readFileSync(new URL(name, folder), 'utf8').replace(/^\ufeff/, '');
const rowsOf = (name: string) => papa.parse<string[]>(text(name).trim()).data;

const units = new Map(
  skip ? [] : rowsOf('company-kpis.csv').map(([key = '', , unit = '']) => [key, unit] as const),
);

/** A number as a company keeps it in a spreadsheet: a share of 1 as percent, minutes as a time, money as money. */
function cell(key: string, value: number): MadeSheet['rows'][number][number] {
  const unit = units.get(key);
  if (unit === '%') return { value: value / 100, numFmt: '0.0%' };
  if (unit === 'minutes') return { value: value / 1440, numFmt: '[h]:mm' };
  if (unit === 'EUR') return { value, numFmt: '#,##0 [$€-407]' };
  return value;
}

/** All readings as two scorecards, of the weekly and of the monthly KPIs. */
function scorecards(): MadeSheet[] {
  const readings = rowsOf('company-readings.csv').slice(1);
  return [/W/, /^\d{4}-\d\d$/].map((shape, at) => {
    const own = readings.filter(([, period = '']) => shape.test(period));
    const periods = [...new Set(own.map(([, period = '']) => period))].sort();
    const format = at === 0 ? 'dd/mm/yyyy' : 'mmm-yy';
    const values = new Map(own.map(([kpi, period, value]) => [`${kpi} ${period}`, Number(value)]));
    return {
      name: at === 0 ? 'Weekly' : 'Monthly',
      rows: [
        ['Scorecard'],
        [],
        ['Metric', ...periods.map((period) => dateCell(startOf(period), format))],
        ...[...new Set(own.map(([kpi = '']) => kpi))].map((kpi) => [
          kpi,
          ...periods.map((period) => {
            const value = values.get(`${kpi} ${period}`);
            return value === undefined ? null : cell(kpi, value);
          }),
        ]),
      ],
    };
  });
}

describe('a company that keeps its numbers in a workbook', { skip }, async () => {
  if (skip) return;
  const app = await testApp(undefined, { now: '2026-11-22T12:00:00.000Z' });
  const company = await makeOrganisation(app, 'Company', { timeZone: 'Europe/Berlin' });
  const call = app.as(company.admin);
  const kpis = rowsOf('company-kpis.csv');

  it('defines its KPIs from a sheet as from the CSV', async () => {
    const rows = kpis.map((row) => row.map((each) => (/^-?\d+(\.\d+)?$/.test(each) ? Number(each) : each)));
    const done = await call('imports.apply', await workbookFile([{ name: 'KPIs', rows }]));
    assert.deepEqual(done.kpis, { created: 24, changed: 0, same: 0 });
    const csv = await call('imports.preview', { content: text('company-kpis.csv') });
    assert.equal(csv.counts.same, 24);
  });

  it('brings all readings in from two sheets, to the same numbers as the file of readings', async () => {
    const file = await workbookFile(scorecards());
    const weekly = await call('imports.apply', file);
    const monthly = await call('imports.apply', { ...file, sheet: 'Monthly' });
    assert.equal(weekly.readings.created + monthly.readings.created, 1697);
    assert.equal(weekly.unreadable + monthly.unreadable, 0);
    const csv = await call('imports.preview', {
      content: text('company-readings.csv').replace(/(,[^,]*){2}$/gm, ''),
    });
    assert.deepEqual([csv.counts.create, csv.counts.change, csv.counts.same], [0, 0, 1697]);
  });

  it('reads the scorecard as people keep it from a sheet as from the CSV, and names the same cells', async () => {
    const content = text('company-sheet.csv');
    const rows = papa.parse<string[]>(content, { delimiter: ';' }).data;
    const book = await call('imports.preview', await workbookFile([{ name: 'Scorecard', rows }]));
    const csv = await call('imports.preview', { content });
    assert.deepEqual(book.counts, csv.counts);
    assert.deepEqual(book.kpis, csv.kpis);
    assert.deepEqual(
      book.unreadable.map(({ at: _, ...rest }) => rest),
      csv.unreadable.map(({ at: _, ...rest }) => rest),
    );
    assert.deepEqual(
      book.unreadable.map(({ at }) => at),
      ["Sheet 'Scorecard', J4", "Sheet 'Scorecard', P6", "Sheet 'Scorecard', AB7", "Sheet 'Scorecard', I9"],
    );
  });
});
