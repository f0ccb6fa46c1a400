import assert from 'node:assert/strict';
import test from 'node:test';
import { dateCell, makeWorkbook } from '../make-workbook.ts';
import { served } from './served.ts';
import { until } from './until.ts';
import { overWidth, violations } from './violations.ts';

const { app, person, open } = await served();
const call = app.as(person);

const sheet = `Scorecard;;;;
Metric;Owner;09/02/2026;16/02/2026;23/02/2026
Sales calls;Paula;310;1.234;??
Answer time;Paula;4h 12m;3h 05m;2h 58m`;

test('a person imports a scorecard: sees what cannot be read, settles a guess, accepts new KPIs, and goes on to the panel', async (t) => {
  const page = await open(t, '/import');
  await page.setInputFiles('input[type=file]', {
    name: 'sheet.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(sheet),
  });
  await page.getByText('sheet.csv: a scorecard, KPIs as rows; 4 rows, 5 columns, UTF-8.').waitFor();
  await page.getByRole('heading', { name: 'Cannot be read' }).waitFor();
  await page.getByText('Row 3, column 5').waitFor();
  await until(() => page.getByRole('button', { name: 'Nothing to import' }).isDisabled(), true);

  await page.getByText('How is “1.234” meant?').waitFor();
  await page.getByText('1234, no decimals', { exact: true }).click();
  await page.getByRole('checkbox', { name: 'Sales calls' }).check();
  await page.getByRole('button', { name: 'Import 2 readings' }).waitFor();
  await page.getByLabel('What is good for Answer time').selectOption('lower is better');
  assert.deepEqual(await violations(page), []);
  await page.getByRole('button', { name: 'Import 5 readings' }).click();
  await page.getByText('2 KPIs created. 5 readings created. 1 cell was left out.').waitFor();
  const readings = await call('readings.list', { kpi: 'sales-calls' });
  assert.deepEqual(
    readings.map(({ value, source }) => [value, source]),
    [
      [310, 'import'],
      [1234, 'import'],
    ],
  );
  assert.equal((await call('kpis.find', { kpi: 'answer-time' })).direction, 'lower');
  await page.getByRole('link', { name: 'See the panel' }).click();
  await page.getByRole('link', { name: 'Sales calls' }).waitFor();
});

test('a correction asks for its reason, and the same file again has nothing to import', async (t) => {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1440, 390]) {
      const page = await open(t, '/import', { colorScheme, viewport: { width, height: 900 } });
      assert.deepEqual(await violations(page), []);
      const value = colorScheme === 'light' ? width : width + 1;
      await page.getByLabel('Or paste cells').fill(`kpi,period,value\nsales-calls,2026-W07,${value}`);
      await page.getByRole('button', { name: 'Read what is pasted' }).click();
      const apply = page.getByRole('button', { name: 'Import 1 reading' });
      await until(() => apply.isDisabled(), true);
      await page.getByLabel('Why do readings that are there change?').fill('counted again');
      assert.deepEqual(await violations(page), []);
      assert.equal(await overWidth(page), 0);
      await apply.click();
      await page.getByText('1 reading changed.').waitFor();
      await page.getByRole('button', { name: 'Import another file' }).click();
      await page.getByLabel('Or paste cells').fill(`kpi,period,value\nsales-calls,2026-W07,${value}`);
      await page.getByRole('button', { name: 'Read what is pasted' }).click();
      await page.getByText('All that can be read is there already.').waitFor();
    }
  const [newest] = await call('readings.revisions', { kpi: 'sales-calls', period: '2026-W07' });
  assert.deepEqual([newest?.value, newest?.reason], [391, 'counted again']);
});

test('a person imports a sheet of a workbook: chooses it, sees the bad cell by its address, and gets what it holds', async (t) => {
  const month = (day: string) => dateCell(day, 'mmm-yy');
  const book = await makeWorkbook([
    { name: 'Cover', rows: [['Numbers of the quarter']] },
    {
      name: 'KPIs',
      rows: [
        ['Metric', month('2026-01-01'), month('2026-02-01'), month('2026-03-01')],
        ['On time', { value: 0.952, numFmt: '0.0%' }, { value: 0.95, numFmt: '0.0%' }, '#N/A'],
      ],
    },
    { name: 'Old', hidden: true, rows: [['x']] },
  ]);
  for (const colorScheme of ['light', 'dark'] as const) {
    const isFirst = colorScheme === 'light';
    const page = await open(t, '/import', {
      colorScheme,
      viewport: { width: isFirst ? 1440 : 390, height: 900 },
    });
    await page.setInputFiles('input[type=file]', {
      name: 'numbers.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: Buffer.from(book),
    });
    // The cover has no headings, so the next sheet is taken; whoever wants the cover is told what it lacks.
    await page.getByLabel('Sheet').selectOption('Cover');
    await page.getByRole('alert').getByText('No headings were found').waitFor();
    await page.getByLabel('Another sheet of this workbook').fill('kpis');
    await page.getByRole('button', { name: 'Read that sheet' }).click();
    await page
      .getByText('numbers.xlsx: a scorecard, KPIs as rows; 2 rows, 4 columns, sheet “KPIs”.')
      .waitFor();
    await page.getByText("Sheet 'KPIs', D2").waitFor();
    await until(() => page.getByLabel('Sheet').inputValue(), 'KPIs');
    assert.deepEqual(await violations(page), []);
    assert.equal(await overWidth(page), 0);
    if (!isFirst) {
      await page.getByText('All that can be read is there already.').waitFor();
      continue;
    }
    await page.getByRole('checkbox', { name: 'On time' }).check();
    await page.getByRole('button', { name: 'Import 2 readings' }).click();
    await page.getByText('1 KPI created. 2 readings created. 1 cell was left out.').waitFor();
  }
  const readings = await call('readings.list', { kpi: 'on-time' });
  assert.deepEqual(
    readings.map(({ period, value }) => [period, value]),
    [
      ['2026-01', 95.2],
      ['2026-02', 95],
    ],
  );
});

test('a file that is no table is refused in a sentence, and another one can be chosen', async (t) => {
  const page = await open(t, '/import');
  await page.setInputFiles('input[type=file]', {
    name: 'book.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 0]),
  });
  await page.getByRole('alert').getByText('The workbook is damaged or cut off').waitFor();
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await page.getByRole('button', { name: 'Choose a workbook or CSV' }).waitFor();
});
