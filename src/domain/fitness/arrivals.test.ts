import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Arrival, punctualityOf, windows } from './arrivals.ts';
import { facts } from './example.ts';

const came = (newest: string, codes: string, more: Parameters<typeof facts>[0] = {}) =>
  punctualityOf(facts({ arrivals: { newest, codes }, ...more }));

test('each period of the window is on time, late, from before or missing', () => {
  // Today is 12 March 2026 and grace is 3 days: February was due on the 3rd.
  assert.deepEqual(came('2026-02-01', 'hhH++l-P+L+'), {
    periods: 11,
    asked: 8,
    onTime: 5,
    late: 2,
    missing: ['2025-10'],
    given: 10,
    corrected: 3,
  });
});

test('a period that has ended is missing once its grace days have passed, and not before', () => {
  assert.deepEqual(came('2026-01-01', '+++').missing, ['2026-02']);
  assert.deepEqual(came('2026-01-01', '+++', { today: '2026-03-03' }).missing, []);
  assert.deepEqual(came('2025-12-01', '+++', { today: '2026-03-03' }).missing, ['2026-01']);
});

test('the period that runs is not looked at, and neither is what was withdrawn before it is due', () => {
  assert.deepEqual(came('2026-03-01', '+++'), came('2026-02-01', '++'));
  const withdrawn = came('2026-03-01', '++-+', { today: '2026-03-02' });
  assert.deepEqual([withdrawn.periods, withdrawn.missing], [2, []]);
});

test('a KPI that nobody has measured for long misses the whole window', () => {
  const silent = came('2023-06-01', '++++++');
  assert.deepEqual([silent.periods, silent.given, silent.missing.length], [12, 0, 12]);
});

test('where nobody works at weekends, the days of a weekend are not missed', () => {
  const fourWeeks = '+++++--'.repeat(4);
  const days = { cadence: 'daily', graceDays: 0, today: '2026-03-02' } as const;
  const worked = came('2026-03-01', fourWeeks, days);
  assert.deepEqual([worked.periods, worked.missing], [20, []]);
  const skipped = came('2026-03-01', `++++---${'+++++--'.repeat(3)}`, days);
  assert.deepEqual(skipped.missing, ['2026-02-06']);
});

test('every period of the window counts once: given or missing, and asked unless it is from before', () => {
  const letters: Arrival[] = ['+', 'P', 'l', 'L', 'h', 'H', '-'];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: 40 }), (codes) => {
      const known = came('2026-02-01', codes.join(''));
      assert.ok(known.periods <= windows.monthly);
      assert.equal(known.given + known.missing.length, known.periods);
      assert.equal(known.onTime + known.late + known.missing.length, known.asked);
      assert.ok(known.corrected <= known.given);
    }),
  );
});
