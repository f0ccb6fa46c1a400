import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';

const folder = new URL('../../../../shared/data/company/', import.meta.url);
const skip = existsSync(folder) ? false : 'needs the company files of ../shared, which are not here';

function file(name: string) {
  const content = readFileSync(new URL(name, folder)).toString('base64');
  return { name, content, encoding: 'base64' as const };
}

describe('the files of the company', { skip }, async () => {
  if (skip) return;
  const app = await testApp(undefined, { now: '2026-11-22T12:00:00.000Z' });
  const acme = await makeOrganisation(app);
  const call = app.as(acme.admin);

  it('become 24 KPIs with their thresholds, and 1,697 readings', async () => {
    const defined = await call('imports.apply', file('company-kpis.csv'));
    assert.deepEqual(defined.kpis, { created: 24, changed: 0, same: 0 });
    const read = await call('imports.apply', file('company-readings.csv'));
    assert.deepEqual(read.readings, { created: 1697, changed: 0, same: 0 });
    assert.equal(read.unreadable, 0);
  });

  it('change nothing when they are imported again, nor does the scorecard of the same weeks', async () => {
    const kpis = await call('imports.apply', file('company-kpis.csv'));
    assert.deepEqual(kpis.kpis, { created: 0, changed: 0, same: 24 });
    const readings = await call('imports.apply', file('company-readings.csv'));
    assert.deepEqual(readings.readings, { created: 0, changed: 0, same: 1697 });
    const sheet = await call('imports.apply', file('company-sheet.csv'));
    assert.deepEqual(sheet.readings, { created: 0, changed: 0, same: 308 });
    assert.equal(sheet.unreadable, 4);
  });

  it('name exactly the cells of the scorecard that cannot be read', async () => {
    const known = JSON.parse(
      readFileSync(new URL('company-sheet-unreadable.json', folder), 'utf8'),
    ) as string[][];
    const { unreadable } = await call('imports.preview', file('company-sheet.csv'));
    const named = unreadable.map(({ label, heading, text }) => [
      label,
      heading?.split('/').reverse().join('-'),
      text,
    ]);
    assert.deepEqual(named.sort(), known.sort());
    const cells = readFileSync(new URL('company-sheet.csv', folder), 'utf8').split(/\r?\n/);
    for (const { row, column, text } of unreadable)
      assert.equal(cells[row - 1]?.split(';')[column - 1]?.trim(), text);
  });

  it('propose the KPIs of the scorecard to an organisation that has none of them', async () => {
    const other = await makeOrganisation(app, 'other');
    const ask = app.as(other.admin);
    const seen = await ask('imports.preview', file('company-sheet.csv'));
    assert.equal(seen.proposals.length, 12);
    const accept = seen.proposals.map(({ row: _, column: __, ...kpi }) => kpi);
    const done = await ask('imports.apply', { ...file('company-sheet.csv'), accept });
    assert.deepEqual([done.kpis.created, done.readings.created, done.unreadable], [12, 308, 4]);
    const again = await ask('imports.apply', file('company-sheet.csv'));
    assert.deepEqual(again.readings, { created: 0, changed: 0, same: 308 });
  });
});
