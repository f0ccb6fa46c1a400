import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readingsOf, scorecard, values } from './preview-examples.ts';

test('a scorecard is read below its title, whatever its rows are called and however they are written', () => {
  const found = readingsOf(scorecard);
  assert.equal(found.kind, 'sheet');
  assert.deepEqual(values(found), [
    'csat 2026-W21 4.36',
    'csat 2026-W22 4.4',
    'first-response 2026-W21 252',
    'first-response 2026-W22 185',
    'first-response 2026-W23 250',
    'calls 2026-W21 1234',
    'calls 2026-W23 320',
  ]);
  assert.deepEqual(found.unreadable, [
    {
      row: 4,
      column: 5,
      label: 'customer SATISFACTION',
      heading: '01/06/2026',
      kpi: 'csat',
      period: '2026-W23',
      text: 'n/a',
      why: '"n/a" says that there is no value; leave the cell empty',
    },
  ]);
  assert.deepEqual(
    found.skip.map((skip) => [skip.why, skip.cells.length]),
    [
      ['"Owner" is not a period', 2],
      ['column 6 has no heading', 1],
    ],
  );
});

test('the same scorecard turned round says the same', () => {
  const turned = `Date;csat;calls;mrr
18/05/2026;4.36;300;
25/05/2026;4.4;#REF!;
Total;;600;`;
  const found = readingsOf(turned);
  assert.equal(found.kind, 'sheet, KPIs in columns');
  assert.deepEqual(values(found), ['csat 2026-W21 4.36', 'csat 2026-W22 4.4', 'calls 2026-W21 300']);
  assert.deepEqual(
    found.unreadable.map(({ row, column }) => [row, column]),
    [[3, 3]],
  );
  assert.deepEqual(found.skip, [{ why: '"Total" is not a period', cells: [{ row: 4, column: 3 }] }]);
});

test('the periods may stand to the right of the values', () => {
  const found = readingsOf('csat;calls;Date\n4.36;300;18/05/2026\n4.4;310;25/05/2026');
  assert.deepEqual(values(found), [
    'csat 2026-W21 4.36',
    'csat 2026-W22 4.4',
    'calls 2026-W21 300',
    'calls 2026-W22 310',
  ]);
});

test('months, weeks and quarters head columns too, and a period of another cadence is refused', () => {
  assert.deepEqual(values(readingsOf('KPI;Apr 2026;2026-05\non-time;95%;96,5 %\nmrr;€12.3k;12 400 €')), [
    'on-time 2026-04 95',
    'on-time 2026-05 96.5',
    'mrr 2026-04 12300',
    'mrr 2026-05 12400',
  ]);
  assert.deepEqual(values(readingsOf('KPI;W21 2026;W22 2026\ncalls;3;(4)')), [
    'calls 2026-W21 3',
    'calls 2026-W22 -4',
  ]);
  const found = readingsOf('KPI;Q1 2026;Q2 2026\ncalls;3;4');
  assert.deepEqual(
    found.unreadable.map((cell) => cell.why),
    [
      'calls is weekly, and "Q1 2026" is not one period of it',
      'calls is weekly, and "Q2 2026" is not one period of it',
    ],
  );
});

test('a heading without a year takes that of the title, and says so', () => {
  const found = readingsOf('Scorecard 2026;;\nKPI;W21;W22\ncalls;3;4');
  assert.deepEqual(values(found), ['calls 2026-W21 3', 'calls 2026-W22 4']);
  assert.deepEqual(found.guesses, [
    { about: 'year', guess: 2026, alternatives: [2025, 2027], example: 'W21' },
  ]);
  const earlier = readingsOf('Scorecard 2026;;\nKPI;W21;W22\ncalls;3;4', undefined, { year: 2025 });
  assert.deepEqual(values(earlier), ['calls 2025-W21 3', 'calls 2025-W22 4']);
});

test('guesses are told, and a correction of them is obeyed', () => {
  const text = 'KPI;04/05/2026;01/06/2026\nmrr;1,234;987';
  const found = readingsOf(text);
  assert.deepEqual(found.guesses, [
    { about: 'dates', guess: 'day first', alternatives: ['month first'], example: '04/05/2026' },
    { row: 2, label: 'mrr', about: 'decimal', guess: '.', alternatives: [','], example: '1,234' },
  ]);
  assert.deepEqual(values(found), ['mrr 2026-05 1234', 'mrr 2026-06 987']);
  const corrected = readingsOf(text, undefined, { order: 'month first', rows: { 2: { decimal: ',' } } });
  assert.deepEqual(values(corrected), ['mrr 2026-04 1.234', 'mrr 2026-01 987']);
  assert.deepEqual(corrected.guesses, []);
});

test('a period that has not begun is refused, and the running one is not', () => {
  const found = readingsOf('KPI;08/06/2026;15/06/2026\ncalls;3;4');
  assert.deepEqual(values(found), ['calls 2026-W24 3']);
  assert.deepEqual(
    found.unreadable.map((cell) => cell.why),
    ['2026-W25 has not begun yet'],
  );
});
