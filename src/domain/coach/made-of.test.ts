import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { classify } from './classify.ts';
import { keyResultOf, kpiOf } from './made-of.ts';

const percent = { kind: 'percent' };
const kpis: [string, string, object, 'higher' | 'lower', object | undefined][] = [
  ['maintain 98 % uptime', 'Uptime', percent, 'higher', { kind: 'floor', value: 98 }],
  ['Keep churn below 3%', 'Churn', percent, 'lower', { kind: 'ceiling', value: 3 }],
  ['99.9 % availability', 'Availability', percent, 'higher', { kind: 'floor', value: 99.9 }],
  ['Churn at 3%', 'Churn', percent, 'lower', { kind: 'ceiling', value: 3 }],
  ['Net promoter score', 'Net promoter score', { kind: 'number' }, 'higher', undefined],
  ['Conversion rate', 'Conversion rate', percent, 'higher', undefined],
  [
    'Never let overdue invoices exceed 5%',
    'Overdue invoices',
    percent,
    'lower',
    { kind: 'ceiling', value: 5 },
  ],
  [
    ...(['Average handling time under 6 minutes', 'Average handling time'] as const),
    ...([{ kind: 'duration', unit: 'minutes' }, 'lower', { kind: 'ceiling', value: 6 }] as const),
  ],
  [
    ...(['Do not let response time rise above 2 hours', 'Response time'] as const),
    ...([{ kind: 'duration', unit: 'hours' }, 'lower', { kind: 'ceiling', value: 2 }] as const),
  ],
  ['Do not let CSAT fall below 90%', 'CSAT', percent, 'higher', { kind: 'floor', value: 90 }],
  [
    'Stay above 4.5 stars on Google',
    'Stars on Google',
    { kind: 'number' },
    'higher',
    { kind: 'floor', value: 4.5 },
  ],
  [
    '€2M revenue per month',
    'Revenue per month',
    { kind: 'currency', code: 'EUR' },
    'higher',
    { kind: 'floor', value: 2e6 },
  ],
];

for (const [sentence, name, unit, direction, line] of kpis)
  test(`as a KPI, "${sentence}" is ${name}`, () =>
    assert.deepEqual(kpiOf(sentence), { name, unit, direction, line }));

test('as a key result a sentence keeps its words, and brings the measure that they tell', () => {
  assert.deepEqual(keyResultOf('First response from 4 hours to 45 minutes.'), {
    title: 'First response from 4 hours to 45 minutes',
    measure: { kind: 'move', baseline: 240, target: 45 },
    target: undefined,
    unit: { kind: 'duration', unit: 'minutes' },
  });
  const { measure, target, unit } = keyResultOf('Churn falls below 2%');
  assert.deepEqual([measure, target, unit], [undefined, 2, percent]);
  assert.equal(keyResultOf('Increase repeat orders by 20%').target, undefined);
  assert.deepEqual(keyResultOf('Open a second clinic').measure, { kind: 'done' });
});

test('any sentence is one of the four, has a reason, and can be made each of them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const { is, why } = classify(text);
      assert.ok(['KPI', 'objective', 'key result', 'initiative'].includes(is) && why.endsWith('.'));
      assert.ok(kpiOf(text).name.length <= 120);
      assert.equal(typeof keyResultOf(text).title, 'string');
    }),
  );
});
