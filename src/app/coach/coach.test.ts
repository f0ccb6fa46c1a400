import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Input, Output } from '#contract/index.ts';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation, makePerson, makeTeam } from '../../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter } from '../../../test/make-okr.ts';

const app = await testApp();
const acme = await makeOrganisation(app);
const { member, viewer } = acme;
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
type Line = Output<'coach.report'>['lines'][number];
const ask = async (question: Question, as = viewer) => (await app.as(as)('coach.check', question)).findings;
const rulesOf = async (question: Question, as = viewer) => (await ask(question, as)).map(({ rule }) => rule);
const found = async (question: Question, rule: string) =>
  (await ask(question)).find((each) => each.rule === rule);
const report = (more: Input<'coach.report'> = {}, as = viewer) =>
  app.as(as)('coach.report', { cycle, ...more });
const told = (lines: readonly Line[]) => lines.map(({ title, rule }) => `${title}: ${rule}`);

const falls = (baseline: number, target: number, more: Partial<Question> = {}): Question => ({
  ...{ kind: 'key_result', text: 'Waiting time falls', cycle, kpi: wait },
  ...{ guardrails: [complaints], measure: { kind: 'move', baseline, target }, ...more },
});

test('a key result is held against where its KPI stands', async () => {
  assert.deepEqual(await rulesOf(falls(50, 30, { text: 'Waiting time falls through a second counter' })), []);
  assert.deepEqual(await rulesOf(falls(50, 30)), ['not-credible']);
  assert.match((await found(falls(60, 56), 'already-met'))!.message, /level of Waiting time is 50\.1,/);
  assert.ok((await rulesOf(falls(50, 46))).includes('inside-noise'));
  const differs = (await found(falls(80, 40), 'baseline-differs'))!;
  assert.deepEqual([differs.severity, differs.repair], ['problem', 'take the baseline from the KPI']);
  assert.ok(Math.abs(differs.value!.baseline! - 50) < 1, `${differs.value!.baseline}`);
});

test('a target that comes by itself is told with what would be a stretch', async () => {
  const values = Array.from({ length: 40 }, (_, week) => 20 + 2 * week + [0, 1, -1][week % 3]!);
  const rising = await makeKpi(app, member, {
    ...weekly,
    key: 'rising',
    name: 'Renewals',
    direction: 'higher',
    values,
  });
  const question = falls(90, 94, { text: 'Renewals rise by calling earlier', kpi: rising });
  const itself = (await found(question, 'by-itself'))!;
  assert.equal(itself.repair, 'take the stretch as target');
  assert.ok(itself.value!.target! > 94, `${itself.value!.target}`);
});

test('what would suffer is asked for: the counter-metric of the KPI, or one that there should be', async () => {
  const open = (await found(falls(50, 40, { guardrails: [] }), 'no-guardrail'))!;
  assert.deepEqual(open.value, { guardrails: [complaints] });
  assert.ok(
    (await rulesOf(falls(50, 40, { kpi: complaints, guardrails: [] }))).includes('no-counter-metric'),
  );
});

test('values are compared in the unit of the key result', async () => {
  const unit = { kind: 'duration', unit: 'hours' } as const;
  const values = steady.map((minutes) => minutes * 60);
  const answer = await makeKpi(app, member, {
    ...{
      ...weekly,
      key: 'answer',
      name: 'First answer',
      unit: { kind: 'duration', unit: 'minutes' },
      values,
    },
  });
  const question = {
    text: 'The first answer comes sooner through templates',
    kpi: answer,
    unit,
    decimals: 0,
  };
  assert.deepEqual(await rulesOf(falls(50, 30, question)), []);
  const differs = (await found(falls(3_000, 40, question), 'baseline-differs'))!;
  assert.ok(Math.abs(differs.value!.baseline! - 50) <= 1, differs.message);
});

test('once a key result is frozen its KPI may move, and is only asked what was foreseen', async () => {
  const next = await makeQuarter(app, acme, '2026-04-01');
  const { keyResults } = await makeObjective(app, member, next, {
    title: 'Families are let in before the rain gets them',
    keyResults: [
      {
        title: 'Waiting time falls',
        kpi: wait,
        guardrails: [complaints],
        measure: { kind: 'move', baseline: 95, target: 75 },
      },
    ],
  });
  const question = { kind: 'key_result', subject: keyResults[0]! } as const;
  assert.ok((await rulesOf(question)).includes('already-met'));
  await app.as(acme.admin)('cycles.activate', { cycle: next });
  const rules = await rulesOf(question);
  assert.ok(!rules.includes('already-met') && !rules.includes('baseline-differs'), rules.join());
  assert.ok(rules.includes('by-itself'), rules.join());
});

test('a goal that says the same as another is told, but not what is private to others', async () => {
  const title = 'Travellers find their platform without asking anybody';
  const { id: hidden } = await makeObjective(app, member, cycle, {
    title,
    privateTo: { people: [], teams: [] },
  });
  const question: Question = {
    kind: 'objective',
    cycle,
    text: 'Travellers find the platform without asking anybody',
  };
  assert.deepEqual(await rulesOf(question), []);
  const [same] = await ask(question, member);
  assert.deepEqual([same!.rule, same!.value], ['same-as-another', { other: hidden }]);
  await makeObjective(app, acme.admin, cycle, { title });
  assert.deepEqual(await rulesOf(question), ['same-as-another']);
  assert.ok(!told((await report()).lines).some((line) => line.includes('same-as-another')));
  assert.ok(told((await report({}, member)).lines).includes(`${title}: same-as-another`));
  assert.equal(
    (await report()).lines.some(({ subject }) => subject === hidden),
    false,
  );
});

test('an objective is told what its key results are together, and what its owner carries', async () => {
  const busy = await makePerson(app, acme, { name: 'Bea Busy' });
  const { id } = await makeObjective(app, busy, cycle, {
    title: 'Nurses want to stay',
    keyResults: ['Launch the roster app', 'Write the handbook'].map((title) => ({
      title,
      measure: { kind: 'done' },
    })),
  });
  assert.deepEqual(await rulesOf({ kind: 'objective', subject: id }), ['all-outputs']);
  assert.deepEqual(await rulesOf({ kind: 'objective', text: 'Nurses want to stay', keyResults: [] }), [
    'too-few',
  ]);
  for (const what of ['learn', 'rest', 'teach', 'heal', 'sing'])
    await makeObjective(app, busy, cycle, {
      title: `Nurses find the time to ${what} while they are on their shift`,
    });
  const load = (await ask({ kind: 'objective', subject: id })).find(({ kind }) => kind === 'person')!;
  assert.deepEqual([load.rule, load.subject], ['too-many-for-owner', busy.id]);
  assert.match(load.message, /^Bea Busy carries 6 objectives/);
});

test('a KPI is asked for what its definition lacks, and for its double', async () => {
  assert.deepEqual(await rulesOf({ kind: 'kpi', subject: complaints }), [
    'no-definition',
    'no-threshold',
    'no-counter-metric',
  ]);
  const twin = {
    kind: 'kpi',
    text: 'Complaint',
    definition: 'Complaints in writing, counted at the door.',
  } as const;
  assert.deepEqual(await rulesOf({ ...twin, owner: member.id, direction: 'lower', counterMetrics: [wait] }), [
    'duplicate',
  ]);
});

test('a measure that is no measure is refused, and so is nothing at all', async () => {
  await assert.rejects(ask(falls(50, 50)), { code: 'invalid', field: 'measure' });
  await assert.rejects(ask({ kind: 'objective' }), { code: 'invalid', field: 'text' });
});

test('what is set aside stays so while its words do, and no longer', async () => {
  const { id } = await makeObjective(app, member, cycle, { title: 'Launch the portal for patients' });
  const subject = { kind: 'objective', subject: id } as const;
  const isOpen = async () => (await ask(subject)).some(({ rule, setAside }) => rule === 'task' && !setAside);
  const aside = await app.as(member)('coach.setAside', {
    ...subject,
    rule: 'task',
    reason: 'The law asks for it.',
  });
  assert.equal(await isOpen(), false);
  const line = (await report()).lines.find((each) => each.subject === id && each.rule === 'task')!;
  assert.deepEqual(line.setAside, {
    id: aside.id,
    reason: 'The law asks for it.',
    by: member.id,
    at: '2026-03-04T12:00:00Z',
  });
  await assert.rejects(app.as(member)('coach.setAside', { ...subject, rule: 'task', reason: 'Again.' }), {
    code: 'conflict',
  });
  // What it was about is the verb, and that is still there.
  await app.as(member)('objectives.change', { objective: id, title: 'Launch the portal for our patients' });
  assert.equal(await isOpen(), false);
  await app.as(member)('objectives.change', { objective: id, title: 'Build the portal for our patients' });
  assert.equal(await isOpen(), true);
  await app.as(member)('objectives.change', { objective: id, title: 'LAUNCH the portal, for our patients.' });
  assert.equal(await isOpen(), false);
  await app.as(member)('coach.takeUp', { setAside: aside.id });
  assert.equal(await isOpen(), true);
  await assert.rejects(app.as(member)('coach.takeUp', { setAside: aside.id }), { code: 'conflict' });
});

test('what was set aside of a target is open again once the target is another', async () => {
  const { keyResults } = await makeObjective(app, member, cycle, {
    title: 'Guests never stand in the draught of the door',
    keyResults: [
      {
        title: 'Waiting time falls',
        kpi: wait,
        guardrails: [complaints],
        measure: { kind: 'move', baseline: 50, target: 30 },
      },
    ],
  });
  const subject = { kind: 'key_result', subject: keyResults[0]! } as const;
  const open = async () => (await ask(subject)).filter(({ setAside }) => !setAside).map(({ rule }) => rule);
  await app.as(member)('coach.setAside', {
    ...subject,
    rule: 'not-credible',
    reason: 'A second door is built.',
  });
  assert.ok(!(await open()).includes('not-credible'));
  await app.as(member)('keyResults.change', {
    keyResult: keyResults[0]!,
    measure: { kind: 'move', baseline: 50, target: 29 },
  });
  assert.ok((await open()).includes('not-credible'));
});

test('only who may change a thing sets aside what is found of it, and a private one stays out of the log', async () => {
  const { id } = await makeObjective(app, member, cycle, {
    title: 'Launch the kiosk',
    privateTo: { people: [], teams: [] },
  });
  const set = { kind: 'objective', subject: id, rule: 'task', reason: 'A secret of ours.' } as const;
  await assert.rejects(app.as(acme.admin)('coach.setAside', set), { code: 'not_found' });
  const aside = await app.as(member)('coach.setAside', set);
  await assert.rejects(app.as(acme.admin)('coach.takeUp', { setAside: aside.id }), { code: 'not_found' });
  await assert.rejects(app.as(viewer)('coach.takeUp', { setAside: aside.id }), { code: 'forbidden' });
  const { entries } = await app.as(acme.admin)('audit.list', {});
  assert.ok(!JSON.stringify(entries).includes('A secret of ours'));
  const stranger = await makePerson(app, acme, { name: 'Sam Stranger' });
  const kpi = { kind: 'kpi', subject: complaints, rule: 'no-threshold', reason: 'Not mine.' } as const;
  await assert.rejects(app.as(stranger)('coach.setAside', kpi), { code: 'forbidden' });
  await assert.rejects(app.as(member)('coach.setAside', { ...kpi, rule: 'no-such-rule' }), {
    code: 'invalid',
    field: 'rule',
  });
});

test('the report counts by rule, narrows by team and owner, and takes the cycle that is being planned', async (t) => {
  const own = await testApp(t);
  const org = await makeOrganisation(own);
  assert.equal((await own.as(org.viewer)('coach.report', {})).cycle, null);
  const active = await makeQuarter(own, org);
  await own.as(org.admin)('cycles.activate', { cycle: active });
  const planned = await makeQuarter(own, org, '2026-04-01');
  const sales = await makeTeam(own, org, { key: 'sales', name: 'Sales', leads: [org.member] });
  const { id: shop } = await makeObjective(own, org.member, planned, {
    title: 'Launch the shop',
    team: sales,
    keyResults: [{ title: 'Hold four workshops', measure: { kind: 'done' } }],
  });
  await makeObjective(own, org.admin, planned, { title: 'Guests come back because they were seen' });
  await makeObjective(own, org.admin, active, { title: 'Improve things' });
  const all = await own.as(org.viewer)('coach.report', {});
  assert.equal(all.cycle?.id, planned);
  assert.deepEqual([all.goals, all.clean], [3, 0]);
  assert.deepEqual(told(all.lines), [
    'Launch the shop: task',
    'Launch the shop: too-few',
    'Launch the shop: all-outputs',
    'Hold four workshops: activity',
    'Guests come back because they were seen: too-few',
  ]);
  const rule = all.rules.find((each) => each.rule === 'too-few')!;
  assert.deepEqual([rule.problems, rule.advice], [1, 1]);
  assert.ok(rule.why.length > 20 && rule.source.length > 5);
  const narrowed = async (more: Input<'coach.report'>) =>
    (await own.as(org.viewer)('coach.report', more)).total;
  assert.equal(await narrowed({ team: sales }), 4);
  assert.equal(await narrowed({ owner: org.admin.id }), 1);
  assert.equal(await narrowed({ objective: shop }), 4);
  assert.equal(await narrowed({ rule: 'too-few', severity: 'advice' }), 1);
  assert.equal((await own.as(org.viewer)('coach.report', { limit: 2 })).lines.length, 2);
});
