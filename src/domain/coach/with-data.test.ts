import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { GoalFacts, KpiBehind } from './with-data/facts.ts';
import { checkWithData, dataRules } from './with-data.ts';

const kpi: KpiBehind = {
  name: 'First response',
  cadence: 'weekly',
  level: 44,
  limits: { lower: 38, upper: 50 },
  counters: [{ id: 'csat', name: 'Satisfaction' }],
};
const facts: GoalFacts = {
  text: 'Raise it',
  measure: { kind: 'move', baseline: 44, target: 60 },
  unit: { kind: 'number', symbol: 'points' },
  decimals: 0,
  kpi,
  odds: 0.2,
  guardrails: ['csat'],
};
const move = (baseline: number, target: number) => ({ kind: 'move', baseline, target }) as const;

function told(change: Partial<GoalFacts>): string[] {
  return checkWithData({ ...facts, ...change }).map(
    ({ rule, severity }) => `${rule}${severity === 'advice' ? '?' : ''}`,
  );
}

const table: [string, Partial<GoalFacts>, string[]][] = [
  ['A stretch from the level, guarded, is left alone', {}, []],
  [
    'A target that the level has passed is met',
    { measure: move(40, 43) },
    ['already-met', 'baseline-differs?'],
  ],
  ['A target that only the last value has passed is not met', { measure: move(44, 55), current: 56 }, []],
  [
    'Without a KPI the last value counts',
    { measure: move(10, 20), kpi: undefined, current: 21 },
    ['already-met'],
  ],
  ['A fall is met from above', { measure: move(60, 44) }, ['already-met', 'baseline-differs']],
  ['A target between the limits is noise', { measure: move(44, 48) }, ['inside-noise?']],
  ['A target on the other side between the limits is noise', { measure: move(44, 40) }, ['inside-noise?']],
  ['What comes by itself is told once', { measure: move(44, 48), odds: 0.95 }, ['by-itself?']],
  ['Less than one in a hundred asks for a reason', { odds: 0.004 }, ['not-credible']],
  ['A reason was given', { odds: 0.004, hasReason: true }, []],
  ['A lucky last point as baseline', { measure: move(48, 60) }, ['baseline-differs?']],
  ['A baseline that the process never has', { measure: move(20, 60) }, ['baseline-differs']],
  ['A baseline rounded as it was typed', { kpi: { ...kpi, level: 44.3 } }, []],
  ['A difference that shifts progress by a hair', { measure: move(43, 80) }, []],
  ['No guardrail though the KPI has counter-metrics', { guardrails: [] }, ['no-guardrail?']],
  ['Nothing to guard with', { guardrails: [], kpi: { ...kpi, counters: [] } }, ['no-counter-metric?']],
  [
    'A level that the process holds already',
    { measure: { kind: 'hold', bound: 'at least', level: 35, run: 3, cadence: 'weekly' } },
    ['already-met'],
  ],
  [
    'A level that it holds by luck',
    { measure: { kind: 'hold', bound: 'at least', level: 44, run: 3, cadence: 'weekly' } },
    [],
  ],
];

for (const [name, change, expected] of table)
  test(`${name}: ${expected.join(', ') || 'nothing to mend'}`, () =>
    assert.deepEqual(told(change), expected));

test('messages speak in the unit of the goal, and repairs carry the value', () => {
  const [finding] = checkWithData({
    ...facts,
    unit: { kind: 'duration', unit: 'minutes' },
    measure: move(48, 15),
    calibrated: { commit: 44, target: 40, stretch: 36 },
  });
  assert.equal(
    finding!.message,
    'The baseline is 48m, the level of First response is 44m: a single period is not where the process stands. Measure from the level.',
  );
  assert.equal(finding!.repair, 'take the baseline from the KPI');
  assert.deepEqual(finding!.value, { baseline: 44 });
  assert.deepEqual(
    checkWithData({ ...facts, odds: 0.97, calibrated: { commit: 46, target: 52, stretch: 61 } }).map(
      ({ message, value }) => [message, value],
    ),
    [
      [
        'It would come by itself: the odds are over 90% if nothing changes. A target is about 52 points, a stretch 61 points.',
        { target: 61 },
      ],
    ],
  );
  assert.deepEqual(checkWithData({ ...facts, guardrails: [] })[0]!.value, { guardrails: ['csat'] });
});

test('another goal that says the same is named with who has it', () => {
  const item = { id: 'o2', text: 'Answer guests sooner', of: 'Support' };
  const [finding] = checkWithData({ text: 'Answer our guests sooner', alike: [{ item, similarity: 0.9 }] });
  assert.equal(finding!.rule, 'same-as-another');
  assert.match(finding!.message, /nearly the same as "Answer guests sooner" \(Support\)/);
  assert.deepEqual(finding!.value, { other: 'o2' });
});

test('an objective without any measure or data has nothing to be told', () =>
  assert.deepEqual(checkWithData({ text: 'Become the first choice of young families' }), []));

test('a target further from the level is never closer to being met', () => {
  const place = fc.integer({ min: -1000, max: 1000 });
  fc.assert(
    fc.property(place, place, fc.integer({ min: 1, max: 500 }), (level, target, further) => {
      const isMet = (to: number) =>
        told({ measure: move(level - 2000, to), kpi: { ...kpi, level } }).includes('already-met');
      assert.ok(!isMet(target + further) || isMet(target));
    }),
  );
});

test('each rule has a reason and a source', () => {
  for (const { name, why, source } of dataRules) assert.ok(why.length > 40 && source.length > 10, name);
});
