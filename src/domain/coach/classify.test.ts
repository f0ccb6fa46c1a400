import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from './classify.ts';
import { examples } from './examples.ts';

const least = { objective: 0.95, key_result: 0.95, kpi: 0.85 } as const;
const named = { objective: 'objective', key_result: 'key result', kpi: 'KPI' } as const;

for (const kind of ['objective', 'key_result', 'kpi'] as const)
  test(`of good goals, at least ${least[kind] * 100}% are told to be a ${named[kind]}`, () => {
    const texts = examples.flatMap(([of, label, text]) => (of === kind && label === 'good' ? [text] : []));
    const wrong = texts.filter((text) => classify(text).is !== named[kind]);
    assert.ok(texts.length >= 30, `${texts.length} texts were read`);
    assert.ok(1 - wrong.length / texts.length >= least[kind], wrong.join('\n'));
  });

const table: [string, ReturnType<typeof classify>['is']][] = [
  ['CSAT at least 4.7 for three consecutive months', 'key result'],
  ['9 of 13 Fridays on time', 'key result'],
  ['Double the share of guests who come back', 'key result'],
  ['Never let overdue invoices exceed 5%', 'KPI'],
  ['Readmissions within 30 days', 'KPI'],
  ['Customers get an answer before they get impatient', 'objective'],
  ['Make the library the living room of the quarter', 'objective'],
  ['Write a handbook', 'initiative'],
  ['Train all staff', 'initiative'],
];

for (const [text, is] of table) test(`"${text}" is a ${is}`, () => assert.equal(classify(text).is, is));
