import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventName, isChange, nounName, valueText } from './event-words.ts';

test('kinds and nouns are said in words', () => {
  assert.equal(eventName('team.memberAdded'), 'team member added');
  assert.equal(eventName('kpi.created'), 'KPI created');
  assert.equal(eventName('checkIn.recorded'), 'check-in recorded');
  assert.equal(nounName('keyResults'), 'Key results');
  assert.equal(nounName('kpis'), 'KPIs');
});

test('values stand on one line, and a change is told from a plain value', () => {
  assert.equal(valueText(null), '–');
  assert.equal(valueText(false), 'no');
  assert.equal(valueText([]), '–');
  assert.equal(valueText(0.6666666666666666), '0.666667');
  assert.equal(valueText(123_456), '123456');
  assert.equal(valueText(['a', 2]), 'a, 2');
  assert.equal(valueText({ kind: 'percent' }), '{"kind":"percent"}');
  assert.equal(valueText('2026-03-04T23:30:00Z', undefined, 'Europe/Berlin'), '5 Mar 2026, 00:30');
  const id = '01a201ab-558a-7df1-8912-a7b8e3d23ad3';
  assert.equal(
    valueText([id], (known) => (known === id ? 'Ann' : undefined)),
    'Ann',
  );
  assert.equal(valueText(id), id);
  assert.equal(isChange({ before: null, after: 'x' }), true);
  assert.equal(isChange({ after: 'x' }), false);
  assert.equal(isChange(null), false);
});
