import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestApp, testApp } from '../../../test/app.ts';
import { type MadeOrganisation, type MadePerson, makeOrganisation } from '../../../test/make.ts';
import { makeObjective, makeQuarter, moves } from '../../../test/make-okr.ts';

const now = '2026-02-06T09:00:00.000Z';

async function active(app: TestApp, acme: MadeOrganisation) {
  const cycle = await makeQuarter(app, acme);
  const start = () => app.as(acme.admin)('cycles.activate', { cycle });
  return { cycle, start };
}

async function report(app: TestApp, person: MadePerson, keyResult: string, value: number) {
  await app.as(person)('checkIns.record', { keyResult, report: { kind: 'value', value }, confidence: 5 });
}

test('the worked examples: progress is told as it is and counted between 0 and 1', async (t) => {
  const app = await testApp(t, { now });
  const acme = await makeOrganisation(app);
  const { cycle, start } = await active(app, acme);
  const examples = [
    { baseline: 40, target: 50, current: 44, told: 0.4, counted: 0.4 },
    { baseline: 240, target: 45, current: 142.5, told: 0.5, counted: 0.5 },
    { baseline: 40, target: 50, current: 38, told: -0.2, counted: 0 },
    { baseline: 40, target: 50, current: 53, told: 1.3, counted: 1 },
  ];
  const { id, keyResults } = await makeObjective(app, acme.member, cycle, {
    keyResults: examples.map(({ baseline, target }) =>
      moves('x', { measure: { kind: 'move', baseline, target } }),
    ),
  });
  await start();
  for (const [index, { current }] of examples.entries())
    await report(app, acme.member, keyResults[index]!, current);
  const found = await app.as(acme.viewer)('objectives.find', { objective: id });
  assert.deepEqual(
    found.breakdown.inputs.map(({ progress, counted }) => ({ told: progress, counted })),
    examples.map(({ told, counted }) => ({ told, counted })),
  );
  assert.equal(found.progress, (0.4 + 0.5 + 0 + 1) / 4);
  assert.equal(
    found.breakdown.formula,
    '(1 × 0.40 + 1 × 0.50 + 1 × 0.00 + 1 × 1.00) / (1 + 1 + 1 + 1) = 0.48',
  );
  assert.match(
    (await app.as(acme.viewer)('keyResults.find', { keyResult: keyResults[2]! })).why,
    /below the baseline, counted as 0/,
  );
});

test('an objective without key results has no progress, which is not 0', async (t) => {
  const app = await testApp(t, { now });
  const acme = await makeOrganisation(app);
  const { cycle } = await active(app, acme);
  const { id } = await makeObjective(app, acme.member, cycle);
  const found = await app.as(acme.member)('objectives.find', { objective: id });
  assert.equal(found.progress, null);
  assert.equal(found.health, null);
});

test('what contributes counts by its weight in every ancestor, what supports does not, and what is dropped counts no more', async (t) => {
  const app = await testApp(t, { now });
  const acme = await makeOrganisation(app);
  const { cycle, start } = await active(app, acme);
  const top = await makeObjective(app, acme.admin, cycle, { title: 'Top' });
  const middle = await makeObjective(app, acme.admin, cycle, {
    title: 'Middle',
    parents: [{ objective: top.id }],
    keyResults: [moves('own')],
  });
  const leaf = async (title: string, kind: 'contributes to' | 'supports', weight: number) =>
    makeObjective(app, acme.member, cycle, {
      title,
      parents: [{ objective: middle.id, kind, weight }],
      keyResults: [moves()],
    });
  const three = await leaf('Three', 'contributes to', 3);
  const beside = await leaf('Beside', 'supports', 5);
  await start();
  await report(app, acme.member, three.keyResults[0]!, 80);
  await report(app, acme.member, beside.keyResults[0]!, 100);
  await report(app, acme.admin, middle.keyResults[0]!, 20);
  const progressOf = async (id: string) =>
    (await app.as(acme.viewer)('objectives.find', { objective: id })).progress;
  assert.equal(await progressOf(middle.id), (3 * 0.8 + 0.2) / 4);
  assert.equal(await progressOf(top.id), (3 * 0.8 + 0.2) / 4);
  const found = await app.as(acme.viewer)('objectives.find', { objective: middle.id });
  assert.deepEqual(found.relatives.children.map(({ title, kind }) => [title, kind]).sort(), [
    ['Beside', 'supports'],
    ['Three', 'contributes to'],
  ]);
  assert.deepEqual(
    found.breakdown.leftOut.map(({ because }) => because),
    ['supports, and so does not count'],
  );
  await app.as(acme.member)('objectives.drop', { objective: three.id, reason: 'another way was found' });
  assert.equal(await progressOf(middle.id), 0.2);
  assert.equal(await progressOf(top.id), 0.2);
  await assert.rejects(report(app, acme.member, three.keyResults[0]!, 90), { code: 'conflict' });
});

test('a loop of parents is refused with the titles along it, also through what only supports', async (t) => {
  const app = await testApp(t, { now });
  const acme = await makeOrganisation(app);
  const { cycle } = await active(app, acme);
  const a = await makeObjective(app, acme.member, cycle, { title: 'A' });
  const b = await makeObjective(app, acme.member, cycle, { title: 'B', parents: [{ objective: a.id }] });
  const c = await makeObjective(app, acme.member, cycle, {
    title: 'C',
    parents: [{ objective: b.id, kind: 'supports' }],
  });
  const mia = app.as(acme.member);
  await assert.rejects(mia('objectives.change', { objective: a.id, parents: [{ objective: c.id }] }), {
    code: 'invalid',
    field: 'parents',
    message:
      'That would close a loop: "A" → "C" → "B" → "A". Choose a parent that does not hang below this objective.',
  });
  await assert.rejects(mia('objectives.change', { objective: a.id, parents: [{ objective: a.id }] }), {
    code: 'invalid',
  });
  await assert.rejects(
    mia('objectives.change', {
      objective: c.id,
      parents: [{ objective: a.id }, { objective: a.id, kind: 'supports' }],
    }),
    { code: 'invalid' },
  );
  assert.deepEqual((await mia('objectives.find', { objective: a.id })).parents, []);
  // Turning a link round is no loop, because the old one is replaced.
  await mia('objectives.change', { objective: b.id, parents: [] });
  await mia('objectives.change', { objective: a.id, parents: [{ objective: b.id }] });
});

test('two who would close a loop together at the same moment do not', async (t) => {
  const app = await testApp(t, { now });
  const acme = await makeOrganisation(app);
  const { cycle } = await active(app, acme);
  const made = await Promise.all(
    Array.from({ length: 8 }, (_, index) => makeObjective(app, acme.member, cycle, { title: `O${index}` })),
  );
  const tries = made.map(({ id }, index) =>
    app.as(acme.member)('objectives.change', {
      objective: id,
      parents: [{ objective: made[(index + 1) % made.length]!.id }],
    }),
  );
  const results = await Promise.allSettled(tries);
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 7);
});

test('weights that are all zero are refused, and what is given twice or does not exist too', async (t) => {
  const app = await testApp(t, { now });
  const acme = await makeOrganisation(app);
  const { cycle } = await active(app, acme);
  const mia = app.as(acme.member);
  const create = (more: object) => mia('objectives.create', { cycle, title: 'X', ...more });
  await assert.rejects(create({ keyResults: [moves('a', { weight: 0 }), moves('b', { weight: 0 })] }), {
    code: 'invalid',
    field: 'weight',
  });
  const parent = await makeObjective(app, acme.member, cycle);
  await assert.rejects(create({ parents: [{ objective: parent.id, weight: 0 }] }), { code: 'invalid' });
  const { id, keyResults } = await makeObjective(app, acme.member, cycle, {
    keyResults: [moves('a'), moves('b', { weight: 0 })],
  });
  await assert.rejects(mia('keyResults.change', { keyResult: keyResults[0]!, weight: 0 }), {
    code: 'invalid',
  });
  await assert.rejects(mia('keyResults.drop', { keyResult: keyResults[0]!, reason: 'no' }), {
    code: 'invalid',
  });
  const found = await mia('objectives.find', { objective: id });
  assert.deepEqual(
    found.keyResults.map(({ weight, dropped }) => [weight, dropped]),
    [
      [1, null],
      [0, null],
    ],
  );
  assert.equal((await mia('objectives.list', { cycle })).length, 2);
});

test('an objective written after the cycle began is a draft until it is activated, and only then checked in', async (t) => {
  const app = await testApp(t, { now });
  const acme = await makeOrganisation(app);
  const { cycle, start } = await active(app, acme);
  await start();
  const { id, keyResults } = await makeObjective(app, acme.member, cycle, { keyResults: [moves()] });
  await assert.rejects(report(app, acme.member, keyResults[0]!, 5), { code: 'conflict' });
  const mia = app.as(acme.member);
  assert.equal(
    (await mia('keyResults.change', { keyResult: keyResults[0]!, title: 'Better words' })).frozen,
    false,
  );
  assert.equal((await mia('objectives.activate', { objective: id })).state, 'active');
  await report(app, acme.member, keyResults[0]!, 5);
  await assert.rejects(mia('keyResults.change', { keyResult: keyResults[0]!, title: 'Other words' }), {
    code: 'invalid',
    field: 'reason',
  });
  await assert.rejects(mia('objectives.activate', { objective: id }), { code: 'conflict' });
});

test('the tree of a cycle is flat, with parents, health and lean key results', async (t) => {
  const app = await testApp(t, { now });
  const acme = await makeOrganisation(app);
  const { cycle, start } = await active(app, acme);
  const parent = await makeObjective(app, acme.admin, cycle, { title: 'A parent' });
  const child = await makeObjective(app, acme.member, cycle, {
    title: 'B child',
    parents: [{ objective: parent.id }],
    keyResults: [moves('one'), moves('two')],
  });
  await start();
  await report(app, acme.member, child.keyResults[0]!, 50);
  const tree = await app.as(acme.viewer)('objectives.tree', { cycle });
  assert.deepEqual(
    tree.objectives.map(({ title, parents, progress, health, counts }) => ({
      title,
      parents,
      progress,
      health,
      none: counts.none,
    })),
    [
      { title: 'A parent', parents: [], progress: 0.25, health: null, none: 0 },
      {
        title: 'B child',
        parents: [{ objective: parent.id, kind: 'contributes to' }],
        progress: 0.25,
        health: 'on track',
        none: 1,
      },
    ],
  );
  const leaf = tree.objectives[1]!.keyResults[0]!;
  assert.deepEqual([leaf.from, leaf.to, leaf.current, leaf.progress], [0, 100, 50, 0.5]);
});
