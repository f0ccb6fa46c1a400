import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOkrSet } from './check.ts';
import type { KeyResultOfSet, SetFacts } from './set/facts.ts';
import { checkSet, setRules } from './set.ts';

const keyResult = (more: Partial<KeyResultOfSet> = {}): KeyResultOfSet => ({
  ...{ isWork: false, isKept: false },
  ...more,
});
const many = (count: number, more: Partial<KeyResultOfSet> = {}) =>
  Array.from({ length: count }, (_, index) => keyResult({ kpi: `kpi${index}`, ...more }));

const table: [string, SetFacts, string[]][] = [
  ['three on three KPIs', { keyResults: many(3) }, []],
  ['none', { keyResults: [] }, ['too-few problem set']],
  ['one', { keyResults: many(1) }, ['too-few advice set']],
  ['six', { keyResults: many(6) }, ['too-many advice set']],
  ['all work', { keyResults: many(3, { isWork: true }) }, ['all-outputs advice set']],
  ['all kept', { keyResults: many(2, { isKept: true }) }, ['not-ambitious advice set']],
  ['all coming by themselves', { keyResults: many(2, { odds: 0.93 }) }, ['not-ambitious advice set']],
  [
    'one that would take a change',
    { keyResults: [...many(2, { odds: 0.93 }), keyResult({ odds: 0.2 })] },
    [],
  ],
  ['one of unknown odds', { keyResults: [...many(2, { odds: 0.93 }), keyResult()] }, []],
  ['all from one KPI', { keyResults: many(3, { kpi: 'nps' }) }, ['one-kpi advice set']],
  ['one without a KPI', { keyResults: [...many(2, { kpi: 'nps' }), keyResult()] }, []],
  [
    'an owner with six objectives',
    { keyResults: many(3), owner: { name: 'Ada', objectives: 6, keyResults: 9 } },
    ['too-many-for-owner advice owner'],
  ],
  ['an owner with five', { keyResults: many(3), owner: { name: 'Ada', objectives: 5, keyResults: 10 } }, []],
];

for (const [name, facts, expected] of table)
  test(`a set of ${name}: ${expected.join(', ') || 'nothing to mend'}`, () =>
    assert.deepEqual(
      checkSet(facts).map(({ rule, severity, of }) => `${rule} ${severity} ${of}`),
      expected,
    ));

test('messages name the KPI and what the owner carries', () => {
  const [one, owner] = checkSet({
    keyResults: many(2, { kpi: 'nps', kpiName: 'NPS' }),
    owner: { name: 'Ada', objectives: 7, keyResults: 12 },
  });
  assert.match(one!.message, /^All 2 read NPS\./);
  assert.match(owner!.message, /^Ada carries 7 objectives \(5 are advised at most\) and 12 key results/);
});

test('what is known of key results beside their words comes to the set', () => {
  const found = checkOkrSet({
    objective: 'Become the first choice of young families',
    keyResults: [
      { text: 'Raise NPS from 22 to 40 by calling back', kpi: 'nps', kpiName: 'NPS' },
      { text: 'Raise NPS of first-time guests from 10 to 40 by calling back', kpi: 'nps', kpiName: 'NPS' },
    ],
    period: '2026-Q3',
  });
  assert.deepEqual(
    found.map(({ rule, of }) => [rule, of]),
    [['one-kpi', 'set']],
  );
});

test('each rule of a set has a reason and a source', () => {
  for (const { name, why, source } of setRules) assert.ok(why.length > 40 && source.length > 10, name);
});
