import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readingKey, type StoredReadings } from './compare.ts';
import { type Cells, cellAt } from './entry.ts';
import type { Preview } from './preview.ts';
import { previewOf } from './preview-examples.ts';

// Every filled cell below the headings, beside the names, once and only once.
function accounted(found: Preview): string[] {
  const items = [...found.create, ...found.change, ...found.same];
  return [
    ...items.flatMap((item) => item.columns.map((column) => `${item.row}:${column}`)),
    ...found.unreadable.map(({ row, column }) => `${row}:${column}`),
    ...found.skip.flatMap((skip) => skip.cells.map(({ row, column }) => `${row}:${column}`)),
  ].sort();
}

function filledCells(cells: Cells, firstRow: number, firstColumn: number): string[] {
  return cells
    .flatMap((row, index) =>
      [...row.keys()]
        .filter((column) => index >= firstRow && column >= firstColumn && cellAt(cells, index, column) !== '')
        .map((column) => `${index + 1}:${column + 1}`),
    )
    .sort();
}

const anyText = fc.oneof(
  fc.constantFrom('', '', '4.36', '1,234', '95%', '4h 12m', 'n/a', '#REF!', '€12', '1e400', '(3)', 'Dee'),
  fc.double({ noNaN: true }).map(String),
  fc.string({ maxLength: 6 }),
);
const anyName = fc.constantFrom(
  'csat',
  'Sales calls',
  'on-time',
  'first-response',
  'Nobody knows',
  '',
  'england',
  'calls',
);
const anyStored = fc.constantFrom<StoredReadings>(
  new Map(),
  new Map([
    [readingKey('calls', '2026-W21'), { value: 3 }],
    [readingKey('csat', '2026-W22'), { value: 4.36 }],
  ]),
);

test('every filled cell of a scorecard, either way round, is accounted for exactly once', () => {
  const heading = ['Metric', 'Owner', '18/05/2026', '25/05/2026', 'odd', '22/06/2026', '31/02/2026'];
  const rows = fc.array(fc.tuple(anyName, fc.array(anyText, { maxLength: 9 })), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(rows, anyStored, (lines, stored) => {
      const cells = [['Title'], [], heading, ...lines.map(([name, rest]) => [name, ...rest])];
      assert.deepEqual(accounted(previewOf(cells, stored)), filledCells(cells, 3, 1));
      const dates = ['Date', '2026-05-18', '2026-05-25', '2026-06-01', 'odd'];
      const table = [dates, ...lines.map(([name, rest]) => [`${name}`, ...rest.slice(0, 4)])];
      const turned = dates.map((_, column) => table.map((row) => row[column] ?? ''));
      if (lines.some(([name]) => name !== ''))
        assert.deepEqual(accounted(previewOf(turned, stored)), filledCells(turned, 1, 1));
    }),
    { numRuns: 300 },
  );
});

test('every filled cell of a tidy file and of a file of definitions is accounted for exactly once', () => {
  const period = fc.constantFrom(
    '2026-W21',
    '2026-W22',
    '2026-05',
    '18/05/2026',
    'Q1 2026',
    '',
    'soon',
    '2026-W40',
  );
  const line = fc.tuple(anyName, period, anyText, anyText, anyText, anyText).map((cells) => [...cells]);
  const definition = fc
    .tuple(
      anyName,
      anyText,
      fc.constantFrom('%', 'EUR', '??', ''),
      fc.constantFrom('higher', 'sideways', ''),
      fc.constantFrom('weekly', 'often'),
      anyText,
      anyText,
    )
    .map((cells) => [...cells]);
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 8 }),
      fc.array(definition, { maxLength: 8 }),
      anyStored,
      (lines, defined, stored) => {
        const readings = [['kpi', 'period', 'value', 'numerator', 'denominator', 'who'], ...lines];
        assert.deepEqual(accounted(previewOf(readings, stored)), filledCells(readings, 1, 0));
        const kinds = [['key', 'name', 'unit', 'direction', 'cadence', 'floor', 'remark'], ...defined];
        assert.deepEqual(accounted(previewOf(kinds)), filledCells(kinds, 1, 0));
      },
    ),
    { numRuns: 300 },
  );
});
