import assert from 'node:assert/strict';
import { test } from 'node:test';
import { january } from '#domain/time/period.ts';
import { readingKey, type StoredReadings } from './compare.ts';
import type { Cells, Corrections } from './entry.ts';
import { type KnownDefinition, type Preview, preview, readContent } from './preview.ts';

const kpis: KnownDefinition[] = [
  {
    key: 'csat',
    name: 'Customer satisfaction',
    unit: { kind: 'scale', from: 1, to: 5 },
    cadence: 'weekly',
    addsUp: 'mean',
    direction: 'higher',
  },
  {
    key: 'first-response',
    name: 'First response time',
    unit: { kind: 'duration', unit: 'minutes' },
    cadence: 'weekly',
    addsUp: 'mean',
  },
  { key: 'calls', name: 'Sales calls', unit: { kind: 'number' }, cadence: 'weekly', addsUp: 'sum' },
  {
    key: 'on-time',
    name: 'Delivered on time',
    unit: { kind: 'percent' },
    cadence: 'monthly',
    addsUp: 'ratio',
  },
  {
    key: 'mrr',
    name: 'Monthly revenue',
    unit: { kind: 'currency', code: 'EUR' },
    cadence: 'monthly',
    addsUp: 'last',
  },
  {
    key: 'england',
    name: 'England',
    unit: { kind: 'percent' },
    cadence: 'monthly',
    addsUp: 'ratio',
    computed: true,
  },
];

function cut(text: string): string[][] {
  return text.split('\n').map((line) => line.split(';').map((cell) => cell.trim()));
}

function previewOf(
  cells: Cells,
  stored: StoredReadings = new Map(),
  corrections?: Corrections,
  known = kpis,
): Preview {
  const content = readContent(cells, { kpis: known, today: '2026-06-10', calendar: january, corrections });
  assert.ok(!('fault' in content), JSON.stringify(content));
  return preview(content, known, stored);
}

function readingsOf(text: string, stored?: StoredReadings, corrections?: Corrections) {
  const found = previewOf(cut(text), stored, corrections);
  assert.ok(found.kind !== 'definitions');
  return found;
}

function values(found: ReturnType<typeof readingsOf>): string[] {
  return found.create.map((entry) => `${entry.kpi} ${entry.period} ${entry.value}`);
}

const sheet = `Scorecard; week by week

Metric;Owner;18/05/2026;25/05/2026;01/06/2026
customer SATISFACTION;Dee;4,36;4.4;n/a
First-response time;;4h 12m;3h 05m;250
Sales calls;Ana;1 234;;320;late`;

test('a scorecard is read below its title, whatever its rows are called and however they are written', () => {
  const found = readingsOf(sheet);
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

const tidy = `kpi;period;value;numerator;denominator;entered by
csat;2026-W21;4.36;;;Dee
on-time;2026-05-01;75;3;4;
on-time;2026-04;;1;2;
on-time;2026-03;80;3;4;
on-time;2026-02;;0;0;
calls;2026-05;3;;;
calls;2026-W01;;;;
england;2026-05;95;;;
unheard;2026-W21;12%;;;
calls;2026-W02;NaN;;;
calls;2026-W03;1e400;;;
calls;2026-W26;7;;;`;

test('tidy lines are read with their sums, and each bad cell is named', () => {
  const found = readingsOf(tidy);
  assert.equal(found.kind, 'readings');
  assert.deepEqual(values(found), ['csat 2026-W21 4.36', 'on-time 2026-05 75', 'on-time 2026-04 50']);
  assert.deepEqual(found.create[1]?.numerator, 3);
  assert.deepEqual(
    found.unreadable.map(({ row, column, why }) => [row, column, why]),
    [
      [5, 3, '80 is not 3 of 4, which is 75'],
      [6, 5, '0 of 0 has no value'],
      [7, 2, '"2026-05" does not fit: calls is weekly; write 2026-W24'],
      [9, 1, 'england is computed and takes no readings'],
      [11, 3, '"NaN" is not a number that can be stored'],
      [12, 3, '"1e400" is too large to be stored'],
      [13, 2, '2026-W26 has not begun yet'],
    ],
  );
  assert.deepEqual(found.proposals, [
    {
      row: 10,
      column: 1,
      name: 'unheard',
      key: 'unheard',
      cadence: 'weekly',
      unit: { kind: 'percent' },
      decimals: 0,
    },
  ]);
  assert.ok(found.skip.some((skip) => skip.why === 'there is no KPI called "unheard"'));
});

test('two values for one KPI and period are both refused, each naming the other', () => {
  const found = readingsOf('kpi;period;value\ncalls;2026-W21;3\ncsat;2026-W21;4\nSales Calls;18/05/2026;3');
  assert.deepEqual(values(found), ['csat 2026-W21 4']);
  assert.deepEqual(
    found.unreadable.map(({ row, column, why }) => [row, column, why]),
    [
      [2, 3, 'calls has more than one value for 2026-W21: in row 2 and row 4'],
      [4, 3, 'calls has more than one value for 2026-W21: in row 4 and row 2'],
    ],
  );
});

test('what is stored already is the same, and a sheet does not round it away', () => {
  const stored = new Map([
    [readingKey('csat', '2026-W21'), { value: 4.3612 }],
    [readingKey('csat', '2026-W22'), { value: 4.36 }],
    [readingKey('calls', '2026-W21'), { value: 1234 }],
    [readingKey('calls', '2026-W23'), { value: null }],
  ]);
  const found = readingsOf(sheet, stored);
  assert.deepEqual(
    found.same.map((entry) => `${entry.kpi} ${entry.period}`),
    ['csat 2026-W21', 'calls 2026-W21'],
  );
  assert.deepEqual(
    found.change.map((entry) => [entry.period, entry.value, entry.before.value]),
    [
      ['2026-W22', 4.4, 4.36],
      ['2026-W23', 320, null],
    ],
  );
  const exact = readingsOf('kpi;period;value\ncsat;2026-W21;4.36', stored);
  assert.equal(exact.counts.change, 1);
});

const definitions = `key;name;unit;direction;cadence;adds_up;floor;ceiling;desired;by
csat;Customer satisfaction;scale 1-5;up;weekly;mean;4,2;;4,7;31.12.2026
churn;Churn;%;lower is better;month;ratio;;3%;1.5;Dec 2026
wait;Waiting;fortnights?;lower;weekly;mean;;3;;
calls;;count;higher;daily;sum;;;;
twice;A;%;higher;weekly;mean;;;;
twice;B;%;higher;weekly;mean;;;;
band;Band;%;within;weekly;mean;9;3;;
bare;Bare;;;weekly;;;;;
Bad Key;X;%;higher;weekly;mean;;;;`;

test('definitions are read, compared, and refused by the cell', () => {
  const found = previewOf(cut(definitions));
  assert.ok(found.kind === 'definitions');
  assert.deepEqual(
    found.create.map((entry) => [entry.key, entry.fields]),
    [
      [
        'churn',
        {
          name: 'Churn',
          unit: { kind: 'percent' },
          direction: 'lower',
          cadence: 'monthly',
          addsUp: 'ratio',
          ceiling: 3,
          desired: 1.5,
          desiredBy: '2026-12-31',
        },
      ],
    ],
  );
  assert.deepEqual(
    found.change.map((entry) => [entry.key, entry.changes.map((change) => change.field).sort()]),
    [['csat', ['desired', 'desiredBy', 'floor']]],
  );
  assert.deepEqual(
    found.unreadable.map(({ row, column }) => [row, column]),
    [
      [4, 3],
      [5, 5],
      [6, 1],
      [7, 1],
      [8, 8],
      [9, 1],
      [10, 1],
    ],
  );
});

test('a table without headings is refused with a sentence', () => {
  for (const text of ['', 'hello', 'a;b\n1;2']) {
    const content = readContent(cut(text), { kpis, today: '2026-06-10', calendar: january });
    assert.ok('fault' in content && content.fault.startsWith('No headings'), text);
  }
});

test('importing twice changes nothing', () => {
  for (const text of [sheet, tidy]) {
    const first = readingsOf(text);
    const stored = new Map(first.create.map((entry) => [readingKey(entry.kpi, entry.period), entry]));
    const second = readingsOf(text, stored);
    assert.deepEqual(
      [second.counts.create, second.counts.change, second.counts.same],
      [0, 0, first.create.length],
    );
  }
});
