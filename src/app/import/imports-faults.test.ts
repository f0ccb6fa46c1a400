import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { refusedAs } from '../../../test/refused-as.ts';

const app = await testApp();
const acme = await makeOrganisation(app);
const call = app.as(acme.admin);

describe('a file that cannot be imported', () => {
  const base64 = (bytes: number[]) => ({
    content: Buffer.from(bytes).toString('base64'),
    encoding: 'base64' as const,
  });
  const cases: [string, { content: string; encoding?: 'base64' }, string, RegExp][] = [
    ['empty', { content: '' }, 'invalid', /empty/],
    ['blank', { content: ' ,\n,\n' }, 'invalid', /empty/],
    ['without headings', { content: 'a,b\n1,2\n' }, 'invalid', /No headings/],
    ['a broken workbook', base64([0x50, 0x4b, 3, 4, 0, 0]), 'invalid', /damaged or cut off/],
    ['binary', base64([0x6b, 0, 1, 2]), 'invalid', /binary/],
    ['no base64', { content: 'k€i', encoding: 'base64' }, 'invalid', /not base64/],
    [
      'a broken line',
      { content: 'kpi,period,value\ncsat,"2026-W07,4\ncsat,2026-W08,4' },
      'invalid',
      /Line 2 is broken.*never closed/,
    ],
    ['13 MB', { content: `kpi,period,value\n${'x'.repeat(13 * 2 ** 20)}` }, 'too_large', /12 MB/],
    ['13 MB of base64', { ...base64([]), content: 'a'.repeat(18 * 2 ** 20) }, 'too_large', /12 MB/],
    [
      'far too wide',
      { content: `${'x,'.repeat(60_000)}\n${'1\n'.repeat(100)}` },
      'too_large',
      /5000000 cells/,
    ],
  ];
  for (const [name, file, code, words] of cases)
    it(`is refused when it is ${name}`, async () => {
      await assert.rejects(call('imports.preview', file), refusedAs(code, words));
      await assert.rejects(call('imports.apply', file), refusedAs(code, words));
    });

  it('in another encoding is read, and that is said', async () => {
    const bytes = [...Buffer.from('kpi,period,value\ncalls,2026-W08,7 '), 0x80, 0x0a];
    const seen = await call('imports.preview', base64(bytes));
    assert.equal(seen.file.encoding, 'Windows-1252');
    assert.match(seen.file.notes[0] ?? '', /not valid UTF-8/);
  });

  it('with a broken quotation mark in each of 200,000 lines is refused at once', async () => {
    const content = `kpi,period,value\n${'a,"x"y,1\n'.repeat(200_000)}`;
    const started = performance.now();
    await assert.rejects(call('imports.preview', { content }), refusedAs('invalid', /Line 2 is broken/));
    assert.ok(performance.now() - started < 5_000);
  });
});
