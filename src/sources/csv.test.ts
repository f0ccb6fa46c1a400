import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CsvConfig } from '#domain/connector/config.ts';
import { asked, refusedWith, shortly } from '../../test/ask-source.ts';
import { webServer } from '../../test/web-server.ts';

const config = (url: string, more: Partial<CsvConfig> = {}): CsvConfig => ({
  kind: 'csv',
  url,
  headers: [],
  period: 'Month',
  value: 'Sold',
  ...more,
});

function served(t: { after(f: () => void): void }, body: string | Uint8Array, type = 'text/csv') {
  return webServer(t, (_, response) => response.writeHead(200, { 'content-type': type }).end(body));
}

test('Columns are found by name, and numbers and dates read as an import reads them', async (t) => {
  const { url, seen } = await served(
    t,
    '\nMonth;Who;Sold;Note\n31.01.2026;Ada;1.234,5 €;"first; good"\nFebruary 2026;Bob;12 €;\n2026-03;;;\n',
  );
  const rows = await asked(config(`${url}/a.csv?from={from}`, { note: 'note' }), {
    unit: { kind: 'currency', code: 'EUR' },
  });
  assert.deepEqual(rows, [
    { at: 'row 3', period: '2026-01', value: 1234.5, note: 'first; good' },
    { at: 'row 4', period: '2026-02', value: 12 },
  ]);
  assert.equal(seen[0]?.path, '/a.csv?from=2026-01-01');
});

test('A decimal comma, the order of dates and percent as a fraction can be said', async (t) => {
  const { url } = await served(t, 'Month,Sold\n02/01/2026,"0,125"\n');
  const unit = { kind: 'percent' } as const;
  assert.deepEqual(shortly(await asked(config(url, { decimal: ',', fraction: true }), { unit })), [
    '2026-01 = 12.5',
  ]);
  assert.deepEqual(shortly(await asked(config(url, { decimal: ',', dateOrder: 'month first' }), { unit })), [
    '2026-02 = 0.125',
  ]);
});

test('UTF-16 and Windows-1252 are told apart from UTF-8', async (t) => {
  const text = 'Größe\tSold\n2026-01\t7\n';
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
  for (const bytes of [Buffer.from(text), wide, Buffer.from(text, 'latin1')]) {
    const { url } = await served(t, bytes);
    assert.deepEqual(shortly(await asked(config(url, { period: 'Größe' }))), ['2026-01 = 7']);
  }
});

test('A cell that is no number is a fault of its row, by the number that a spreadsheet shows', async (t) => {
  const { url } = await served(t, 'Month,Sold\n2026-01,5\n2026-02,many\n2026-13,6\n');
  assert.deepEqual(shortly(await asked(config(url))), [
    '2026-01 = 5',
    'row 3: "many" is not a number.',
    'row 4: "2026-13" is not in the calendar.',
  ]);
});

test('What is no CSV, has no such column, or is empty is refused with what was found', async (t) => {
  const page = await served(t, '<!doctype html><title>Sign in</title>', 'text/html; charset=utf-8');
  await refusedWith(/answers with a web page and not with a CSV/, config(page.url));
  const sheet = await served(t, Buffer.from('PK\x03\x04abc', 'latin1'), 'application/octet-stream');
  await refusedWith(/a file that is no text/, config(sheet.url));
  const other = await served(t, 'When,How many\n2026-01,5\n');
  await refusedWith(/no column called "Month": it has When, How many/, config(other.url));
  const empty = await served(t, '\n\n');
  await refusedWith(/is empty/, config(empty.url));
  const broken = await served(t, 'Month,Sold\n"2026-01,5\n');
  await refusedWith(/Line 2 of the CSV is broken/, config(broken.url));
  const long = await served(t, `Month,Sold\n${'2026-01,5\n'.repeat(60)}`);
  await refusedWith(/has 60 rows: at most 50/, config(long.url), { limits: { rows: 50 } });
});
