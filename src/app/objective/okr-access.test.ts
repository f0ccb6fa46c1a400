import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contract, type Input, type Name } from '#contract/index.ts';
import { type TestApp, testApp } from '../../../test/app.ts';
import {
  type MadeOrganisation,
  type MadePerson,
  makeOrganisation,
  makePerson,
  makeTeam,
} from '../../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter, moves } from '../../../test/make-okr.ts';

const now = '2026-02-06T09:00:00.000Z';

type World = {
  cycle: string;
  objective: string;
  keyResult: string;
  kpi: string;
  team: string;
  person: string;
};

async function makeWorld(app: TestApp, organisation: MadeOrganisation): Promise<World> {
  const { member, admin } = organisation;
  const cycle = await makeQuarter(app, organisation);
  const team = await makeTeam(app, organisation, { key: 'theirs' });
  const kpi = await makeKpi(app, member);
  const { id, keyResults } = await makeObjective(app, member, cycle, {
    keyResults: [moves('typed'), moves('read', { kpi })],
  });
  await app.as(admin)('cycles.activate', { cycle });
  return { cycle, objective: id, keyResult: keyResults[0]!, kpi, team, person: member.id };
}

type Call = { [N in Name]: [N, Input<N>] }[Name];

/** Every place of every operation on goals that takes an id, with a good call around it. */
function placesOf(own: World, strange: World): Call[] {
  const create = { cycle: own.cycle, title: 'X' };
  const grade = { score: 0, reason: 'x', fate: 'drop', lesson: 'x' } as const;
  const into = { keyResult: own.keyResult, score: 0, reason: 'x', lesson: 'x' };
  return [
    ['cycles.find', { cycle: strange.cycle }],
    ['cycles.change', { cycle: strange.cycle, name: 'Mine' }],
    ['cycles.activate', { cycle: strange.cycle }],
    ['cycles.startGrading', { cycle: strange.cycle }],
    ['cycles.close', { cycle: strange.cycle }],
    ['cycles.report', { cycle: strange.cycle }],
    ['cycles.plan', { cycle: strange.cycle }],
    ['cycles.plan', { cycle: own.cycle, last: strange.cycle }],
    ['cycles.copy', { cycle: strange.cycle, objectives: [{ objective: own.objective }] }],
    ['cycles.copy', { cycle: own.cycle, objectives: [{ objective: strange.objective }] }],
    [
      'cycles.copy',
      { cycle: own.cycle, objectives: [{ objective: own.objective, keyResults: [strange.keyResult] }] },
    ],
    ['objectives.tree', { cycle: strange.cycle }],
    ['objectives.map', { cycle: strange.cycle }],
    ['objectives.find', { objective: strange.objective }],
    ['objectives.list', { kpi: strange.kpi }],
    ['objectives.create', { ...create, cycle: strange.cycle }],
    ['objectives.create', { ...create, owner: strange.person }],
    ['objectives.create', { ...create, team: strange.team }],
    ['objectives.create', { ...create, person: strange.person }],
    ['objectives.create', { ...create, parents: [{ objective: strange.objective }] }],
    ['objectives.create', { ...create, improves: [strange.kpi] }],
    ['objectives.create', { ...create, gapKpi: strange.kpi }],
    ['objectives.create', { ...create, privateTo: { people: [strange.person], teams: [] } }],
    ['objectives.create', { ...create, privateTo: { people: [], teams: [strange.team] } }],
    ['objectives.create', { ...create, keyResults: [moves('x', { kpi: strange.kpi })] }],
    ['objectives.create', { ...create, keyResults: [moves('x', { guardrails: [strange.kpi] })] }],
    ['objectives.create', { ...create, keyResults: [moves('x', { owner: strange.person })] }],
    ['objectives.change', { objective: strange.objective, title: 'Mine' }],
    ['objectives.change', { objective: own.objective, owner: strange.person }],
    ['objectives.change', { objective: own.objective, team: strange.team }],
    ['objectives.change', { objective: own.objective, person: strange.person }],
    ['objectives.change', { objective: own.objective, parents: [{ objective: strange.objective }] }],
    ['objectives.change', { objective: own.objective, improves: [strange.kpi] }],
    ['objectives.change', { objective: own.objective, privateTo: { people: [strange.person], teams: [] } }],
    ['objectives.change', { objective: own.objective, privateTo: { people: [], teams: [strange.team] } }],
    ['objectives.activate', { objective: strange.objective }],
    ['objectives.drop', { objective: strange.objective, reason: 'x' }],
    ['keyResults.list', { kpi: strange.kpi }],
    ['keyResults.find', { keyResult: strange.keyResult }],
    ['keyResults.create', { objective: strange.objective, ...moves() }],
    ['keyResults.create', { objective: own.objective, ...moves('x', { kpi: strange.kpi }) }],
    ['keyResults.create', { objective: own.objective, ...moves('x', { guardrails: [strange.kpi] }) }],
    ['keyResults.create', { objective: own.objective, ...moves('x', { owner: strange.person }) }],
    ['keyResults.change', { keyResult: strange.keyResult, title: 'Mine', reason: 'x' }],
    ['keyResults.change', { keyResult: own.keyResult, kpi: strange.kpi, reason: 'x' }],
    ['keyResults.change', { keyResult: own.keyResult, guardrails: [strange.kpi] }],
    ['keyResults.change', { keyResult: own.keyResult, owner: strange.person }],
    ['keyResults.drop', { keyResult: strange.keyResult, reason: 'x' }],
    ['checkIns.list', { keyResult: strange.keyResult }],
    ['checkIns.record', { keyResult: strange.keyResult, confidence: 5 }],
    [
      'checkIns.recordMany',
      {
        checkIns: [
          { keyResult: own.keyResult, confidence: 5 },
          { keyResult: strange.keyResult, confidence: 5 },
        ],
      },
    ],
    ['grades.list', { cycle: strange.cycle }],
    ['grades.list', { cycle: own.cycle, objective: strange.objective }],
    ['grades.record', { keyResult: strange.keyResult, ...grade }],
    ['grades.record', { ...into, fate: 'carry over', carryInto: strange.cycle }],
    [
      'grades.record',
      {
        ...{ ...into, fate: 'turn into a KPI' },
        graduate: { level: 1, kpi: { key: 'k', name: 'K', cadence: 'weekly', owner: strange.person } },
      },
    ],
    ['sustainWatches.list', { kpi: strange.kpi }],
  ];
}

const nouns = ['cycles', 'objectives', 'keyResults', 'checkIns', 'grades', 'sustainWatches'] as const;

test("another organisation's id is not found in any place of any operation, and nothing is written", async (t) => {
  const app = await testApp(t, { now });
  const [acme, other] = [await makeOrganisation(app), await makeOrganisation(app, 'other')];
  const [own, strange] = [await makeWorld(app, acme), await makeWorld(app, other)];
  const admin = app.as(acme.admin);
  const dump = async () =>
    JSON.stringify([
      await admin('objectives.tree', { cycle: own.cycle }),
      await app.as(other.admin)('objectives.tree', { cycle: strange.cycle }),
      await app.as(other.admin)('objectives.find', { objective: strange.objective }),
    ]);
  const before = await dump();
  const places = placesOf(own, strange);
  for (const [name, input] of places.filter(([each]) => each !== 'grades.record'))
    await assert.rejects(
      admin(name, input as never),
      { code: 'not_found' },
      `${name} ${JSON.stringify(input)}`,
    );
  assert.equal(await dump(), before);
  await admin('cycles.startGrading', { cycle: own.cycle });
  for (const [name, input] of places.filter(([each]) => each === 'grades.record'))
    await assert.rejects(
      admin(name, input as never),
      { code: 'not_found' },
      `${name} ${JSON.stringify(input)}`,
    );
  // Lists that filter by an id of elsewhere, or take none, show nothing of it.
  assert.deepEqual(await admin('objectives.list', { cycle: strange.cycle }), []);
  assert.deepEqual(await admin('objectives.list', { team: strange.team, owner: strange.person }), []);
  assert.deepEqual(await admin('keyResults.list', { owner: strange.person, cycle: strange.cycle }), []);
  assert.deepEqual(await admin('sustainWatches.list', { objective: strange.objective }), []);
  const planned = await admin('cycles.plan', { cycle: own.cycle, team: strange.team });
  assert.deepEqual([planned.lessons, planned.drafted], [[], []]);
  assert.deepEqual(
    (await admin('cycles.list', {})).map(({ id }) => id),
    [own.cycle],
  );
  const told = new Set<string>([
    ...places.map(([name]) => name),
    'cycles.list',
    'cycles.create',
    'checkIns.due',
  ]);
  const all = nouns.flatMap((noun) => Object.values(contract[noun]).map(({ name }) => name));
  assert.deepEqual(
    all.filter((name) => !told.has(name)),
    [],
    'every operation on goals is in the list',
  );
  t.diagnostic(`${places.length} places of ${all.length} operations`);
});

test('each operation is done by those who may, and refused to the others', async (t) => {
  const app = await testApp(t, { now });
  const acme = await makeOrganisation(app);
  const lead = await makePerson(app, acme, { name: 'Lea Lead' });
  const inTeam = await makePerson(app, acme, { name: 'Tim Team' });
  const answering = await makePerson(app, acme, { name: 'Kim Keyresult' });
  const parent = await makeTeam(app, acme, { key: 'above', leads: [lead] });
  const team = await makeTeam(app, acme, { key: 'below', parent, members: [inTeam] });
  const { viewer, member, admin, owner } = acme;
  const cycle = await makeQuarter(app, acme);
  const { id: objective, keyResults } = await makeObjective(app, admin, cycle, {
    team,
    owner: member.id,
    keyResults: [moves('own', { owner: answering.id }), moves('shared', { owner: null })],
  });
  const [keyResult, shared] = keyResults as [string, string];
  await app.as(admin)('cycles.activate', { cycle });

  const people = { viewer, inTeam, answering, member, lead, admin, owner };
  const may = async (
    who: readonly (keyof typeof people)[],
    attempt: (person: MadePerson) => Promise<unknown>,
  ) => {
    for (const [name, person] of Object.entries(people)) {
      const tried = attempt(person);
      if (who.includes(name as keyof typeof people)) await assert.doesNotReject(tried, name);
      else await assert.rejects(tried, { code: 'forbidden' }, name);
    }
  };
  const everyone = Object.keys(people) as (keyof typeof people)[];
  await may(everyone, (person) => app.as(person)('objectives.find', { objective }));
  await may(everyone, (person) => app.as(person)('checkIns.due', {}));
  await may(['member', 'lead', 'admin', 'owner'], (person) =>
    app.as(person)('objectives.change', { objective, why: person.name }),
  );
  await may(['member', 'lead', 'admin', 'owner'], (person) =>
    app.as(person)('keyResults.create', { objective, ...moves() }),
  );
  await may(['answering', 'member', 'lead', 'admin', 'owner'], (person) =>
    app.as(person)('checkIns.record', { keyResult, confidence: 5 }),
  );
  await may(['member', 'lead', 'admin', 'owner'], (person) =>
    app.as(person)('checkIns.record', { keyResult: shared, confidence: 5 }),
  );
  await may(['answering', 'member', 'lead', 'admin', 'owner'], (person) =>
    app.as(person)('keyResults.change', { keyResult, title: person.name, reason: 'x' }),
  );
  await may(
    everyone.filter((name) => name !== 'viewer'),
    (person) => app.as(person)('objectives.create', { cycle, title: person.name }),
  );
  await may(['lead', 'admin', 'owner'], (person) =>
    app.as(person)('objectives.create', { cycle, title: 'For the team', team, owner: null }),
  );
  await may(['admin', 'owner'], (person) =>
    app.as(person)('cycles.create', {
      kind: 'custom',
      name: person.name,
      starts: '2026-01-01',
      ends: '2026-12-31',
    }),
  );
  await may(['admin', 'owner'], (person) =>
    app.as(person)('cycles.change', { cycle, name: `By ${person.name}` }),
  );
  for (const person of [member, lead, answering])
    for (const verb of ['activate', 'startGrading', 'close'] as const)
      await assert.rejects(app.as(person)(`cycles.${verb}`, { cycle }), { code: 'forbidden' });
  for (const { id } of await app.as(admin)('objectives.list', { cycle }))
    if (id !== objective) await app.as(admin)('objectives.drop', { objective: id, reason: 'made by a test' });
  await app.as(admin)('cycles.startGrading', { cycle });
  await may(['answering', 'member', 'lead', 'admin', 'owner'], (person) =>
    app.as(person)('grades.record', { keyResult, score: 0, reason: 'x', fate: 'drop', lesson: 'x' }),
  );
  const flags = async (person: MadePerson) => {
    const found = await app.as(person)('keyResults.find', { keyResult });
    return [found.mayChange, (await app.as(person)('objectives.find', { objective })).mayChange];
  };
  assert.deepEqual(
    [await flags(viewer), await flags(answering), await flags(lead)],
    [
      [false, false],
      [true, false],
      [true, true],
    ],
  );
});

test('a token that may only read writes nothing', async (t) => {
  const app = await testApp(t, { now });
  const acme = await makeOrganisation(app);
  const own = await makeWorld(app, acme);
  const reading = app.as(acme.owner, 'read');
  const writes = nouns.flatMap((noun) =>
    Object.values(contract[noun]).filter(({ writes: isWrite }) => isWrite),
  );
  const inputs = new Map<string, unknown>(placesOf(own, own));
  inputs.set('cycles.create', {});
  for (const { name } of writes) {
    assert.ok(inputs.has(name), name);
    await assert.rejects(
      reading(name as Name, inputs.get(name) as never),
      { code: 'forbidden', message: /may only read/ },
      name,
    );
  }
  assert.equal(writes.length, 16);
});
