import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { brierScore, confidenceFault, odds } from './confidence.ts';

test('Confidence is the odds in tenths', () => {
  assert.deepEqual([0, 3, 10].map(odds), [0, 0.3, 1]);
  assert.equal(confidenceFault(10), undefined);
  assert.match(confidenceFault(-1) ?? '', /from 0 \(no chance\) to 10 \(certain\)/);
});

test('A prophet has a Brier score of 0, who always says 5 has 0.25, who is certain and wrong has 1', () => {
  assert.equal(
    brierScore([
      { confidence: 10, reached: true },
      { confidence: 0, reached: false },
    ]),
    0,
  );
  assert.equal(
    brierScore([
      { confidence: 5, reached: true },
      { confidence: 5, reached: false },
    ]),
    0.25,
  );
  assert.equal(brierScore([{ confidence: 10, reached: false }]), 1);
  assert.ok(
    Math.abs(
      brierScore([
        { confidence: 8, reached: true },
        { confidence: 6, reached: false },
      ])! - 0.2,
    ) < 1e-12,
  );
  assert.equal(brierScore([]), undefined);
});

test('Whoever says the same of all does best by saying the share that is reached', () => {
  fc.assert(
    fc.property(fc.nat(10), fc.nat(10), (reached, said) => {
      const outcomes = Array.from({ length: 10 }, (_, index) => index < reached);
      const scoreOf = (confidence: number) =>
        brierScore(outcomes.map((each) => ({ confidence, reached: each })))!;
      assert.ok(scoreOf(said) >= scoreOf(reached) - 1e-12);
    }),
  );
});
