import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KpiDefinitionFacts } from './kpi-definition/facts.ts';
import { checkKpiDefinition, kpiText } from './kpi-definition.ts';
import { corpusOf, nearest } from './similar.ts';

const whole: KpiDefinitionFacts = {
  name: 'First response time',
  definition: 'Median minutes from a ticket to the first answer by a person, in office hours',
  hasOwner: true,
  direction: 'lower',
  hasThreshold: true,
  counters: 1,
};

const table: [string, Partial<KpiDefinitionFacts>, string[]][] = [
  ['whole', {}, []],
  ['without a definition', { definition: null }, ['no-definition']],
  ['with its name as definition', { definition: 'First-response time.' }, ['no-definition']],
  ['that nobody owns', { hasOwner: false }, ['no-owner']],
  ['without a direction', { direction: null }, ['no-direction']],
  ['within a band that has no edges', { direction: 'within', hasThreshold: false }, ['no-direction']],
  ['without a threshold', { hasThreshold: false }, ['no-threshold']],
  ['without a counter-metric', { counters: 0 }, ['no-counter-metric']],
  ['of vanity', { name: 'Instagram followers' }, ['vanity']],
  [
    'of vanity made a rate',
    { name: 'Followers', definition: 'Followers who order, per 1,000 followers' },
    [],
  ],
  [
    'that can only rise',
    { name: 'Members', definition: 'Cumulative number of all members since launch' },
    ['vanity'],
  ],
];

for (const [name, change, expected] of table)
  test(`a KPI ${name}: ${expected.join(', ') || 'nothing to mend'}`, () =>
    assert.deepEqual(
      checkKpiDefinition({ ...whole, ...change }).map(({ rule }) => rule),
      expected,
    ));

test('a KPI that another one measures already is told by its name', () => {
  const others = [
    {
      id: 'a',
      name: 'Time to first response',
      definition: 'Minutes until a ticket is first answered by a person',
    },
    { id: 'b', name: 'Gross margin', definition: 'Revenue less cost of goods sold, over revenue' },
  ].map((each) => ({ ...each, text: kpiText(each) }));
  const alike = nearest(kpiText(whole), corpusOf(others));
  const [finding, ...more] = checkKpiDefinition({ ...whole, alike });
  assert.deepEqual(more, []);
  assert.equal(finding!.rule, 'duplicate');
  assert.match(finding!.message, /"Time to first response"/);
  assert.deepEqual(finding!.value, { other: 'a' });
});
