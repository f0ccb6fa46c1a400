import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GradeSheet } from '#contract/grades.ts';
import { gradeDraft, gradeOf, meaning, typedScore } from './grade-draft.ts';

const sheet = (part: Partial<GradeSheet> = {}) =>
  ({
    keyResult: { id: 'kr', grade: null },
    suggested: 0.64,
    cap: null,
    mayKeepGain: true,
    ...part,
  }) as GradeSheet;

test('a score is from 0 to 1, with a point or a comma', () => {
  assert.deepEqual(['0.64', '0,7', '1', '1.2', '-0.1', '', 'good'].map(typedScore), [
    0.64,
    0.7,
    1,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test('a fresh draft takes the suggested score, and asks for no reason', () => {
  const draft = gradeDraft(sheet());
  const read = meaning(draft, sheet(), 'aspirational');
  assert.deepEqual([read?.score, read?.band, read?.isSuccess, read?.asks], [0.64, 'below 0.7', false, []]);
});

test('another score asks for a reason, and a committed miss for an explanation', () => {
  const draft = { ...gradeDraft(sheet()), score: '0.8' };
  assert.deepEqual(meaning(draft, sheet(), 'committed')?.asks, ['reason', 'explanation']);
});

test('a breached guardrail caps what is typed', () => {
  const capped = sheet({ cap: 0.69, suggested: 0.69 });
  const read = meaning({ ...gradeDraft(capped), score: '0.9' }, capped, 'aspirational');
  assert.deepEqual([read?.score, read?.isCapped, read?.asks], [0.69, true, []]);
});

test('what is missing has its field, and a fate sends only what belongs to it', () => {
  const draft = { ...gradeDraft(sheet()), lesson: 'Start earlier', carryInto: 'next', periods: '4' };
  assert.deepEqual(gradeOf({ ...draft, score: '2' }, sheet()), {
    faults: { score: 'Give a score from 0.0 to 1.0.', fate: 'Choose what becomes of it.' },
  });
  const sent = { keyResult: 'kr', score: 0.64, lesson: 'Start earlier' };
  assert.deepEqual(gradeOf({ ...draft, fate: 'keep the gain' }, sheet()), {
    ...sent,
    fate: 'keep the gain',
    keep: { raise: 'nothing', periods: 4 },
  });
  assert.deepEqual(gradeOf({ ...draft, fate: 'carry over' }, sheet()), {
    ...sent,
    fate: 'carry over',
    carryInto: 'next',
  });
  assert.deepEqual(gradeOf({ ...draft, fate: 'drop' }, sheet()), { ...sent, fate: 'drop' });
});
