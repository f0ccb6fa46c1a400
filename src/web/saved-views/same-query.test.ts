import assert from 'node:assert/strict';
import test from 'node:test';
import { isSameQuery } from './same-query.ts';

for (const [a, b, same] of [
  ['', '', true],
  ['status=breach&group=team', 'group=team&status=breach', true],
  ['?q=two%20words', 'q=two+words', true],
  ['status=breach', 'status=warning', false],
  ['status=breach', 'status=breach&q=x', false],
] as const)
  test(`"${a}" and "${b}" are ${same ? 'one view' : 'two views'}`, () => {
    assert.equal(isSameQuery(a, b), same);
  });
