import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readingKey, type StoredReadings } from '#domain/import/compare.ts';
import type { Corrections, KnownKpi } from '#domain/import/entry.ts';
import { type KnownDefinition, type Preview, preview, readContent } from '#domain/import/preview.ts';
import { january, startOf } from '#domain/time/period.ts';
import { readTable } from './table-file.ts';

const folder = new URL('../../../../shared/data/company/', import.meta.url);
const skip = existsSync(folder) ? false : 'needs the company files of ../shared, which are not here';

function previewOf(
  name: string,
  kpis: readonly KnownDefinition[],
  stored: StoredReadings,
  corrections?: Corrections,
): Preview {
  const table = readTable(readFileSync(new URL(name, folder)));
  assert.deepEqual(table.faults, []);
  const content = readContent(table.cells, { kpis, today: '2026-11-22', calendar: january, corrections });
  assert.ok(!('fault' in content), JSON.stringify(content));
  return preview(content, kpis, stored);
}

function defined(): KnownDefinition[] {
  const found = previewOf('company-kpis.csv', [], new Map());
  assert.ok(found.kind === 'definitions');
  return found.create.map(({ key, fields }) => ({ ...fields, key }) as KnownKpi);
}

function applied(found: Preview, onto: StoredReadings): StoredReadings {
  assert.ok(found.kind !== 'definitions');
  const entries = [...found.create, ...found.change];
  return new Map([...onto, ...entries.map((entry) => [readingKey(entry.kpi, entry.period), entry] as const)]);
}

test('the definitions of the company are read whole, and importing them twice changes nothing', {
  skip,
}, () => {
  const found = previewOf('company-kpis.csv', [], new Map());
  assert.deepEqual(found.counts, { create: 24, change: 0, same: 0, unreadable: 0, skip: 0 });
  const kpis = defined();
  const byKey = new Map(kpis.map((kpi) => [kpi.key, kpi]));
  assert.deepEqual(byKey.get('csat'), {
    key: 'csat',
    name: 'Customer satisfaction',
    unit: { kind: 'scale', from: 1, to: 5 },
    direction: 'higher',
    cadence: 'weekly',
    addsUp: 'mean',
    floor: 4.2,
    desired: 4.7,
    desiredBy: '2026-12-31',
  });
  assert.deepEqual(
    ['first-response', 'mrr', 'nps', 'calls', 'cash', 'ltv-cac', 'churn'].map((key) => byKey.get(key)?.unit),
    [
      { kind: 'duration', unit: 'minutes' },
      { kind: 'currency', code: 'EUR' },
      { kind: 'number', symbol: 'points' },
      { kind: 'number' },
      { kind: 'duration', unit: 'months' },
      { kind: 'number' },
      { kind: 'percent' },
    ],
  );
  assert.deepEqual(previewOf('company-kpis.csv', kpis, new Map()).counts, {
    create: 0,
    change: 0,
    same: 24,
    unreadable: 0,
    skip: 0,
  });
});

test('the tidy readings are read whole, and importing them twice changes nothing', { skip }, () => {
  const kpis = defined();
  const found = previewOf('company-readings.csv', kpis, new Map());
  assert.deepEqual(found.counts, { create: 1697, change: 0, same: 0, unreadable: 0, skip: 0 });
  const again = previewOf('company-readings.csv', kpis, applied(found, new Map()));
  assert.deepEqual(again.counts, { create: 0, change: 0, same: 1697, unreadable: 0, skip: 0 });
});

test('the cells of the scorecard that cannot be read are exactly the known ones', { skip }, () => {
  const known = JSON.parse(
    readFileSync(new URL('company-sheet-unreadable.json', folder), 'utf8'),
  ) as string[][];
  for (const kpis of [defined(), []]) {
    const found = previewOf('company-sheet.csv', kpis, new Map());
    assert.ok(found.kind === 'sheet');
    const named = found.unreadable.map((cell) => [
      cell.label,
      cell.heading?.split('/').reverse().join('-'),
      cell.text,
    ]);
    assert.deepEqual(named.sort(), known.sort());
    assert.deepEqual(found.guesses, []);
  }
});

test('the scorecard says what the tidy readings say, to the places that it shows', { skip }, () => {
  const kpis = defined();
  const stored = applied(previewOf('company-readings.csv', kpis, new Map()), new Map());
  const found = previewOf('company-sheet.csv', kpis, stored);
  assert.ok(found.kind === 'sheet');
  // Twelve rows of 26 weeks, four cells of them unreadable.
  assert.deepEqual(
    { ...found.counts, skip: 0 },
    { create: 0, change: 0, same: 12 * 26 - 4, unreadable: 4, skip: 0 },
  );
  assert.ok(found.same.every((entry) => startOf(entry.period) >= '2026-05-18'));
  const fresh = previewOf('company-sheet.csv', kpis, new Map());
  assert.equal(fresh.counts.create, 12 * 26 - 4);
  assert.equal(previewOf('company-sheet.csv', kpis, applied(fresh, new Map())).counts.same, 12 * 26 - 4);
});

test('without definitions the scorecard proposes them', { skip }, () => {
  const found = previewOf('company-sheet.csv', [], new Map());
  assert.ok(found.kind === 'sheet');
  assert.equal(found.proposals.length, 12);
  const [satisfaction, response, resolved] = found.proposals;
  assert.deepEqual(satisfaction, {
    row: 4,
    column: 1,
    name: 'Customer satisfaction',
    key: 'customer-satisfaction',
    cadence: 'weekly',
    unit: { kind: 'number' },
    decimals: 2,
    owner: 'Dee',
    desired: '4.7',
  });
  assert.deepEqual(response?.unit, { kind: 'duration', unit: 'minutes' });
  assert.deepEqual(resolved?.unit, { kind: 'percent' });
});
