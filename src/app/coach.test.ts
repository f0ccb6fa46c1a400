import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Input } from '#contract/index.ts';
import { testApp } from '../../test/app.ts';
import { makeOrganisation, makePerson, makeTeam } from '../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter } from '../../test/make-okr.ts';

const app = await testApp();
const acme = await makeOrganisation(app);
const { admin, member, viewer } = acme;
const cycle = await makeQuarter(app, acme);

// A wait that varies by chance between about 41 and 59 minutes, and stays where it is.
const steady = Array.from({ length: 40 }, (_, week) => 50 + [0, 3, -2, 4, -3, 1, -4, 2][week % 8]!);
const weekly = {
  cadence: 'weekly',
  direction: 'lower',
  decimals: 1,
  from: '2025-05-26',
  values: steady,
} as const;
const complaints = await makeKpi(app, member, { ...weekly, key: 'complaints', name: 'Complaints' });
const wait = await makeKpi(app, member, {
  ...{ ...weekly, key: 'wait', name: 'Waiting time', counterMetrics: [complaints] },
});

type Question = Input<'coach.check'>;
const ask = async (question: Question, as = viewer) => (await app.as(as)('coach.check', question)).findings;
const rulesOf = async (question: Question, as = viewer) => (await ask(question, as)).map(({ rule }) => rule);

const falls = (baseline: number, target: number, more: Partial<Question> = {}): Question => ({
  ...{ kind: 'key_result', text: 'Waiting time falls through a second counter', cycle, kpi: wait },
  ...{ guardrails: [complaints], measure: { kind: 'move', baseline, target }, ...more },
});

test('a key result is held against where its KPI stands', async () => {
  assert.deepEqual(await rulesOf(falls(50, 30)), ['not-credible']);
  const [met] = await ask(falls(60, 56));
  assert.equal(met!.rule, 'already-met');
  assert.match(met!.message, /level of Waiting time is 50/);
  assert.ok((await rulesOf(falls(50, 45))).includes('inside-noise'));
  const differs = (await ask(falls(80, 30))).find(({ rule }) => rule === 'baseline-differs')!;
  assert.equal(differs.severity, 'problem');
  assert.equal(differs.repair, 'take the baseline from the KPI');
  assert.ok(Math.abs(differs.value!.baseline! - 50) < 1, `${differs.value!.baseline}`);
});
