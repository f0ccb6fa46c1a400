import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation, makeTeam } from '../../../test/make.ts';
import { makeKpi, makeObjective, makeQuarter, moves } from '../../../test/make-okr.ts';

const now = '2026-02-06T09:00:00.000Z';
const app = await testApp(undefined, { now });

test('the map shows a cycle with all that is above it in other cycles, and the KPIs that it is tied to', async () => {
  const acme = await makeOrganisation(app);
  const { admin, member } = acme;
  const team = await makeTeam(app, acme, { name: 'Support', leads: [member] });
  const year = await app.as(admin)('cycles.create', { kind: 'year', starts: '2026-01-01' });
  const quarter = await makeQuarter(app, acme);
  const [csat, calls, waiting] = [
    await makeKpi(app, member, { values: [4] }),
    await makeKpi(app, member, { key: 'calls', name: 'Calls' }),
    await makeKpi(app, member, { key: 'waiting', name: 'A wait' }),
  ];
  const top = await makeObjective(app, admin, year.id, { title: 'Customers stay', keyResults: [moves()] });
  const beside = await makeObjective(app, admin, year.id, { title: 'Not above' });
  const own = await makeObjective(app, member, quarter, {
    title: 'Answer at once',
    team,
    parents: [{ objective: top.id, weight: 2 }],
    improves: [csat],
    keyResults: [
      { title: 'Read', kpi: calls, measure: { kind: 'move', baseline: 1, target: 2 }, guardrails: [waiting] },
      { title: 'Read too', kpi: calls, measure: { kind: 'move', baseline: 1, target: 3 } },
    ],
  });
  await makeObjective(app, member, quarter, {
    title: 'Learn',
    parents: [{ objective: own.id, kind: 'supports' }],
  });
  await app.as(admin)('cycles.activate', { cycle: quarter });
  const map = await app.as(acme.viewer)('objectives.map', { cycle: quarter });
  assert.deepEqual(
    map.objectives.map(({ title, cycle, keyResults, parents }) => [title, cycle, keyResults, parents]),
    [
      ['Answer at once', quarter, 2, [{ objective: top.id, kind: 'contributes to', weight: 2 }]],
      ['Learn', quarter, 0, [{ objective: own.id, kind: 'supports', weight: 1 }]],
      ['Customers stay', year.id, 1, []],
    ],
  );
  assert.deepEqual(
    map.cycles.map(({ name, state }) => [name, state]),
    [
      ['2026 Q1', 'active'],
      ['2026', 'planning'],
    ],
  );
  assert.deepEqual(
    map.kpis.map(({ name, value }) => [name, value]),
    [
      ['A wait', null],
      ['Calls', null],
      ['CSAT', 4],
    ],
  );
  assert.deepEqual(
    map.links.map(({ kpi, kind }) => [kpi, kind]).sort(),
    [
      [waiting, 'guardrail'],
      [csat, 'improves'],
      [calls, 'measured by'],
    ].sort(),
  );
  await app.as(admin)('objectives.drop', { objective: top.id, reason: 'too much' });
  const after = await app.as(member)('objectives.map', { cycle: quarter });
  assert.deepEqual(
    after.objectives.map(({ title, parents }) => [title, parents.length]),
    [
      ['Answer at once', 0],
      ['Learn', 1],
    ],
  );
  assert.equal((await app.as(member)('objectives.find', { objective: beside.id })).state, 'draft');
});

test('orphans and what is without support are told in the table and in the map alike', async () => {
  const acme = await makeOrganisation(app);
  const { member, admin } = acme;
  const team = await makeTeam(app, acme, { name: 'Support', leads: [member] });
  const other = await makeTeam(app, acme, { key: 'other', name: 'Other' });
  const cycle = await makeQuarter(app, acme);
  const keyResults = [moves()];
  const top = await makeObjective(app, admin, cycle, { title: 'Top', keyResults });
  await makeObjective(app, admin, cycle, { title: 'Nobody works on it', keyResults });
  const lost = await makeObjective(app, member, cycle, { title: 'Lost', team, keyResults });
  await makeObjective(app, member, cycle, {
    title: 'Below',
    team,
    keyResults,
    parents: [{ objective: top.id }],
  });
  await makeObjective(app, admin, cycle, { title: 'Empty', team: other, parents: [{ objective: top.id }] });
  const told = (objectives: { title: string; alignment: { kind: string }[] }[]) =>
    objectives.flatMap(({ title, alignment }) => alignment.map(({ kind }) => `${title}: ${kind}`)).sort();
  const tree = await app.as(acme.viewer)('objectives.tree', { cycle });
  assert.deepEqual(told(tree.objectives), [
    'Empty: unsupported',
    'Lost: orphan',
    'Nobody works on it: unsupported',
  ]);
  const map = await app.as(acme.viewer)('objectives.map', { cycle });
  assert.deepEqual(told(map.objectives), told(tree.objectives));
  // The parent is dropped: what hung below it hangs below nothing.
  await app.as(member)('objectives.change', { objective: lost.id, parents: [{ objective: top.id }] });
  await app.as(admin)('objectives.drop', { objective: top.id, reason: 'too much' });
  const after = await app.as(acme.viewer)('objectives.tree', { cycle });
  assert.ok(told(after.objectives).includes('Lost: orphan'));
});

test('a private objective is in nobody else’s map, nor is what is only reached through it', async () => {
  const acme = await makeOrganisation(app);
  const { member, admin } = acme;
  const team = await makeTeam(app, acme, { name: 'Support', leads: [member] });
  const year = await app.as(admin)('cycles.create', { kind: 'year', starts: '2026-01-01' });
  const cycle = await makeQuarter(app, acme);
  const kpi = await makeKpi(app, member);
  const far = await makeObjective(app, admin, year.id, { title: 'Far above' });
  const secret = await makeObjective(app, member, year.id, {
    title: 'Secret',
    parents: [{ objective: far.id }],
    improves: [kpi],
    privateTo: { people: [], teams: [] },
  });
  await makeObjective(app, member, cycle, { title: 'Below', team, parents: [{ objective: secret.id }] });
  const own = await app.as(member)('objectives.map', { cycle });
  assert.deepEqual(own.objectives.map(({ title }) => title).sort(), ['Below', 'Far above', 'Secret']);
  for (const person of [admin, acme.owner, acme.viewer]) {
    const map = await app.as(person)('objectives.map', { cycle });
    assert.deepEqual(
      map.objectives.map(({ title, parents }) => [title, parents]),
      [['Below', []]],
    );
    assert.deepEqual([map.kpis, map.links, map.cycles.length], [[], [], 1]);
    assert.doesNotMatch(JSON.stringify(map), new RegExp(`Secret|${secret.id}|${far.id}`));
    // It hangs below something, and so is no orphan, whoever asks.
    assert.deepEqual(
      map.objectives[0]!.alignment.map(({ kind }) => kind),
      ['unsupported'],
    );
  }
});
