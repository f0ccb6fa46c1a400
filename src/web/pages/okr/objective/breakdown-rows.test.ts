import assert from 'node:assert/strict';
import test from 'node:test';
import { breakdownRows } from './breakdown-rows.ts';

const input = (id: string, progress: number | null, weight: number, share: number | null) => ({
  ...{ kind: 'key result' as const, id, title: id, progress, weight, share },
  counted: Math.min(1, Math.max(0, progress ?? 0)),
});

test('each part adds its share of what it counts as, and together they are the number', () => {
  const { rows, sum } = breakdownRows({
    inputs: [input('a', 0.4, 2, 0.5), input('b', -0.2, 1, 0.25), input('c', 1.3, 1, 0.25)],
  });
  assert.deepEqual(
    rows.map(({ progress, counts, share, adds }) => [progress, counts, share, adds]),
    [
      ['40%', undefined, '50.0%', '20.0%'],
      ['−20%', '0%', '25.0%', '0.0%'],
      ['130%', '100%', '25.0%', '25.0%'],
    ],
  );
  assert.equal(sum, '45.0%');
});

test('a key result without progress counts as nothing, and is told so', () => {
  const { rows } = breakdownRows({ inputs: [input('a', null, 1, 1)] });
  assert.deepEqual([rows[0]!.progress, rows[0]!.counts], ['–', '0%']);
});

test('beside parts that are not seen nothing is added up', () => {
  const { rows, sum } = breakdownRows({ inputs: [input('a', 0.4, 2, null)] });
  assert.deepEqual([rows[0]!.share, rows[0]!.adds, sum], [null, null, null]);
  assert.equal(breakdownRows({ inputs: [] }).sum, null);
});
