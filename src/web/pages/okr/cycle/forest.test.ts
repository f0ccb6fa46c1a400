import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forest } from './forest.ts';

type Link = { objective: string; kind: 'contributes to' | 'supports' };
const contributes = (objective: string): Link => ({ objective, kind: 'contributes to' });
const supports = (objective: string): Link => ({ objective, kind: 'supports' });
const made = (id: string, ...parents: Link[]) => ({ id, parents });

function written(rows: ReturnType<typeof forest>): string[] {
  return rows.map(({ objective, depth, relation, isRepeat }) =>
    [`${'.'.repeat(depth)}${objective.id}`, relation === 'supports' && 'supports', isRepeat && 'again']
      .filter(Boolean)
      .join(' '),
  );
}

test('children stand below their parents, contributing ones before supporting ones', () => {
  const rows = forest([
    made('company'),
    made('help', supports('company')),
    made('sales', contributes('company')),
    made('north', contributes('sales')),
  ]);
  assert.deepEqual(written(rows), ['company', '.sales', '..north', '.help supports']);
});

test('an objective with two parents is whole below the one it contributes to and named below the other', () => {
  const rows = forest([
    made('one'),
    made('two'),
    made('both', supports('one'), contributes('two')),
    made('leaf', contributes('both')),
  ]);
  assert.deepEqual(written(rows), ['one', '.both supports again', 'two', '.both', '..leaf']);
});

test('an objective whose parents are not in the list is a root', () => {
  assert.deepEqual(written(forest([made('alone', contributes('elsewhere'))])), ['alone']);
});

test('what is folded hides everything below it and still says that there is something', () => {
  const rows = forest([made('top'), made('leaf', contributes('top'))], new Set(['top']));
  assert.deepEqual(written(rows), ['top']);
  assert.equal(rows[0]?.hasChildren, true);
});
