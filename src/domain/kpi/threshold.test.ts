import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Direction } from './definition.ts';
import { judgesValues, type Threshold, thresholdFault, thresholdOn } from './threshold.ts';

const from = '2026-01-01';

describe('the threshold of a day', () => {
  const old = { from: '2025-01-01', floor: 90 };
  const raised = { from: '2026-01-01', floor: 95 };
  const corrected = { from: '2026-01-01', floor: 94 };

  it('is the newest that began by then', () => {
    assert.equal(thresholdOn('2024-12-31', [old, raised]), undefined);
    assert.equal(thresholdOn('2025-12-31', [raised, old]), old);
    assert.equal(thresholdOn('2026-01-01', [raised, old]), raised);
  });

  it('is the later in the list of two of one day', () => {
    assert.equal(thresholdOn('2026-05-01', [old, raised, corrected]), corrected);
  });

  it('judges no value when it is only a desired level', () => {
    assert.equal(judgesValues({ from, desired: 3 }), false);
    assert.equal(judgesValues({ from, warningFloor: 0 }), true);
    assert.equal(judgesValues(undefined), false);
  });
});

describe('a threshold', () => {
  const sound: [Omit<Threshold, 'from'>, Direction][] = [
    [{}, 'higher'],
    [{ floor: 80, warningFloor: 85, desired: 95, desiredBy: '2026-12-31' }, 'higher'],
    [{ ceiling: 0, desired: -5 }, 'lower'],
    [{ floor: 3, ceiling: 5, warningFloor: 3.5, warningCeiling: 4.5, desired: 4 }, 'within'],
    [{ floor: 80, desired: 80 }, 'higher'],
  ];
  for (const [threshold, direction] of sound) {
    it(`${JSON.stringify(threshold)} is sound`, () => {
      assert.equal(thresholdFault({ from, ...threshold }, direction, { kind: 'number' }), undefined);
    });
  }

  const faulty: [Omit<Threshold, 'from'>, RegExp][] = [
    [{ floor: 5, ceiling: 3 }, /floor \(5\) must lie below the ceiling \(3\)/],
    [{ floor: 5, ceiling: 5 }, /must lie below/],
    [{ floor: 5, warningFloor: 4 }, /start of its warning zone/],
    [{ ceiling: 5, warningCeiling: 6 }, /warning zone below the ceiling/],
    [{ warningFloor: 5, warningCeiling: 4 }, /must lie below the warning zone/],
    [{ floor: 5, desired: 4 }, /below the floor/],
    [{ ceiling: 5, desired: 6 }, /above the ceiling/],
    [{ desiredBy: '2026-05-05' }, /needs the desired level/],
    [{ desired: 4, desiredBy: '2025-05-05' }, /before the threshold begins/],
    [{ floor: Number.NaN }, /not a number/],
  ];
  for (const [threshold, fault] of faulty) {
    it(`${JSON.stringify(threshold)} is refused`, () => {
      assert.match(thresholdFault({ from, ...threshold }, 'higher', { kind: 'number' }) ?? '', fault);
    });
  }

  it('keeps to its scale, and a band needs an edge', () => {
    const scale = { kind: 'scale', from: 1, to: 5 } as const;
    assert.match(thresholdFault({ from, floor: 6 }, 'higher', scale) ?? '', /outside the scale/);
    assert.match(thresholdFault({ from, desired: 4 }, 'within', scale) ?? '', /needs a floor or a ceiling/);
  });
});
