import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import Papa from 'papaparse';
import { type Cell, csv } from './csv.ts';

const one = (cell: Cell) =>
  csv([{ head: 'a', cell: (each: Cell) => each }], [cell]).slice('\uFEFFa\r\n'.length);

test('a CSV has a mark for Excel, a head, and lines that end as the standard says', () => {
  const columns = [
    { head: 'name', cell: ({ name }: { name: string; value: number | null }) => name },
    { head: 'value', cell: ({ value }: { name: string; value: number | null }) => value },
  ];
  assert.equal(
    csv(columns, [
      { name: 'Churn, "net"', value: 3.25 },
      { name: 'Zürich', value: null },
    ]),
    '\uFEFFname,value\r\n"Churn, ""net""",3.25\r\nZürich,\r\n',
  );
});

test('numbers stay numbers, negative ones too, and no value is an empty cell', () => {
  assert.deepEqual([-3.5, 1e21, 0.1, 0, null, undefined, Number.NaN, true].map(one), [
    '-3.5\r\n',
    '1e+21\r\n',
    '0.1\r\n',
    '0\r\n',
    '\r\n',
    '\r\n',
    '\r\n',
    'yes\r\n',
  ]);
});

test('a text that would run as a formula is only read', () => {
  for (const text of ['=1+1', '+1', '-1', '@sum(a1)', '\t=1', ' =1', '"=1', "'=1", '＝1'])
    assert.match(one(text), /^"?'/, text);
  assert.equal(one('a=1'), 'a=1\r\n');
  assert.equal(one('2026-01'), '2026-01\r\n');
});

test('whatever the texts, they come back as they were, but for the apostrophe', () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 })), (rows) => {
      const columns = [0, 1].map((at) => ({ head: `h${at}`, cell: (row: string[]) => row[at] }));
      const { data } = Papa.parse<string[]>(csv(columns, rows).slice(1), { newline: '\r\n', delimiter: ',' });
      const back = data.slice(1, -1).map((row) => row.map((text) => text.replace(/^'/, '')));
      assert.deepEqual(
        back,
        rows.map((row) =>
          row.map((text) => text.replace(/^'(?=['"\s]*[=+\-@＝＋－＠])/, '').replace(/^'/, '')),
        ),
      );
    }),
  );
});
