import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPlain } from './pick.ts';

test('Names and paths of names are plain, and whatever could run for ever is not', () => {
  for (const value of ['v', 'a.b.c', '`odd name`.b', '$', '$.a', '"text"', '42', 'a['])
    assert.ok(isPlain({ value }), value);
  const others = [
    'a + b',
    'a[b = 1]',
    '$sum(a)',
    'a.**.b',
    '*',
    'a.$f()',
    '($x := 1; $x)',
    '$x',
    '/a+/',
    'a^(b)',
    'a@$v.b',
    'a#$i.b',
    'a{b: c}',
    'function($x) { $x }',
    '[1..10]',
    '{"a": 1}',
    '-a',
    'a.(b.c)',
  ];
  for (const value of others) assert.ok(!isPlain({ value }), value);
});
