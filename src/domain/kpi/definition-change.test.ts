import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Counting, changeWords } from './definition-change.ts';

const before: Counting = {
  ...{ definition: 'All tickets.', direction: 'higher', addsUp: 'sum', formula: null },
  unit: { kind: 'duration', unit: 'minutes' },
};

const cases: [change: Partial<Counting>, words: string][] = [
  [{}, ''],
  [{ unit: { kind: 'duration', unit: 'hours' } }, 'in hours, no longer in minutes'],
  [{ unit: { kind: 'currency', code: 'EUR' } }, 'in EUR, no longer in minutes'],
  [{ direction: 'lower' }, 'lower is better'],
  [{ addsUp: 'mean', direction: 'within' }, 'good is within a band; added up as a mean'],
  [{ formula: 'lost / customers' }, 'computed as lost / customers'],
  [{ definition: 'Only those of new customers.' }, '“Only those of new customers.”'],
  [{ definition: '' }, 'without a definition'],
  [{ definition: `${'word '.repeat(40)}end` }, `“${'word '.repeat(15)}word…”`],
];

for (const [change, words] of cases)
  test(`a change to ${JSON.stringify(change).slice(0, 60)} is told as "${words.slice(0, 40)}"`, () => {
    assert.equal(changeWords(before, { ...before, ...change }), words);
  });

test('versions from before there were formulas had none', () => {
  const { formula: _, ...old } = before;
  assert.equal(changeWords(old, before), '');
  assert.equal(changeWords({ ...before, formula: 'a / b' }, old), 'recorded, no longer computed');
});
