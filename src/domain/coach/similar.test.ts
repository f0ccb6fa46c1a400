import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { examples } from './examples.ts';
import { corpusOf, nearest, sameFrom, similarity } from './similar.ts';
import { stemOf } from './stems.ts';

const corpus = corpusOf(examples.map(([, , text], index) => ({ id: String(index), text })));

const same: [string, string][] = [
  ['Raise NPS from 22 to 40', 'Increase the Net Promoter Score from 20 to 45'],
  ['Cut first response time from 4 hours to 45 minutes', 'First response from 240 to 45 minutes'],
  ['Reduce churn from 5% to 3%', 'Customer churn falls below 3%'],
  ['Become the first choice of young families', 'Be the first choice for young families in the region'],
  ['Shorten time to hire from 61 to 35 days', 'Time to hire down to 30 days'],
  ['Pupils reading at age level: 62%', 'Share of pupils who read at age level'],
];
const different: [string, string][] = [
  ['Raise NPS in Leeds from 22 to 40', 'Raise NPS in York from 22 to 40'],
  ['Reduce scrap on line 4 from 3.8% to 2%', 'Reduce scrap on line 2 from 3% to 2%'],
  ['Raise customer satisfaction from 70% to 80%', 'Raise employee satisfaction from 70% to 80%'],
  ['Halve late invoices', 'Halve failed deployments'],
  ['Become the first choice of young families', 'Become the hospital where nurses want to stay'],
];

for (const [one, other] of same)
  test(`"${one}" and "${other}" are one goal`, () => assert.ok(similarity(one, other, corpus) >= sameFrom));
for (const [one, other] of different)
  test(`"${one}" and "${other}" are two goals`, () => assert.ok(similarity(one, other, corpus) < sameFrom));

test('the likest come first, and a text is not like itself', () => {
  const items = ['Win back lost customers', 'Win back customers we lost', 'Bake better bread'].map(
    (text, index) => ({ id: `g${index}`, text }),
  );
  const found = nearest('Win back lost customers', corpusOf(items), { except: 'g0' });
  assert.deepEqual(
    found.map(({ item }) => item.id),
    ['g1'],
  );
  assert.equal(nearest('Win back lost customers', corpusOf(items))[0]!.item.id, 'g0');
  assert.deepEqual(nearest('Win', corpusOf([])), []);
});

test('likeness lies between 0 and 1, the same both ways, and is 1 for the same words', () => {
  const texts = examples.map(([, , text]) => text);
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.constantFrom(...texts), (one, other) => {
      const there = similarity(one, other, corpus);
      assert.ok(there >= 0 && there <= 1);
      assert.ok(Math.abs(there - similarity(other, one, corpus)) < 1e-9);
      assert.ok(similarity(one, one, corpus) > 0.999 || similarity(one, one, corpus) === 0);
    }),
  );
});

test('asking a corpus is comparing with each of its texts', () => {
  const text = 'Raise NPS from 22 to 40';
  for (const { item, similarity: like } of nearest(text, corpus, { most: 20, from: 0.2 }))
    assert.ok(Math.abs(like - similarity(text, item.text, corpus)) < 1e-9, item.text);
});

test('words lose their endings', () => {
  const pairs = [
    ['customers', 'customer'],
    ['families', 'family'],
    ['hiring', 'hire'],
    ['responding', 'respond'],
    ['deliveries', 'delivery'],
    ['renewals', 'renewal'],
  ] as const;
  for (const [one, other] of pairs) assert.equal(stemOf(one), stemOf(other));
});
