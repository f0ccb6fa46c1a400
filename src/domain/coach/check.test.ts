import assert from 'node:assert/strict';
import { test } from 'node:test';
import { check, checkOkrSet } from './check.ts';
import { classify } from './classify.ts';
import type { GoalKind } from './finding.ts';
import { rules } from './rules.ts';

function rulesOf(kind: GoalKind, text: string): string[] {
  return check({ kind, text, period: '2026-Q3' }).map(
    ({ rule, severity }) => `${rule}${severity === 'advice' ? '?' : ''}`,
  );
}

const table: [GoalKind, string, string[]][] = [
  ['key_result', 'Launch Meridian 2.3', ['activity', 'no-number']],
  ['key_result', 'Launch Meridian 2.3 to improve repeat orders from 12% to 18%', ['no-how?']],
  ['key_result', 'Maintain 98% uptime', ['kpi-in-disguise']],
  ['key_result', 'First response from 4 h to 45 min by answering from templates', []],
  ['key_result', 'Increase renewals by 10% and reduce complaints by 20%', ['several-in-one', 'no-how?']],
  ['key_result', 'Increase renewals to 90%', ['no-baseline?', 'no-how?']],
  ['key_result', 'Increase sales by 2000%', ['not-credible', 'no-baseline?', 'no-how?']],
  ['key_result', 'Grow revenue from $450 thousand', ['no-target', 'no-baseline?', 'no-how?']],
  ['objective', 'Reduce waiting by 12 min for families', ['has-metric?']],
  ['objective', 'Work on rural clinics', ['task', 'says-nothing']],
  ['kpi', 'Track waiting time', ['no-number', 'no-target']],
  ['kpi', 'Waiting time ≤ 15 min', []],
];

for (const [kind, text, expected] of table)
  test(`${text}: ${expected.join(', ') || 'nothing to mend'}`, () =>
    assert.deepEqual(rulesOf(kind, text), expected));

test('a finding quotes the words that it is about', () => {
  const text = 'We will launch the new portal';
  const [finding] = check({ kind: 'key_result', text });
  assert.equal(text.slice(finding!.at.from, finding!.at.to), 'launch');
});

test('a key result in a cycle needs no date of its own', () => {
  const text = 'Increase renewals from 80% to 90% through earlier calls';
  assert.deepEqual(
    check({ kind: 'key_result', text }).map(({ rule }) => rule),
    ['no-date'],
  );
  assert.deepEqual(check({ kind: 'key_result', text, period: '2026-Q3' }), []);
});

test('a key result that speaks of something else than its objective is asked how it shows it', () => {
  const of = (text: string, objective: string) =>
    check({ kind: 'key_result', text, objective, period: '2026' }).some(({ rule }) => rule === 'not-aligned');
  assert.ok(of('Cut energy per tonne of glass by 12%', 'Become the place where nurses want to stay'));
  assert.ok(!of('Sick leave falls from 9% to 6%', 'Become the place where nurses want to stay'));
  assert.ok(!of('Raise NPS from 22 to 40', 'Become the place where nurses want to stay'));
});

test('a set is told what its parts are together', () => {
  const of = (keyResults: string[]) =>
    checkOkrSet({ objective: 'Become the first choice of young families', keyResults, period: '2026' })
      .filter((finding) => finding.of === 'set')
      .map(({ rule, severity }) => `${rule} ${severity}`);
  assert.deepEqual(of([]), ['too-few problem']);
  assert.deepEqual(of(['Raise NPS from 22 to 40']), ['too-few advice']);
  assert.deepEqual(of(['Launch the app', 'Write the handbook']), ['all-outputs advice']);
  assert.deepEqual(of(['Maintain 98% uptime', 'Keep churn below 3%']), ['not-ambitious advice']);
  assert.deepEqual(of(Array.from({ length: 6 }, (_, n) => `Raise NPS in region ${n} from 22 to 40`)), [
    'too-many advice',
  ]);
});

test('every rule has a name of its own, a reason and a source', () => {
  assert.equal(new Set(rules.map(({ name }) => name)).size, rules.length);
  for (const { name, why, source } of rules) assert.ok(why.length > 40 && source.length > 10, name);
});

const nouns: [string, string][] = [
  ['maintain 98 % uptime', 'KPI'],
  ['open a second clinic', 'initiative'],
  ['first response from 4 hours to 45 minutes', 'key result'],
  ['Become the first choice of young families', 'objective'],
  ['Churn rate', 'KPI'],
  ['99.9% availability', 'KPI'],
  ['Hit the annual budget', 'KPI'],
  ['Hire two nurses', 'initiative'],
  ['Raise NPS from 22 to 40', 'key result'],
  ['Churn falls below 2%', 'key result'],
  ['Build a sales team that other companies admire: outstanding, calm and quick', 'objective'],
];

for (const [text, noun] of nouns) test(`"${text}" is a ${noun}`, () => assert.equal(classify(text).is, noun));
