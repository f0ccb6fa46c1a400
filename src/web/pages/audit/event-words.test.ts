import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventName, isChange, nounName, valueText } from './event-words.ts';

test('kinds and nouns are said in words', () => {
  assert.equal(eventName('team.memberAdded'), 'team member added');
  assert.equal(eventName('kpi.created'), 'KPI created');
  assert.equal(nounName('keyResults'), 'Key results');
  assert.equal(nounName('kpis'), 'KPIs');
});

test('values stand on one line, and a change is told from a plain value', () => {
  assert.equal(valueText(null), '–');
  assert.equal(valueText(false), 'no');
  assert.equal(valueText([1, 2]), '[1,2]');
  assert.equal(isChange({ before: null, after: 'x' }), true);
  assert.equal(isChange({ after: 'x' }), false);
  assert.equal(isChange(null), false);
});
