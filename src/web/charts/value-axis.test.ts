import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { valueAxis } from './value-axis.ts';

const box = { top: 10, bottom: 220 };
const percent = { unit: { kind: 'percent' }, decimals: 1 } as const;
const minutes = { unit: { kind: 'duration', unit: 'minutes' }, decimals: 0 } as const;

test('ticks are few, round and show no more decimals than they need', () => {
  const { ticks } = valueAxis([70, 95], [], box, percent);
  assert.deepEqual(
    ticks.map(({ text }) => text),
    ['70%', '75%', '80%', '85%', '90%', '95%'],
  );
});

test('minutes tick at whole hours, not at hundreds', () => {
  const { ticks } = valueAxis([130, 290], [], box, minutes);
  assert.deepEqual(
    ticks.map(({ text }) => text),
    ['3h 00m', '4h 00m'],
  );
});

test('a scale with named steps ticks at its steps, and says their names', () => {
  const steps = ['unsafe', 'poor', 'fair', 'good', 'safe'];
  const words = { unit: { kind: 'scale', from: 1, to: 5, steps }, decimals: 1 } as const;
  const texts = (values: number[], height = box) =>
    valueAxis(values, [], height, words).ticks.map(({ text }) => text);
  assert.deepEqual(texts([1.4, 4.2]), ['2 (poor)', '3 (fair)', '4 (good)']);
  assert.deepEqual(texts([3, 3.4]), ['3 (fair)']);
  assert.deepEqual(texts([1, 5], { top: 10, bottom: 120 }), ['1 (unsafe)', '3 (fair)', '5 (safe)']);
});

test('a target near by is in sight, one far away is not', () => {
  assert.ok(valueAxis([10, 20], [30], box, percent).most >= 30);
  assert.ok(valueAxis([10, 20], [90], box, percent).most < 90);
});

test('whatever the values, they lie inside and order is kept', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 40 }), (values) => {
      const { y, least, most } = valueAxis(values, [], box, percent);
      assert.ok(least < most);
      const sorted = values.toSorted((a, b) => a - b).map(y);
      for (const [index, height] of sorted.entries()) {
        assert.ok(height >= box.top - 0.1 && height <= box.bottom + 0.1);
        assert.ok(index === 0 || height <= sorted[index - 1]!);
      }
    }),
  );
});

test('a lone value of whole numbers has no two ticks of one text', () => {
  const { ticks } = valueAxis([12], [], { top: 0, bottom: 300 }, { unit: { kind: 'number' }, decimals: 0 });
  const texts = ticks.map(({ text }) => text);
  assert.deepEqual(texts, [...new Set(texts)]);
  assert.ok(texts.includes('12'));
});
