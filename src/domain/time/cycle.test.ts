import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  cycleKinds,
  cycleSpan,
  cycleStates,
  elapsed,
  mayBecome,
  nextCycleSpan,
  spanFault,
  transitionFault,
} from './cycle.ts';
import { addDays, dayOf } from './day.ts';

const anyDay = fc.integer({ min: 0, max: 100_000 }).map(dayOf);
const anyKind = fc.constantFrom(...cycleKinds.filter((kind) => kind !== 'custom'));
const anyCalendar = fc.integer({ min: 1, max: 12 }).map((yearStartsIn) => ({ yearStartsIn }));

test('Cycles of a kind are named and cut from the fiscal year', () => {
  const april = { yearStartsIn: 4 };
  const cases = [
    ['quarter', '2026-02-10', undefined, '2026 Q1', '2026-01-01', '2026-03-31'],
    ['half-year', '2026-07-01', undefined, '2026 H2', '2026-07-01', '2026-12-31'],
    ['four-months', '2026-12-31', undefined, '2026 T3', '2026-09-01', '2026-12-31'],
    ['year', '2026-06-01', undefined, '2026', '2026-01-01', '2026-12-31'],
    ['quarter', '2026-02-10', april, '2026 Q4', '2026-01-01', '2026-03-31'],
    ['half-year', '2026-04-01', april, '2027 H1', '2026-04-01', '2026-09-30'],
  ] as const;
  for (const [kind, day, calendar, name, starts, ends] of cases)
    assert.deepEqual(cycleSpan(kind, day, calendar), { name, starts, ends });
});

test('Cycles of a kind tile the line', () => {
  fc.assert(
    fc.property(anyDay, anyKind, anyCalendar, (day, kind, calendar) => {
      const span = cycleSpan(kind, day, calendar);
      assert.ok(span.starts <= day && day <= span.ends);
      assert.equal(nextCycleSpan(kind, day, calendar).starts, addDays(span.ends, 1));
      assert.deepEqual(cycleSpan(kind, span.ends, calendar), span);
      assert.equal(spanFault(span), undefined);
    }),
  );
});

test('A cycle goes one step forward and never back', () => {
  const allowed = cycleStates.flatMap((from) =>
    cycleStates.filter((to) => mayBecome(from, to)).map((to) => `${from} → ${to}`),
  );
  assert.deepEqual(allowed, ['planning → active', 'active → grading', 'grading → closed']);
  assert.equal(transitionFault('planning', 'active'), undefined);
  assert.equal(transitionFault('planning', 'closed'), 'A cycle goes from planning to active, not to closed.');
  assert.equal(transitionFault('closed', 'active'), 'This cycle is closed: a closed cycle can only be read.');
});

test('Elapsed grows evenly from the first day to the last', () => {
  const span = { starts: '2026-01-01', ends: '2026-04-11' };
  assert.equal(elapsed(span, '2025-12-01'), 0);
  assert.equal(elapsed(span, '2026-01-01'), 0);
  assert.equal(elapsed(span, '2026-01-11'), 0.1);
  assert.equal(elapsed(span, '2026-02-20'), 0.5);
  assert.equal(elapsed(span, '2026-04-11'), 1);
  assert.equal(elapsed(span, '2027-01-01'), 1);
  assert.equal(elapsed({ starts: '2026-01-01', ends: '2026-01-01' }, '2026-01-01'), 1);
  fc.assert(
    fc.property(anyDay, anyDay, anyKind, (day, today, kind) => {
      const cycle = cycleSpan(kind, day);
      const share = elapsed(cycle, today);
      assert.ok(share >= 0 && share <= 1);
      assert.ok(elapsed(cycle, addDays(today, 1)) >= share);
    }),
  );
});

test('A cycle that ends before it starts, or on no day, is refused in words', () => {
  assert.match(spanFault({ starts: '2026-04-01', ends: '2026-01-01' }) ?? '', /give a later last day/);
  assert.match(spanFault({ starts: '2026-04-01', ends: '2026-04-01' }) ?? '', /give a later last day/);
  assert.match(spanFault({ starts: '2026-02-30', ends: '2026-04-01' }) ?? '', /"2026-02-30" is not a day/);
});
