import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Refused } from '#contract/refused.ts';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { dateCell, workbookFile } from '../../../test/make-workbook.ts';

const app = await testApp(undefined, { now: '2026-11-22T12:00:00.000Z' });
const acme = await makeOrganisation(app);
const call = app.as(acme.admin);

const month = (day: string) => dateCell(day, 'mmm-yy');
const percent = (value: number) => ({ value, numFmt: '0.0%' });

await call('imports.apply', {
  ...(await workbookFile([
    {
      name: 'Definitions',
      rows: [
        ['Our KPIs'],
        [],
        ['Key', 'Name', 'Unit', 'Direction', 'Cadence', 'Adds up', 'Floor', 'Target', 'By'],
        [
          'on-time',
          'On time',
          '%',
          'higher',
          'monthly',
          'mean',
          percent(0.85),
          '95%',
          dateCell('2026-12-31'),
        ],
        ['cost', 'Cost', 'EUR', 'lower', 'monthly', 'sum'],
        ['answer', 'Answer time', 'minutes', 'lower', 'monthly', 'mean'],
      ],
    },
  ])),
});

describe('a workbook', () => {
  it('defines KPIs, with a percent floor as it is shown', async () => {
    const [threshold] = await call('thresholds.list', { kpi: 'on-time' });
    assert.equal(threshold?.floor, 85);
    assert.equal((await call('kpis.find', { kpi: 'cost' })).name, 'Cost');
  });

  const scorecard = async () =>
    workbookFile([
      { name: 'Cover', rows: [['About this workbook']], hidden: true },
      {
        name: 'KPIs',
        rows: [
          ['Scorecard 2026'],
          ['Metric', 'Owner', month('2026-01-01'), month('2026-02-01'), month('2026-03-01'), null],
          ['On time', '', percent(0.952345), percent(0.07), '#N/A', 'see mail'],
          ['Cost', '', { value: 1234.5, numFmt: '#,##0.00 "€"' }, { value: 1.234, formula: 'B9/2' }, true],
          [
            'Answer time',
            '',
            { value: 0.175, numFmt: '[h]:mm' },
            '4h 12m',
            { value: null, formula: 'SUM(B5:C5)' },
          ],
        ],
      },
      { name: 'Notes', rows: [['to do']] },
    ]);

  it('is previewed by its sheet, and each bad cell by its address there', async () => {
    const seen = await call('imports.preview', await scorecard());
    const { sheet, sheets, encoding, notes } = seen.file;
    assert.deepEqual([seen.kind, sheet, encoding], ['sheet', 'KPIs', 'Excel workbook']);
    assert.deepEqual(sheets, [
      { name: 'Cover', hidden: true },
      { name: 'KPIs', hidden: false },
      { name: 'Notes', hidden: false },
    ]);
    assert.match(notes.join(' '), /not 'Cover' \(hidden\), 'Notes'.*The formula in E5 has no saved value/);
    assert.deepEqual(
      seen.unreadable.map(({ at, why }) => [at, why]),
      [
        ["Sheet 'KPIs', E3", '"#N/A" is an error of the spreadsheet, not a number'],
        ["Sheet 'KPIs', E4", '"TRUE" is not a number'],
        [
          "Sheet 'KPIs', E5",
          '"=SUM(B5:C5)" is a formula without a saved value: let the spreadsheet calculate it, and save the file',
        ],
      ],
    );
    assert.deepEqual(seen.skip, [
      {
        why: 'column F has no heading',
        cells: 1,
        first: { row: 3, column: 6, at: "Sheet 'KPIs', F3" },
      },
    ]);
    assert.equal(seen.counts.create, 6);
    assert.deepEqual(seen.guesses, []);
  });

  it('is recorded with the numbers that are in it', async () => {
    const done = await call('imports.apply', await scorecard());
    assert.deepEqual([done.readings.created, done.unreadable, done.skip], [6, 3, 1]);
    const values = async (kpi: string) =>
      (await call('readings.list', { kpi })).map(({ period, value }) => [period, value]);
    assert.deepEqual(await values('on-time'), [
      ['2026-01', 95.2345],
      ['2026-02', 7],
    ]);
    assert.deepEqual(await values('cost'), [
      ['2026-01', 1234.5],
      ['2026-02', 1.234],
    ]);
    assert.deepEqual(await values('answer'), [
      ['2026-01', 252],
      ['2026-02', 252],
    ]);
    const again = await call('imports.preview', await scorecard());
    assert.deepEqual([again.counts.create, again.counts.change, again.counts.same], [0, 0, 6]);
  });

  it('is read from the sheet that is named, and refused with the names that there are', async () => {
    const file = await workbookFile([
      {
        name: 'A',
        rows: [
          ['kpi', 'period', 'value'],
          ['cost', '2026-04', 5],
        ],
      },
      {
        name: 'B',
        rows: [
          ['kpi', 'period', 'value'],
          ['cost', '2026-05', 6],
        ],
      },
    ]);
    const { kpis } = await call('imports.preview', { ...file, sheet: 'B' });
    assert.equal(kpis[0]?.from, '2026-05');
    await assert.rejects(call('imports.preview', { ...file, sheet: 'C' }), (fault) => {
      assert.ok(fault instanceof Refused);
      assert.deepEqual([fault.code, fault.field], ['invalid', 'sheet']);
      assert.match(fault.message, /There is no sheet 'C' in this workbook, but 'A', 'B'/);
      return true;
    });
    const notes = await workbookFile([
      { name: 'Notes', rows: [['to do']] },
      { name: 'More', rows: [['done']] },
    ]);
    await assert.rejects(
      call('imports.preview', notes),
      /No headings were found: .*This is the sheet 'Notes'. Name another sheet to read it: 'More'\.$/,
    );
    await assert.rejects(
      call('imports.preview', { content: 'kpi,period,value\ncost,2026-05,6\n', sheet: 'A' }),
      /has no sheets/,
    );
  });

  it('may merge the years above its months and the names beside its readings', async () => {
    const years = await call(
      'imports.preview',
      await workbookFile([
        {
          name: 'A',
          rows: [
            [null, 2024, null, 2025, null, 2026],
            ['Metric', 'Nov', 'Dec', 'Jan', 'Feb', 'Jan'],
            ['Cost', 1, 2, 3, 4, 5],
          ],
          merges: [
            { startRow: 0, startCol: 1, endRow: 0, endCol: 2 },
            { startRow: 0, startCol: 3, endRow: 0, endCol: 4 },
          ],
        },
      ]),
    );
    assert.deepEqual(
      years.kpis.map(({ kpi, create, from, to }) => [kpi, create, from, to]),
      [['cost', 4, '2024-11', '2026-01']],
    );
    const names = await call(
      'imports.preview',
      await workbookFile([
        {
          name: 'A',
          rows: [
            ['KPI', 'Month', 'Value'],
            ['Cost', dateCell('2025-05-31'), 1],
            [null, dateCell('2025-06-30'), 2],
            ['On time', dateCell('2025-05-31'), percent(0.5)],
          ],
          merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
        },
      ]),
    );
    assert.deepEqual(
      names.kpis.map(({ kpi, create }) => [kpi, create]),
      [
        ['cost', 2],
        ['on-time', 1],
      ],
    );
    assert.deepEqual(names.skip, []);
  });

  it('names both cells when two are for one period, as they are called there', async () => {
    const { unreadable } = await call(
      'imports.preview',
      await workbookFile([
        {
          name: 'A',
          rows: [
            ['Metric', month('2026-06-01'), month('2026-06-30')],
            ['Cost', 1, 2],
          ],
        },
      ]),
    );
    assert.deepEqual(
      unreadable.map(({ at, why }) => [at, why]),
      [
        ["Sheet 'A', B2", 'cost has more than one value for 2026-06: in column B and column C'],
        ["Sheet 'A', C2", 'cost has more than one value for 2026-06: in column C and column B'],
      ],
    );
  });

  it('is refused with what is wrong with it, and the next one is read', async () => {
    const good = await workbookFile([
      {
        name: 'A',
        rows: [
          ['kpi', 'period', 'value'],
          ['cost', '2026-07', 5],
        ],
      },
    ]);
    const cut = { ...good, content: good.content.slice(0, 800) };
    const [bad, next] = await Promise.allSettled([
      call('imports.preview', cut),
      call('imports.preview', good),
    ]);
    assert.match(String(bad.status === 'rejected' && bad.reason.message), /damaged or cut off/);
    assert.equal(next.status === 'fulfilled' && next.value.counts.create, 1);
  });

  it('takes a tidy list of 12,000 rows', async () => {
    const rows = Array.from({ length: 12_000 }, (_, at) => {
      const year = 1900 + Math.floor(at / 12);
      return ['cost', `${year}-${String((at % 12) + 1).padStart(2, '0')}`, at / 7];
    });
    const seen = await call(
      'imports.preview',
      await workbookFile([{ name: 'A', rows: [['kpi', 'period', 'value'], ...rows] }]),
    );
    assert.equal(seen.counts.create + seen.counts.unreadable + seen.counts.change, 12_000);
    assert.equal(seen.unreadable[0]?.at, "Sheet 'A', B1525");
  });
});
