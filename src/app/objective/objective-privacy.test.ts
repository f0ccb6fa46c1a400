import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestApp, testApp } from '../../../test/app.ts';
import { makeOrganisation, makePerson, makeTeam } from '../../../test/make.ts';
import { makeObjective, makeQuarter, moves } from '../../../test/make-okr.ts';

const now = '2026-02-06T09:00:00.000Z';
const missing = { code: 'not_found' };

async function setUp(app: TestApp) {
  const acme = await makeOrganisation(app);
  const cycle = await makeQuarter(app, acme);
  const named = await makePerson(app, acme, { name: 'Nora Named', role: 'viewer' });
  const inTeam = await makePerson(app, acme, { name: 'Tim Team' });
  const answering = await makePerson(app, acme, { name: 'Kim Keyresult' });
  const stranger = await makePerson(app, acme, { name: 'Sam Stranger' });
  const team = await makeTeam(app, acme, { members: [inTeam] });
  const top = await makeObjective(app, acme.member, cycle, { title: 'Public top' });
  const secret = await makeObjective(app, acme.member, cycle, {
    title: 'Secret',
    parents: [{ objective: top.id, weight: 3 }],
    privateTo: { people: [named.id], teams: [team] },
    keyResults: [moves('secret number', { owner: answering.id })],
  });
  const below = await makeObjective(app, acme.member, cycle, {
    title: 'Public below',
    parents: [{ objective: secret.id }],
  });
  await app.as(acme.admin)('cycles.activate', { cycle });
  return { acme, cycle, named, inTeam, answering, stranger, top, secret, below };
}

test('what is private to others does not exist for anyone else, not even for an owner or admin', async (t) => {
  const app = await testApp(t, { now });
  const { acme, cycle, stranger, secret, top, below } = await setUp(app);
  const keyResult = secret.keyResults[0]!;
  for (const person of [stranger, acme.viewer, acme.admin, acme.owner]) {
    const call = app.as(person);
    await assert.rejects(call('objectives.find', { objective: secret.id }), missing);
    await assert.rejects(call('keyResults.find', { keyResult }), missing);
    await assert.rejects(call('checkIns.list', { keyResult }), missing);
    await assert.rejects(call('grades.list', { cycle, objective: secret.id }), missing);
    assert.deepEqual(
      (await call('objectives.list', { cycle })).map(({ title }) => title),
      ['Public below', 'Public top'],
    );
    assert.deepEqual(await call('keyResults.list', { cycle }), []);
    assert.deepEqual((await call('grades.list', { cycle })).objectives, []);
    const tree = await call('objectives.tree', { cycle });
    assert.deepEqual(
      tree.objectives.map(({ title, parents }) => [title, parents]),
      [
        ['Public below', []],
        ['Public top', []],
      ],
    );
    assert.deepEqual([tree.cycle.objectives, tree.cycle.keyResults], [2, 0]);
    const above = await call('objectives.find', { objective: top.id });
    assert.deepEqual([above.relatives.children, above.relatives.hiddenChildren], [[], 1]);
    const under = await call('objectives.find', { objective: below.id });
    assert.deepEqual([under.parents, under.relatives.parents, under.hiddenParents], [[], [], 1]);
  }
  for (const person of [stranger, acme.admin, acme.owner]) {
    const call = app.as(person);
    await assert.rejects(call('objectives.change', { objective: secret.id, title: 'Mine now' }), missing);
    await assert.rejects(call('objectives.drop', { objective: secret.id, reason: 'no' }), missing);
    await assert.rejects(call('keyResults.create', { objective: secret.id, ...moves() }), missing);
    await assert.rejects(call('keyResults.change', { keyResult, title: 'Mine' }), missing);
    await assert.rejects(call('checkIns.record', { keyResult, confidence: 5 }), missing);
    await assert.rejects(
      call('objectives.create', { cycle, title: 'X', parents: [{ objective: secret.id }] }),
      { ...missing, field: 'parents' },
    );
  }
});

test('its owner, the people and teams it is named to, and who answers for a key result see it', async (t) => {
  const app = await testApp(t, { now });
  const { acme, cycle, named, inTeam, answering, secret } = await setUp(app);
  for (const person of [acme.member, named, inTeam, answering]) {
    const found = await app.as(person)('objectives.find', { objective: secret.id });
    assert.deepEqual(found.privateTo?.people, [named.id]);
    assert.ok(
      (await app.as(person)('objectives.tree', { cycle })).objectives.some(({ title }) => title === 'Secret'),
    );
  }
  await app.as(answering)('checkIns.record', {
    keyResult: secret.keyResults[0]!,
    report: { kind: 'value', value: 50 },
    confidence: 5,
  });
  await assert.rejects(
    app.as(inTeam)('checkIns.record', { keyResult: secret.keyResults[0]!, confidence: 5 }),
    {
      code: 'forbidden',
    },
  );
});

test('a private contributor counts in the parent, whose breakdown tells how many and no more', async (t) => {
  const app = await testApp(t, { now });
  const { stranger, answering, top, secret } = await setUp(app);
  await app.as(answering)('checkIns.record', {
    keyResult: secret.keyResults[0]!,
    report: { kind: 'value', value: 50 },
    confidence: 5,
  });
  const found = await app.as(stranger)('objectives.find', { objective: top.id });
  assert.equal(found.progress, 0.5);
  assert.deepEqual(found.breakdown, {
    formula: 'Weighted mean of 0 that you may see and 1 private: 0.50.',
    inputs: [],
    leftOut: [],
    private: 1,
  });
  assert.doesNotMatch(JSON.stringify(found), /Secret|secret number/);
});

test('other parents are set without losing a parent that one may not see, and a loop through it names no title', async (t) => {
  const app = await testApp(t, { now });
  const { acme, secret, top, below } = await setUp(app);
  const admin = app.as(acme.admin);
  await admin('objectives.change', { objective: below.id, parents: [{ objective: top.id }] });
  const found = await app.as(acme.member)('objectives.find', { objective: below.id });
  assert.deepEqual(found.parents.map(({ objective }) => objective).sort(), [secret.id, top.id].sort());
  await assert.rejects(
    admin('objectives.change', { objective: top.id, parents: [{ objective: below.id }] }),
    (refused) => {
      assert.match((refused as Error).message, /"Public top" → "Public below" → .*"Public top"/);
      assert.doesNotMatch((refused as Error).message, /Secret/);
      return true;
    },
  );
});

test('nobody writes an objective out of their own sight or into the plan of another', async (t) => {
  const app = await testApp(t, { now });
  const { acme, cycle, stranger, secret } = await setUp(app);
  const privateTo = { people: [], teams: [] };
  await assert.rejects(
    app.as(acme.admin)('objectives.create', { cycle, title: 'X', owner: stranger.id, privateTo }),
    { code: 'forbidden' },
  );
  await assert.rejects(app.as(stranger)('objectives.create', { cycle, title: 'X', owner: acme.member.id }), {
    code: 'forbidden',
  });
  await assert.rejects(
    app.as(acme.member)('objectives.change', { objective: secret.id, owner: stranger.id, privateTo }),
    { code: 'conflict', field: 'privateTo' },
  );
  assert.equal(
    (await app.as(acme.member)('objectives.change', { objective: secret.id, privateTo: null })).privateTo,
    null,
  );
  await app.as(acme.viewer)('objectives.find', { objective: secret.id });
});
