import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { testApp } from '../../test/app.ts';
import { makeOrganisation } from '../../test/make.ts';
import { dateCell, makeWorkbook } from '../../test/make-workbook.ts';
import { run } from './run.ts';

const app = await testApp();
const acme = await makeOrganisation(app);
const folder = mkdtempSync(join(tmpdir(), 'tandem-import-'));
after(() => rmSync(folder, { recursive: true }));

async function tandem(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const written = { out: '', err: '' };
  const code = await run(words, {
    env: { TANDEM_TOKEN: acme.admin.tokens.write, HOME: folder },
    out: (text) => (written.out += text),
    err: (text) => (written.err += text),
    line: async () => '',
    width: 80,
    fetch: (request) => app.server.fetch(request),
  });
  return { code, ...written };
}

function fileOf(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const sheet = fileOf(
  'sheet.csv',
  'Metric;2025-12-29;2026-01-05;2026-01-12\nCalls;310;295;??\nMails;12;13;14\n',
);

test('a dry run lists what would happen and every cell that cannot be read, and changes nothing', async () => {
  const { code, out } = await tandem('import', sheet, '--dry-run');
  assert.equal(code, 0);
  assert.match(out, /0 readings to create.*1 cells that cannot be read/);
  assert.match(out, /Cannot be read\n {2}Row 2, column 4: .*\?\?/);
  assert.match(out, /Not there yet.*\n.*\n +2 {2}Calls {2}calls {2}weekly/);
  assert.deepEqual(await app.as(acme.admin)('kpis.list', {}), []);
});

test('a file is imported with its new KPIs and a progress bar, and twice changes nothing', async () => {
  const first = await tandem('import', sheet, '--accept');
  assert.equal(first.code, 0, first.err);
  assert.match(first.err, /\r█{40} 5 of 5\n$/);
  assert.match(first.out, /KPIs: 2 created.*\nReadings: 5 created, 0 changed, 0 the same/);
  const again = await tandem('import', sheet, '--json');
  assert.deepEqual(JSON.parse(again.out).readings, { created: 0, changed: 0, same: 5 });
});

test('readings that differ need a reason', async () => {
  const changed = fileOf('changed.csv', 'kpi,period,value\ncalls,2026-W01,311\n');
  const without = await tandem('import', changed);
  assert.equal(without.code, 2);
  assert.match(without.out, /Changes\n.*\nRow 2, column 3 {2}Calls {2}2026-W01 {2}310 +311/);
  assert.match(without.err, /--reason/);
  const { code } = await tandem('import', changed, '--reason', 'recounted');
  assert.equal(code, 0);
});

test('a sheet of a workbook is imported, and its bad cells are named as they are called there', async () => {
  const rows = [
    ['Metric', dateCell('2026-01-05'), dateCell('2026-01-12')],
    ['Calls', '#N/A', 301],
  ];
  const book = fileOf(
    'book.xlsx',
    await makeWorkbook([
      { name: 'Cover', rows: [['x']] },
      { name: 'KPIs', rows },
    ]),
  );
  const { code, out, err } = await tandem('import', book, '--sheet', 'KPIs');
  assert.equal(code, 0, err);
  assert.match(
    out,
    /A file of sheet: 2 rows, Excel workbook, sheet 'KPIs'\.\nOnly the sheet 'KPIs' was read, not 'Cover'/,
  );
  assert.match(out, /Cannot be read\n {2}Sheet 'KPIs', B2: "#N\/A" is an error of the spreadsheet/);
  assert.match(out, /Readings: 1 created/);
  const plain = await tandem('imports', 'preview', '--content-file', book, '--sheet', 'KPIs', '--json');
  const seen = JSON.parse(plain.out);
  assert.deepEqual(
    [seen.file.sheet, seen.counts.same, seen.unreadable[0].at],
    ['KPIs', 1, "Sheet 'KPIs', B2"],
  );
  const none = await tandem('import', book, '--sheet', 'Kpi');
  assert.match(none.err, /^invalid: There is no sheet 'Kpi' in this workbook, but 'Cover', 'KPIs'\./);
});

test('what is no file, no flag and no table is told in a line', async () => {
  assert.match((await tandem('import')).err, /Say which file/);
  assert.match((await tandem('import', join(folder, 'none.csv'))).err, /cannot be read \(ENOENT\)/);
  assert.match((await tandem('import', sheet, '--fast')).err, /--fast/);
  const broken = await tandem('import', fileOf('broken.csv', 'kpi,period,value\ncalls,"2026-W02,3\n'));
  assert.equal(broken.code, 1);
  assert.match(broken.err, /invalid: Line 2 is broken/);
});
