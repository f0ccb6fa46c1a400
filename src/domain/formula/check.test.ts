import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Cadence } from '#domain/time/period.ts';
import { keysToKnow, kpiFault } from './check.ts';
import { parse } from './parse.ts';

const known = new Map<string, { cadence: Cadence }>(
  Object.entries({
    lost: 'monthly',
    customers: 'monthly',
    'new-customers': 'monthly',
    calls: 'daily',
    visits: 'weekly',
    audit: 'yearly',
  } as const).map(([key, cadence]) => [key, { cadence }]),
);

const fault = (text: string, cadence: Cadence = 'monthly') => {
  const { expression } = parse(text);
  return kpiFault(expression!, cadence, known)?.message;
};

describe('the KPIs of a formula', () => {
  const table: [text: string, cadence: Cadence, message: string | undefined][] = [
    ['lost / customers', 'monthly', undefined],
    ['monthly(calls) / monthly(visits)', 'monthly', undefined],
    ['lost / monthly(customers)', 'monthly', undefined],
    ['yearly(lost) + audit', 'yearly', undefined],
    ['weekly(calls)', 'weekly', undefined],
    ['gone / customers', 'monthly', 'column 1: there is no KPI gone'],
    [
      'lost-customers',
      'monthly',
      'column 1: there is no KPI lost-customers: for a subtraction put spaces round the minus, lost - customers',
    ],
    [
      '2 * lost-new-customers',
      'monthly',
      'column 5: there is no KPI lost-new-customers: for a subtraction put spaces round the minus, lost - new-customers',
    ],
    [
      'lost-1',
      'monthly',
      'column 1: there is no KPI lost-1: for a subtraction put spaces round the minus, lost - 1',
    ],
    [
      'lost-things',
      'monthly',
      'column 1: there is no KPI lost-things; for a subtraction put spaces round the minus',
    ],
    ['calls / lost', 'monthly', 'column 1: calls is daily and this KPI is monthly: write monthly(calls)'],
    [
      'weekly(calls)',
      'monthly',
      'column 1: weekly(calls) gives weekly values and this KPI is monthly: write monthly(calls)',
    ],
    [
      'quarterly(lost)',
      'monthly',
      'column 1: quarterly(lost) gives quarterly values and this KPI is monthly: write lost',
    ],
    [
      'lost / audit',
      'monthly',
      'column 8: audit is yearly and this KPI is monthly: a formula reads KPIs of its own cadence or faster ones',
    ],
    ['monthly(audit)', 'monthly', 'column 1: audit is yearly already, which cannot be made monthly'],
    ['lag(calls, 2)', 'monthly', 'column 5: calls is daily and this KPI is monthly: write monthly(calls)'],
    ['1 + 2', 'monthly', 'column 1: a formula reads at least one KPI: a number alone has no periods'],
  ];
  for (const [text, cadence, message] of table)
    it(`${text} for a ${cadence} KPI: ${message ?? 'nothing is wrong'}`, () =>
      assert.equal(fault(text, cadence), message));

  it('are looked up together with what a hyphen may have meant', () => {
    assert.deepEqual(keysToKnow(parse('a-b-c + d')).sort(), ['a', 'a-b', 'a-b-c', 'b', 'b-c', 'c', 'd']);
    assert.deepEqual(keysToKnow(parse('a +')), []);
  });
});
