import assert from 'node:assert/strict';
import { test } from 'node:test';
import { breachesWords, successWords } from './report-words.ts';

const percent = { unit: { kind: 'percent' as const }, decimals: 0 };
const breach = (period: string, value: number) => ({ period, value, side: 'floor' as const, threshold: 95 });

test('of many breaches the last three are told with their number', () => {
  assert.equal(breachesWords([breach('2026-02', 93)], percent), '93% in February 2026, floor 95%');
  const many = ['01', '02', '03', '04'].map((month) => breach(`2026-${month}`, 90));
  assert.match(
    breachesWords(many, percent),
    /^4 periods, the last: 90% in February 2026, floor 95%; .*April/,
  );
});

test('success is counted only of what can succeed', () => {
  const none = { score: null, progress: null, objectives: 1, scored: 0, keyResults: 2, graded: 0 };
  assert.equal(successWords({ ...none, succeeded: 0, judged: 0 }), 'none judged yet');
  assert.equal(successWords({ ...none, succeeded: 1, judged: 2 }), '1 of 2 succeeded');
});
