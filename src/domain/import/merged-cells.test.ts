import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellAddress, columnLetters } from './address.ts';
import { filledDown, isYearAbove, underMergedYears } from './merged-cells.ts';

test('columns have the letters of a spreadsheet, and cells their address', () => {
  const letters = [1, 2, 26, 27, 52, 53, 702, 703, 16_384].map(columnLetters);
  assert.deepEqual(letters, ['A', 'B', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'XFD']);
  assert.equal(cellAddress(7, 2), 'B7');
});

test('headings below a merged year get it, but for those that say their own and those that are no periods', () => {
  const cells = [
    ['', 'FY 2025', '', '', '', 'Plan', '', '2026'],
    ['Metric', 'Nov', 'W51', '31 Dec 2024', 'Total', 'Jan', 'Feb', 'Jan'],
    ['Calls', '1', '2', '3', '6', '4', '5', '8'],
  ];
  const merges = [
    { top: 0, left: 1, bottom: 0, right: 4 },
    { top: 0, left: 5, bottom: 0, right: 6 },
  ];
  assert.deepEqual(underMergedYears(cells, merges)[1], [
    ...['Metric', 'Nov 2025', 'W51 2025', '31 Dec 2024', 'Total', 'Jan', 'Feb', 'Jan 2026'],
  ]);
  assert.deepEqual(
    merges.map((merge) => isYearAbove(cells, merge)),
    [true, false],
  );
  assert.equal(underMergedYears(cells, []), cells);
});

test('a merged name or period of a tidy list stands in each of its rows, a merged value only in its first', () => {
  const cells = [
    ['KPI', 'Period', 'Value'],
    ['Calls', '2026-01', '5'],
    ['', '2026-02'],
    [],
    ['Mails', '2026-01', '7'],
  ];
  const merges = [
    { top: 1, left: 0, bottom: 3, right: 0 },
    { top: 2, left: 1, bottom: 9, right: 1 },
    { top: 1, left: 2, bottom: 2, right: 2 },
  ];
  assert.deepEqual(filledDown(cells, merges, { kpi: 0, period: 1, value: 2 }), [
    ['KPI', 'Period', 'Value'],
    ['Calls', '2026-01', '5'],
    ['Calls', '2026-02'],
    ['Calls', '2026-02'],
    ['Mails', '2026-01', '7'],
  ]);
});
