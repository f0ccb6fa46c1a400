import assert from 'node:assert/strict';
import { test } from 'node:test';
import { january } from '#domain/time/period.ts';
import { readingKey } from './compare.ts';
import { readContent } from './preview.ts';
import { cut, kpis, previewOf, readingsOf, scorecard, values } from './preview-examples.ts';

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
  const found = readingsOf(scorecard, stored);
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
  for (const text of [scorecard, tidy]) {
    const first = readingsOf(text);
    const stored = new Map(first.create.map((entry) => [readingKey(entry.kpi, entry.period), entry]));
    const second = readingsOf(text, stored);
    assert.deepEqual(
      [second.counts.create, second.counts.change, second.counts.same],
      [0, 0, first.create.length],
    );
  }
});
