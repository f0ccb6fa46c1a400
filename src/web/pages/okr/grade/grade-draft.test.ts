import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { GradeSheet } from '#contract/grades.ts';
import { gradeDraft, gradeOf, meaning, typedScore } from './grade-draft.ts';

const sheet = (part: Partial<GradeSheet> = {}) =>
  ({
    keyResult: { id: 'kr', grade: null, kpi: null, unit: { kind: 'number' }, owner: 'mia' },
    gain: null,
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

const gain: GradeSheet['gain'] = {
  ...{ level: 86, unit: { kind: 'percent' as const }, decimals: 1 },
  ...{ direction: 'higher' as const, line: null, cadence: 'weekly' as const },
};
const leaves = { score: '0.64', lesson: 'It stays', fate: 'turn into a KPI' } as const;

test('what reads a KPI turns into its floor, at the level reached unless another is typed', () => {
  const reads = sheet({ gain, keyResult: { ...sheet().keyResult, kpi: { id: 'k', key: 'k', name: 'K' } } });
  const graduate = (floor: string) => gradeOf({ ...gradeDraft(reads), ...leaves, floor }, reads);
  assert.deepEqual(graduate(''), { keyResult: 'kr', ...leaves, score: 0.64, graduate: {} });
  assert.deepEqual(graduate('84,5 %'), {
    ...{ keyResult: 'kr', ...leaves, score: 0.64, graduate: { level: 84.5 } },
  });
  assert.ok('faults' in graduate('much'));
});

test('what was typed turns into a KPI that says its name, key, cadence, unit, direction and owner', () => {
  const typed = sheet({ gain });
  const draft = {
    ...gradeDraft(typed),
    ...leaves,
    kpiName: ' Hours ',
    kpiKey: 'hours',
    kpiDefinition: 'By month.',
  };
  assert.deepEqual(gradeOf(draft, typed), {
    ...{ keyResult: 'kr', ...leaves, score: 0.64 },
    graduate: {
      kpi: {
        ...{ key: 'hours', name: 'Hours', definition: 'By month.', cadence: 'weekly' },
        ...{ unit: { kind: 'number' }, direction: 'higher', owner: 'mia' },
      },
    },
  });
});
