import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter, moves } from '../../../test/make-okr.ts';

const now = '2026-02-06T09:00:00.000Z';
const app = await testApp(undefined, { now });

test('a pillar that a KPI or an objective names is there from then on, in one spelling', async () => {
  const acme = await makeOrganisation(app);
  const cycle = await makeQuarter(app, acme);
  const mia = app.as(acme.member);
  await makeKpi(app, acme.member, { pillar: 'Riders who come back' });
  const { id } = await makeObjective(app, acme.member, cycle, { pillar: 'riders WHO come back' });
  assert.equal((await mia('objectives.find', { objective: id })).pillar, 'Riders who come back');
  await mia('objectives.change', { objective: id, pillar: 'Thrift' });
  await mia('kpis.change', { kpi: 'csat', pillar: 'thrift' });
  assert.equal((await mia('kpis.find', { kpi: 'csat' })).pillar, 'Thrift');
  assert.deepEqual(
    (await mia('pillars.list', {})).map(({ name, kpis, objectives }) => [name, kpis, objectives]),
    [
      ['Riders who come back', 0, 0],
      ['Thrift', 1, 1],
    ],
  );
  // What is not said of it stays.
  await mia('kpis.change', { kpi: 'csat', purpose: 'To know' });
  assert.equal((await mia('kpis.find', { kpi: 'csat' })).pillar, 'Thrift');
  const { entries } = await app.as(acme.admin)('audit.list', {});
  assert.equal(entries.filter(({ kind }) => kind === 'pillar.created').length, 2);
});

test('a new name reaches everything that carries the pillar, in closed cycles too', async () => {
  const acme = await makeOrganisation(app);
  const admin = app.as(acme.admin);
  const cycle = await makeQuarter(app, acme);
  const { id } = await makeObjective(app, acme.member, cycle, { pillar: 'Riders' });
  await makeKpi(app, acme.member, { pillar: 'Riders' });
  for (const step of ['cycles.activate', 'cycles.startGrading', 'cycles.close'] as const)
    await admin(step, { cycle });
  const [pillar] = await admin('pillars.list', {});
  const changed = await admin('pillars.change', {
    pillar: pillar!.id,
    name: 'Customers',
    description: 'Those who ride',
  });
  assert.deepEqual([changed.name, changed.kpis, changed.objectives], ['Customers', 1, 1]);
  assert.equal((await admin('kpis.find', { kpi: 'csat' })).pillar, 'Customers');
  assert.equal((await admin('objectives.find', { objective: id })).pillar, 'Customers');
  const { entries } = await admin('audit.list', {});
  assert.deepEqual(
    entries
      .filter(({ operation }) => operation === 'pillars.change')
      .map(({ kind }) => kind)
      .sort(),
    ['kpi.changed', 'objective.changed', 'pillar.changed'],
  );
  await admin('pillars.create', { name: 'Money' });
  await assert.rejects(admin('pillars.change', { pillar: pillar!.id, name: 'MONEY' }), {
    code: 'conflict',
    message: 'There is a pillar "Money" already: choose another name.',
  });
  await assert.rejects(admin('pillars.create', { name: 'money' }), { code: 'conflict' });
});

test('a pillar is removed when nothing carries it, or when what does is to carry none; closed cycles stay as they were', async () => {
  const acme = await makeOrganisation(app);
  const admin = app.as(acme.admin);
  const past = await makeQuarter(app, acme, '2025-10-01');
  const old = await makeObjective(app, acme.member, past, { pillar: 'Riders' });
  for (const step of ['cycles.activate', 'cycles.startGrading', 'cycles.close'] as const)
    await admin(step, { cycle: past });
  const cycle = await makeQuarter(app, acme);
  const { id } = await makeObjective(app, acme.member, cycle, { pillar: 'Riders' });
  await makeKpi(app, acme.member, { pillar: 'Riders' });
  const [pillar] = await admin('pillars.list', {});
  await assert.rejects(admin('pillars.remove', { pillar: pillar!.id }), {
    code: 'conflict',
    message:
      '1 KPI and 2 objectives carry "Riders": give them another pillar, or remove it with clear, and they carry none afterwards.',
  });
  await admin('pillars.remove', { pillar: pillar!.id, clear: true });
  assert.deepEqual(await admin('pillars.list', {}), []);
  assert.equal((await admin('kpis.find', { kpi: 'csat' })).pillar, null);
  assert.equal((await admin('objectives.find', { objective: id })).pillar, null);
  assert.equal((await admin('objectives.find', { objective: old.id })).pillar, 'Riders');
  await assert.rejects(admin('pillars.remove', { pillar: pillar!.id }), { code: 'not_found' });
  // Named again, it is the same pillar as before.
  await admin('kpis.change', { kpi: 'csat', pillar: 'riders' });
  assert.deepEqual(
    (await admin('pillars.list', {})).map((each) => [each.id, each.name, each.kpis, each.objectives]),
    [[pillar!.id, 'Riders', 1, 1]],
  );
});

test('members add pillars; renaming, removing and ordering them and the mission are for admins', async () => {
  const acme = await makeOrganisation(app);
  const [mia, admin] = [app.as(acme.member), app.as(acme.admin)];
  const { id: one } = await mia('pillars.create', { name: 'One' });
  const { id: two } = await mia('pillars.create', { name: 'Two', description: 'The second' });
  const no = { code: 'forbidden' };
  await assert.rejects(mia('pillars.change', { pillar: one, name: 'Uno' }), no);
  await assert.rejects(mia('pillars.remove', { pillar: one }), no);
  await assert.rejects(mia('pillars.order', { pillars: [two, one] }), no);
  await assert.rejects(mia('strategy.change', { mission: 'Mine' }), no);
  await assert.rejects(app.as(acme.viewer)('pillars.create', { name: 'Three' }), no);
  for (const pillars of [[two], [two, two], [two, one, one]])
    await assert.rejects(admin('pillars.order', { pillars }), {
      code: 'invalid',
      message: 'Name each of the 2 pillars once, in the order that they are to have.',
    });
  await assert.rejects(admin('pillars.order', { pillars: [two, acme.member.id] }), { code: 'not_found' });
  const ordered = await admin('pillars.order', { pillars: [two, one] });
  assert.deepEqual(
    ordered.map(({ name }) => name),
    ['Two', 'One'],
  );
  await admin('strategy.change', { mission: 'Everybody rides.' });
  assert.equal((await mia('strategy.find', {})).mission, 'Everybody rides.');
  assert.deepEqual(
    [(await mia('strategy.find', {})).mayChange, (await admin('strategy.find', {})).mayChange],
    [false, true],
  );
});

test('the strategy shows what carries each pillar, what hangs below that, and what carries none', async () => {
  const acme = await makeOrganisation(app);
  const mia = app.as(acme.member);
  const cycle = await makeQuarter(app, acme);
  const top = await makeObjective(app, acme.member, cycle, {
    title: 'Riders stay',
    pillar: 'Riders',
    keyResults: [moves()],
  });
  const below = await makeObjective(app, acme.member, cycle, {
    title: 'Answer at once',
    parents: [{ objective: top.id }],
  });
  await makeObjective(app, acme.member, cycle, {
    title: 'Train',
    parents: [{ objective: below.id, kind: 'supports' }],
  });
  await makeObjective(app, acme.member, cycle, { title: 'Alone' });
  await makeKpi(app, acme.member, { pillar: 'Riders', from: '2026-01-01', values: [4] });
  await app.as(acme.member)('thresholds.record', { kpi: 'csat', from: '2026-01-01', floor: 4.5 });
  await makeKpi(app, acme.member, { key: 'cash', name: 'Cash' });
  await app.as(acme.admin)('cycles.activate', { cycle });
  const report = { kind: 'value', value: 0 } as const;
  await mia('checkIns.record', { keyResult: top.keyResults[0]!, report, confidence: 5 });
  const found = await mia('strategy.find', {});
  assert.deepEqual(
    found.cycles.map(({ id }) => id),
    [cycle],
  );
  const [riders] = found.pillars;
  assert.deepEqual(
    riders!.kpis.map(({ key, status, value }) => [key, status, value]),
    [['csat', 'breach', 4]],
  );
  assert.equal(riders!.statuses.breach, 1);
  assert.deepEqual(
    riders!.objectives.map(({ title, health }) => [title, health]),
    [['Riders stay', 'off track']],
  );
  assert.deepEqual([riders!.below, riders!.healths['off track']], [2, 1]);
  assert.equal(found.none.sentence, '1 KPI and 1 objective carry no pillar.');
  assert.deepEqual(
    found.none.objectives.map(({ title }) => title),
    ['Alone'],
  );
});

test('a private objective is in nobody else’s strategy, and neither is what hangs below it counted by it', async () => {
  const acme = await makeOrganisation(app);
  const cycle = await makeQuarter(app, acme);
  const secret = await makeObjective(app, acme.member, cycle, {
    title: 'Secret',
    pillar: 'Riders',
    privateTo: { people: [], teams: [] },
  });
  await makeObjective(app, acme.member, cycle, { title: 'Below', parents: [{ objective: secret.id }] });
  const own = await app.as(acme.member)('strategy.find', {});
  assert.deepEqual([own.pillars[0]!.objectives.length, own.pillars[0]!.below], [1, 1]);
  for (const person of [acme.admin, acme.owner, acme.viewer]) {
    const found = await app.as(person)('strategy.find', {});
    assert.deepEqual([found.pillars[0]!.objectives, found.pillars[0]!.below], [[], 0]);
    assert.deepEqual(
      found.none.objectives.map(({ title }) => title),
      ['Below'],
    );
    assert.doesNotMatch(JSON.stringify(found), /Secret/);
    const [riders] = await app.as(person)('pillars.list', {});
    assert.equal(riders!.objectives, 0);
  }
  // Whether it may be removed must not tell that something unseen carries it.
  await app.as(acme.admin)('pillars.remove', { pillar: own.pillars[0]!.id });
});
