import assert from 'node:assert/strict';
import test from 'node:test';
import { completed, completionsAt } from './completion.ts';

const kpis = [
  { key: 'customers', name: 'Customers' },
  { key: 'lost-customers', name: 'Customers who left' },
  { key: 'mrr', name: 'Monthly recurring revenue' },
  { key: '2024', name: 'The year of change' },
];
const offered = (text: string, caret = text.length) =>
  completionsAt(text, caret, kpis).options.map(({ insert }) => insert);

test('KPIs are found by key and by name, the nearest first, and functions by name', () => {
  assert.deepEqual(offered('cus'), ['customers', 'lost-customers']);
  assert.deepEqual(offered('100 * lost-'), ['lost-customers']);
  assert.deepEqual(offered('revenue'), ['mrr']);
  assert.deepEqual(offered('mo'), ['monthly(', 'mrr']);
  assert.deepEqual(offered('avg(mrr, 3) / quar'), ['quarterly(']);
  assert.deepEqual(offered('nothing-like-this'), []);
});

test('a key that would be read as a number is written between backquotes', () => {
  assert.deepEqual(offered('year of').slice(0, 0), []);
  assert.ok(offered('change').includes('`2024`'));
});

test('what is chosen takes the place of the whole word, and the caret stands behind it', () => {
  const choose = (text: string, caret: number, insert: string) => {
    const found = completionsAt(text, caret, kpis);
    return completed(text, found, found.options.find((each) => each.insert === insert)!);
  };
  assert.deepEqual(choose('100 * cust / mrr', 8, 'customers'), { text: '100 * customers / mrr', caret: 15 });
  assert.deepEqual(choose('mo(mrr)', 2, 'monthly('), { text: 'monthly(mrr)', caret: 7 });
  assert.deepEqual(choose('mo', 2, 'monthly('), { text: 'monthly(', caret: 8 });
  assert.deepEqual(choose('lost + 3', 7, 'customers'), { text: 'lost + customers3', caret: 16 });
});

test('with nothing typed everything is offered to those who ask', () => {
  const { word, options } = completionsAt('mrr / ', 6, kpis);
  assert.equal(word, '');
  assert.equal(options.length, 8);
});
