import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '#domain/time/day.ts';
import {
  expectedProgress,
  factorsFault,
  type Health,
  health,
  healths,
  objectiveHealth,
  type Plan,
  planFault,
} from './pace.ts';

const span = { starts: '2026-01-01', ends: '2026-04-11' };
const half = '2026-02-20';
const plan: Plan = [
  { day: '2026-02-01', expected: 0.2 },
  { day: '2026-03-01', expected: 0.6 },
  { day: '2026-04-11', expected: 1 },
];

test('Expected progress is the share of days gone by', () => {
  assert.equal(expectedProgress(span, '2026-01-01'), 0);
  assert.equal(expectedProgress(span, half), 0.5);
  assert.equal(expectedProgress(span, '2026-04-11'), 1);
  assert.equal(expectedProgress(span, half, []), 0.5);
});

test('With a plan the last step that is due is expected, and nothing before the first', () => {
  const cases = [
    ['2026-01-31', 0],
    ['2026-02-01', 0.2],
    ['2026-02-28', 0.2],
    ['2026-03-15', 0.6],
    ['2026-05-01', 1],
  ] as const;
  for (const [today, share] of cases) assert.equal(expectedProgress(span, today, plan), share);
});

test('Half-way, health turns at 0.9 and 0.7 of the half', () => {
  const cases: [number, Health][] = [
    [0.5, 'on track'],
    [0.45, 'on track'],
    [0.449, 'behind'],
    [0.35, 'behind'],
    [0.349, 'off track'],
    [0, 'off track'],
    [-0.2, 'off track'],
    [1.3, 'on track'],
  ];
  for (const [progress, expected] of cases)
    assert.equal(health({ progress, span, today: half }), expected, String(progress));
});

test('The first tenth of the cycle has no health, and neither has what nobody measured', () => {
  assert.equal(health({ progress: 0, span, today: '2026-01-10' }), undefined);
  assert.equal(health({ progress: 0, span, today: '2026-01-11' }), 'off track');
  assert.equal(health({ progress: undefined, span, today: half }), undefined);
});

test('Outdated comes before anything else', () => {
  assert.equal(health({ progress: 1, span, today: half, outdatedFrom: half }), 'outdated');
  assert.equal(health({ progress: 1, span, today: half, outdatedFrom: addDays(half, 1) }), 'on track');
  assert.equal(
    health({ progress: undefined, span, today: '2026-01-05', outdatedFrom: '2026-01-05' }),
    'outdated',
  );
});

test('Where nothing is expected yet, only being below the baseline is off track', () => {
  assert.equal(health({ progress: 0, span, today: '2026-01-20', plan }), 'on track');
  assert.equal(health({ progress: -0.1, span, today: '2026-01-20', plan }), 'off track');
});

test('The factors are those of the organisation', () => {
  const strict = { onTrack: 1, behind: 0.95, quiet: 0 };
  assert.equal(health({ progress: 0.49, span, today: half }, strict), 'behind');
  assert.equal(health({ progress: 0.4, span, today: half }, strict), 'off track');
  assert.equal(health({ progress: 0, span, today: '2026-01-01' }, strict), 'on track');
});

test('More progress never makes a worse health, and a later day never a better one', () => {
  const share = fc.double({ min: -2, max: 2, noNaN: true });
  const rank = (each: Health | undefined) => (each ? healths.indexOf(each) : Number.NaN);
  fc.assert(
    fc.property(share, share, fc.integer({ min: 10, max: 120 }), fc.nat(30), (one, other, gone, later) => {
      const today = addDays(span.starts, gone);
      const [low, high] = [Math.min(one, other), Math.max(one, other)];
      assert.ok(
        rank(health({ progress: low, span, today })) <= rank(health({ progress: high, span, today })),
      );
      assert.ok(
        rank(health({ progress: one, span, today: addDays(today, later) })) <=
          rank(health({ progress: one, span, today })),
      );
    }),
  );
});

test('An objective shows its weakest key result and the counts', () => {
  assert.deepEqual(objectiveHealth(['on track', 'on track', 'off track', undefined, 'behind']), {
    weakest: 'off track',
    counts: { outdated: 0, 'off track': 1, behind: 1, 'on track': 2, none: 1 },
  });
  assert.equal(objectiveHealth(['off track', 'outdated']).weakest, 'outdated');
  assert.equal(objectiveHealth([undefined]).weakest, undefined);
  assert.equal(objectiveHealth([]).weakest, undefined);
});

test('A plan that goes back, leaves the cycle or is out of order is refused in words', () => {
  const cases: [Plan, RegExp][] = [
    [
      [
        { day: '2026-02-01', expected: 0.5 },
        { day: '2026-03-01', expected: 0.4 },
      ],
      /does not go back/,
    ],
    [
      [
        { day: '2026-03-01', expected: 0.2 },
        { day: '2026-03-01', expected: 0.4 },
      ],
      /does not come after/,
    ],
    [[{ day: '2026-05-01', expected: 0.2 }], /outside 2026-01-01 to 2026-04-11/],
    [[{ day: '2026-02-01', expected: -0.2 }], /-0.2 is not a share/],
    [[{ day: '2026-02-01', expected: Number.NaN }], /NaN is not a share/],
    [[{ day: '2026-02-31', expected: 0.2 }], /is not a day/],
  ];
  for (const [steps, sentence] of cases) assert.match(planFault(steps, span) ?? '', sentence);
  assert.equal(planFault(plan, span), undefined);
});

test('Factors out of order are refused in words', () => {
  assert.match(factorsFault({ onTrack: 0.7, behind: 0.9, quiet: 0.1 }) ?? '', /"behind" below "on track"/);
  assert.match(factorsFault({ onTrack: 0.9, behind: 0.7, quiet: 1 }) ?? '', /quiet share/);
  assert.match(factorsFault({ onTrack: Number.NaN, behind: 0.7, quiet: 0.1 }) ?? '', /must rise/);
  assert.equal(factorsFault({ onTrack: 0.9, behind: 0.7, quiet: 0.1 }), undefined);
});
