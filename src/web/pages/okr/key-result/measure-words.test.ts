import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Measure } from '#contract/measures.ts';
import { measureWords, nowWords, promiseWords, standingWords } from './measure-words.ts';

const number = { unit: { kind: 'number' }, decimals: 1 } as const;
const minutes = { unit: { kind: 'duration', unit: 'minutes' }, decimals: 0 } as const;
const unknown = { current: null, periods: [], hits: null, stepsDone: [], done: false };
const months = ['2026-01', '2026-02', '2026-03'];

const hold: Measure = { kind: 'hold', bound: 'at least', level: 4.7, run: 3, cadence: 'monthly' };
const fridays: Measure = { kind: 'hit rate', planned: 13, cadence: 'weekly' };
const steps: Measure = {
  kind: 'milestones',
  steps: [
    { id: 'a', title: 'Draft', weight: 1 },
    { id: 'b', title: 'Pilot', weight: 2 },
  ],
};

test('each measure says what it promises', () => {
  const move: Measure = { kind: 'move', baseline: 240, target: 45 };
  assert.equal(measureWords({ measure: move, ...minutes }), 'from 4h 00m to 45m');
  assert.equal(measureWords({ measure: hold, ...number }), 'at least 4.7 for 3 months in a row');
  assert.equal(measureWords({ measure: fridays, ...number }), '13 weeks good');
  assert.equal(
    measureWords({
      measure: { ...fridays, bound: 'at most', level: 2 } as Measure,
      ...number,
    }),
    '13 weeks at most 2.0',
  );
  assert.equal(measureWords({ measure: steps, ...number }), '2 milestones');
  assert.equal(measureWords({ measure: { kind: 'done' }, ...number }), 'done or not');
});

test('a hold stands at its best run, and a missing period breaks it', () => {
  const good = (...periods: string[]) => periods.map((period) => ({ period, value: 4.8, good: true }));
  const run = (periods: string[]) =>
    standingWords({ measure: hold, ...number }, { ...unknown, periods: good(...periods) });
  assert.equal(run(months), '3 of 3 months');
  assert.equal(run(['2026-01', '2026-03']), '1 of 3 months');
  assert.equal(run([]), '0 of 3 months');
});

test('a hit rate stands at the counted and the told periods together', () => {
  const facts = { ...unknown, hits: 4, periods: [{ period: '2026-W05', value: null, good: true }] };
  assert.equal(standingWords({ measure: fridays, ...number }, facts), '5 of 13 weeks');
});

test('what nobody has reported is a dash, an undone step or not done', () => {
  const move: Measure = { kind: 'move', baseline: 240, target: 45 };
  assert.equal(standingWords({ measure: move, ...minutes }, unknown), '–');
  assert.equal(
    standingWords({ measure: steps, ...number }, { ...unknown, stepsDone: ['a'] }),
    '1 of 2 steps',
  );
  assert.equal(standingWords({ measure: { kind: 'done' }, ...number }, unknown), 'not done');
});

type Listed = Parameters<typeof promiseWords>[0];
const listed = (part: Partial<Listed>) =>
  ({
    kind: 'move',
    from: 40_000,
    to: 150_000,
    current: 57_000,
    progress: 0.15,
    decimals: 0,
    unit: { kind: 'number' },
    ...part,
  }) as Listed;

test('a key result of a list names its unit once', () => {
  assert.equal(promiseWords(listed({ unit: { kind: 'currency', code: 'EUR' } })), 'EUR 40,000 → 150,000');
  const articles = { from: 40, to: 90, unit: { kind: 'number', symbol: 'articles' } } as const;
  assert.equal(promiseWords(listed(articles)), '40 → 90 articles');
  assert.equal(promiseWords(listed({ from: 240, to: 45, ...minutes })), '4h 00m → 45m');
  assert.equal(promiseWords(listed({ kind: 'hit rate', to: 13 })), '13 good periods');
});

test('a key result of a list says where it stands in what it counts', () => {
  assert.equal(nowWords(listed({})), '57,000');
  assert.equal(
    nowWords(listed({ kind: 'hit rate', to: 13, current: 5, progress: 5 / 13, decimals: 2 })),
    '5 good',
  );
  assert.equal(nowWords(listed({ kind: 'done', progress: 1 })), 'done');
  assert.equal(nowWords(listed({ kind: 'done', progress: 0 })), 'not done');
});
