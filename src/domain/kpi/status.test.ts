import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { addDays } from '#domain/time/day.ts';
import { cadences, january, periodOf } from '#domain/time/period.ts';
import { capabilityOf } from './capability.ts';
import { limits } from './limits.ts';
import { duePeriod, overdueFrom, type Status, statusAgainst, statusOf } from './status.ts';
import type { Threshold } from './threshold.ts';

const from = '2025-01-01';

describe('a value', () => {
  const table: [number, Omit<Threshold, 'from'>, Status][] = [
    [94.9, { floor: 95 }, 'breach'],
    [95, { floor: 95 }, 'healthy'],
    [94.99999999999999, { floor: 95 }, 'healthy'],
    [96, { floor: 95, warningFloor: 97 }, 'warning'],
    [97, { floor: 95, warningFloor: 97 }, 'healthy'],
    [3.1, { ceiling: 3 }, 'breach'],
    [2.9, { ceiling: 3, warningCeiling: 2.5 }, 'warning'],
    [6, { floor: 3, ceiling: 5 }, 'breach'],
    [4, { floor: 3, ceiling: 5 }, 'healthy'],
    [1, { warningFloor: 2 }, 'warning'],
    [100, { desired: 50 }, 'no threshold'],
    [100, {}, 'no threshold'],
  ];
  for (const [value, threshold, status] of table) {
    it(`${value} under ${JSON.stringify(threshold)} is ${status}`, () => {
      assert.equal(statusAgainst(value, { from, ...threshold }), status);
    });
  }

  it('under no threshold at all is not healthy', () =>
    assert.equal(statusAgainst(1, undefined), 'no threshold'));
});

describe('the status of a KPI', () => {
  const facts = { cadence: 'monthly', graceDays: 3, calendar: january } as const;
  const raised: Threshold[] = [
    { from: '2025-01-01', floor: 90 },
    { from: '2026-02-15', floor: 95 },
  ];
  const on = (today: string, period: string, value: number) =>
    statusOf({ period, value }, { ...facts, thresholds: raised, today });

  it('goes by the threshold of the day on which the period ended', () => {
    assert.equal(on('2026-02-20', '2026-01', 92), 'healthy');
    assert.equal(on('2026-03-02', '2026-02', 92), 'breach');
  });

  it('is overdue once the period ended and the grace days passed, before anything else', () => {
    assert.equal(on('2026-03-03', '2026-01', 1), 'breach');
    assert.equal(on('2026-03-04', '2026-01', 1), 'overdue');
    assert.equal(overdueFrom('2026-01', 3, january), '2026-03-04');
    assert.equal(statusOf(undefined, { ...facts, thresholds: raised, today: '2026-03-04' }), 'no data');
  });

  it('turns overdue on the very day that the period after the newest becomes due', () => {
    const days = fc.integer({ min: 0, max: 4000 }).map((count) => addDays('2020-01-01', count));
    fc.assert(
      fc.property(fc.constantFrom(...cadences), days, fc.nat(40), (cadence, day, graceDays) => {
        const newest = periodOf(cadence, day);
        const first = overdueFrom(newest, graceDays, january);
        assert.ok(duePeriod(cadence, first, graceDays, january) > newest);
        assert.equal(duePeriod(cadence, addDays(first, -1), graceDays, january), newest);
      }),
    );
  });
});

describe('capability', () => {
  // Centre 10, limits 10 ± 2.66 · 2.
  const made = limits([9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11])!;
  const table: [Omit<Threshold, 'from'>, string | undefined][] = [
    [{ floor: 4 }, 'capable'],
    [{ floor: 4.68 }, 'capable'],
    [{ floor: 5 }, 'hit and miss'],
    [{ floor: 15.32 }, 'hit and miss'],
    [{ floor: 16 }, 'not capable'],
    [{ ceiling: 16 }, 'capable'],
    [{ ceiling: 12 }, 'hit and miss'],
    [{ ceiling: 4 }, 'not capable'],
    [{ floor: 4, ceiling: 16 }, 'capable'],
    [{ floor: 4, ceiling: 12 }, 'hit and miss'],
    [{ floor: 0, ceiling: 4 }, 'not capable'],
    [{ desired: 4, warningFloor: 12 }, undefined],
  ];
  for (const [threshold, capability] of table) {
    it(`of a process from 4.68 to 15.32 under ${JSON.stringify(threshold)} is ${capability}`, () => {
      assert.equal(capabilityOf(made, { from, ...threshold }), capability);
    });
  }

  it('is unknown with too few points', () => {
    assert.equal(capabilityOf(limits([9, 11, 9, 11, 9]), { from, floor: 4 }), undefined);
    assert.equal(capabilityOf(undefined, { from, floor: 4 }), undefined);
  });

  it('only gets worse as the floor rises', () => {
    const order = ['capable', 'hit and miss', 'not capable'];
    fc.assert(
      fc.property(
        fc.double({ min: -50, max: 50, noNaN: true }),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (floor, more) => {
          const at = (line: number) => order.indexOf(capabilityOf(made, { from, floor: line })!);
          assert.ok(at(floor + more) >= at(floor));
        },
      ),
    );
  });
});
