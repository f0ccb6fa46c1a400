import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cycleStates, takesGoals } from '#domain/time/cycle.ts';
import { actionFault, type CycleAction, changeFault, closeFault, deadlineFault } from './cycle-rules.ts';

const actions: CycleAction[] = ['write', 'change', 'drop', 'check in', 'grade'];
const moved = [{ field: 'target', before: 45, after: 90 }];

test('Each state allows what belongs to it, and a closed cycle nothing', () => {
  const allowed = cycleStates.map((state) => actions.filter((action) => !actionFault(state, action)));
  assert.deepEqual(allowed, [
    ['write', 'change', 'drop'],
    ['write', 'change', 'drop', 'check in'],
    ['check in', 'grade'],
    [],
  ]);
  assert.deepEqual(
    cycleStates.filter((state) => takesGoals({ state })),
    cycleStates.filter((state) => !actionFault(state, 'write')),
  );
  assert.match(actionFault('closed', 'check in') ?? '', /closed cycle can only be read/);
  assert.match(actionFault('planning', 'check in') ?? '', /activate it/);
});

test('Moving a frozen goalpost in an active cycle needs a reason, anything else does not', () => {
  assert.match(changeFault('active', moved, ' ') ?? '', /target was frozen at its start: give a reason/);
  assert.match(changeFault('active', [...moved, ...moved], undefined) ?? '', /target, target were frozen/);
  assert.equal(changeFault('active', moved, 'The supplier left'), undefined);
  assert.equal(changeFault('active', [], undefined), undefined);
  assert.equal(changeFault('planning', moved, undefined), undefined);
  assert.match(changeFault('grading', moved, 'Too hard') ?? '', /being graded/);
  assert.match(changeFault('closed', [], 'Typo') ?? '', /closed/);
});

test('A cycle closes when every key result has a score and a fate', () => {
  const graded = { title: 'A', score: 0.5, fate: 'drop' };
  assert.equal(closeFault([graded]), undefined);
  assert.equal(closeFault([]), undefined);
  assert.match(
    closeFault([graded, { title: 'B', score: undefined, fate: undefined }]) ?? '',
    /"B" needs a score and a fate/,
  );
  const many = ['B', 'C', 'D', 'E'].map((title) => ({ title, score: 0, fate: undefined }));
  assert.match(closeFault(many) ?? '', /"B", "C", "D" and 1 more need a score/);
});

test('A deadline lies inside the cycle', () => {
  const span = { starts: '2026-01-01', ends: '2026-03-31' };
  assert.equal(deadlineFault('2026-03-31', span), undefined);
  for (const day of ['2026-01-01', '2025-12-31', '2026-04-01'])
    assert.match(deadlineFault(day, span) ?? '', /outside the cycle/);
});
