import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { grouped, nextSort, readSort, sorted } from './sorting.ts';

test('a head is clicked up, down and back to the own order', () => {
  assert.deepEqual(
    [nextSort('', 'name'), nextSort('name', 'name'), nextSort('-name', 'name')],
    ['name', '-name', ''],
  );
  assert.equal(nextSort('-value', 'name'), 'name');
  assert.deepEqual(readSort('-name'), { key: 'name', isDescending: true });
});

test('numbers inside of words are counted: Team 2 before Team 10', () => {
  assert.deepEqual(
    sorted(['Team 10', 'team 2'], (row) => row, false),
    ['team 2', 'Team 10'],
  );
});

test('rows without a value come last in both ways', () => {
  const rows = [null, 2, null, 1];
  assert.deepEqual(
    sorted(rows, (row) => row, false),
    [1, 2, null, null],
  );
  assert.deepEqual(
    sorted(rows, (row) => row, true),
    [2, 1, null, null],
  );
});

test('equal rows keep their order whichever way', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 })), fc.boolean(), (values, isDescending) => {
      const rows = values.map((value, at) => ({ value, at }));
      const result = sorted(rows, (row) => row.value, isDescending);
      assert.equal(result.length, rows.length);
      for (const [index, row] of result.entries()) {
        const before = result[index - 1];
        if (before?.value === row.value) assert.ok(before.at < row.at);
      }
    }),
  );
});

test('groups keep the order of their first rows and rows are numbered through', () => {
  assert.deepEqual(
    grouped(['b1', 'a1', 'b2'], (row) => row[0]!),
    [
      { kind: 'group', name: 'b', count: 2 },
      { kind: 'row', row: 'b1', at: 0 },
      { kind: 'row', row: 'b2', at: 1 },
      { kind: 'group', name: 'a', count: 1 },
      { kind: 'row', row: 'a1', at: 2 },
    ],
  );
});
