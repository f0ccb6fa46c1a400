import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readable } from './table.ts';

test('rows become an aligned table: numbers to the right, empty columns left out', () => {
  const rows = [
    { key: 'churn', value: 3.25, owner: null, labels: ['sales', 'eu'], partial: false },
    { key: 'calls', value: 120, owner: null, labels: [], partial: true },
  ];
  assert.equal(
    readable(rows),
    [
      'key    value  labels     partial',
      'churn   3.25  sales, eu  no',
      'calls    120             yes',
      '',
    ].join('\n'),
  );
});

test('a thing becomes its fields, with the lists inside it as tables', () => {
  const thing = {
    name: 'Churn',
    desiredBy: null,
    unit: { kind: 'percent' },
    children: [{ id: 1, key: 'a' }],
  };
  assert.equal(
    readable(thing),
    [
      'name        Churn',
      'desired by',
      'unit        {"kind":"percent"}',
      '',
      'children',
      '  id  key',
      '   1  a',
      '',
    ].join('\n'),
  );
});

test('an empty list says so, and a write without an answer is done', () => {
  assert.equal(readable([]), 'None.\n');
  assert.equal(readable({ done: true }), 'Done.\n');
});

test('numbers in a row are drawn, gaps left open', () => {
  assert.match(readable([{ sparkline: [0, null, 7, 3] }]), /▁ █▄/);
});

test('what a person wrote cannot steer the terminal', () => {
  const text = readable([{ name: '\u001b[2Jgone\r\nnext\u009b31m' }]);
  assert.doesNotMatch(text.replaceAll('\n', ''), /\p{Cc}/u);
});
