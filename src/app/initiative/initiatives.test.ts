import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestApp, testApp } from '../../../test/app.ts';
import { makeOrganisation, makePerson, makeTeam } from '../../../test/make.ts';
import { makeObjective, makeQuarter, moves } from '../../../test/make-okr.ts';

async function withGoal(app: TestApp, more: Parameters<typeof makeObjective>[3] = {}) {
  const acme = await makeOrganisation(app);
  const cycle = await makeQuarter(app, acme);
  const goal = await makeObjective(app, acme.member, cycle, {
    title: 'Customers are answered the same day',
    keyResults: [moves('Answered within a day from 40 to 50 %'), moves('Open tickets from 90 to 30')],
    ...more,
  });
  await app.as(acme.admin)('cycles.activate', { cycle });
  return { acme, cycle, goal, keyResult: goal.keyResults[0]!, call: app.as(acme.member) };
}

test('an initiative belongs to a key result, has an order, and is its owner’s until somebody else is named', async (t) => {
  const app = await testApp(t);
  const { acme, cycle, goal, keyResult, call } = await withGoal(app);
  const first = await call('initiatives.create', { keyResult, title: 'Write answers for the ten questions' });
  assert.deepEqual(
    [first.state, first.owner, first.position, first.link, first.mayChange],
    ['planned', acme.member.id, 0, null, true],
  );
  assert.deepEqual(first.objective, { id: goal.id, title: 'Customers are answered the same day' });
  const due = '2026-03-20';
  const second = await call('initiatives.create', {
    keyResult,
    title: 'A second shift',
    due,
    owner: acme.viewer.id,
    state: 'in progress',
  });
  const other = await call('initiatives.create', {
    keyResult: goal.keyResults[1]!,
    title: 'Close the oldest',
  });
  const moved = await call('initiatives.change', { initiative: second.id, position: 0, note: 'two people' });
  assert.deepEqual(
    [moved.position, moved.note, moved.due, moved.state],
    [0, 'two people', due, 'in progress'],
  );
  const titles = async (input: object) =>
    (await app.as(acme.viewer)('initiatives.list', input)).map(({ title }) => title);
  const inOrder = ['A second shift', 'Write answers for the ten questions', 'Close the oldest'];
  assert.deepEqual(await titles({ keyResult }), inOrder.slice(0, 2));
  assert.deepEqual(await titles({ objective: goal.id }), inOrder);
  assert.deepEqual(await titles({ cycle }), inOrder);
  assert.deepEqual(await titles({ owner: acme.member.id }), inOrder.slice(1));
  assert.deepEqual(await titles({}), ['A second shift']);
  await call('initiatives.change', { initiative: other.id, state: 'done' });
  assert.deepEqual(await titles({ cycle, open: true }), inOrder.slice(0, 2));
  assert.deepEqual(await call('initiatives.remove', { initiative: other.id }), { done: true });
  await assert.rejects(call('initiatives.find', { initiative: other.id }), { code: 'not_found' });
  const { keyResults } = await call('objectives.find', { objective: goal.id });
  assert.deepEqual(
    keyResults.map(({ initiatives }) => initiatives),
    [2, 0],
  );
});

test('dropping asks for a reason, and taking it up again forgets the reason', async (t) => {
  const app = await testApp(t);
  const { keyResult, call } = await withGoal(app);
  const { id: initiative } = await call('initiatives.create', { keyResult, title: 'A chat bot' });
  const dropped = await call('initiatives.drop', { initiative, reason: 'too many wrong answers' });
  assert.deepEqual([dropped.state, dropped.dropReason], ['dropped', 'too many wrong answers']);
  assert.equal((await call('keyResults.find', { keyResult })).initiatives, 0);
  const again = await call('initiatives.change', { initiative, state: 'planned' });
  assert.deepEqual([again.state, again.dropReason], ['planned', null]);
});

test('whatever becomes of initiatives, no progress, health, confidence or score changes', async (t) => {
  const app = await testApp(t);
  const { acme, cycle, goal, keyResult, call } = await withGoal(app);
  await call('checkIns.record', { keyResult, report: { kind: 'value', value: 30 }, confidence: 6 });
  const numbers = async () => {
    const found = await call('objectives.find', { objective: goal.id });
    const { objectives } = await call('objectives.tree', { cycle });
    const one = await call('keyResults.find', { keyResult });
    return {
      objective: [found.progress, found.score, found.health, found.counts, found.expected, found.breakdown],
      keyResults: found.keyResults.map(({ initiatives: _, ...rest }) => rest),
      why: [one.why, one.facts, one.checkIns],
      tree: objectives,
    };
  };
  const before = await numbers();
  assert.ok(before.objective[0] !== null, 'there is progress that could change');
  const made = [];
  for (const state of ['planned', 'in progress', 'done'] as const)
    made.push(await call('initiatives.create', { keyResult, title: `It is ${state}`, state }));
  assert.deepEqual(await numbers(), before);
  for (const { id: initiative } of made) {
    for (const state of ['done', 'planned', 'in progress'] as const)
      await call('initiatives.change', { initiative, state, position: 0, due: '2026-01-01' });
    await call('initiatives.drop', { initiative, reason: 'no more' });
    assert.deepEqual(await numbers(), before);
  }
  await call('initiatives.remove', { initiative: made[0]!.id });
  assert.deepEqual(await numbers(), before);
  await app.as(acme.admin)('cycles.startGrading', { cycle });
  const sheet = async () =>
    (await call('grades.list', { cycle })).objectives.map(({ keyResults, ...rest }) => [
      rest,
      keyResults.map(({ keyResult: { initiatives: _, ...each }, ...sheet }) => [each, sheet]),
    ]);
  const suggested = await sheet();
  await call('initiatives.change', { initiative: made[1]!.id, state: 'done' });
  assert.deepEqual(await sheet(), suggested);
});

test('who answers for the key result and who owns the initiative may change it, and nobody else', async (t) => {
  const app = await testApp(t);
  const { acme, goal, keyResult, call } = await withGoal(app, {});
  const helper = await makePerson(app, acme, { name: 'Hanna Helper' });
  const stranger = await makePerson(app, acme, { name: 'Sam Stranger' });
  const { id: initiative } = await call('initiatives.create', {
    keyResult,
    title: 'Answers',
    owner: helper.id,
  });
  await app.as(helper)('initiatives.change', { initiative, state: 'in progress' });
  await app.as(acme.admin)('initiatives.change', { initiative, title: 'Better answers' });
  const forbidden = { code: 'forbidden', message: /"Better answers" is not yours/ };
  await assert.rejects(app.as(stranger)('initiatives.change', { initiative, state: 'done' }), forbidden);
  await assert.rejects(app.as(stranger)('initiatives.drop', { initiative, reason: 'no' }), forbidden);
  await assert.rejects(app.as(stranger)('initiatives.create', { keyResult, title: 'Mine' }), {
    code: 'forbidden',
  });
  // An initiative is no key result: its owner may not add others.
  await assert.rejects(app.as(helper)('initiatives.create', { keyResult, title: 'More' }), {
    code: 'forbidden',
  });
  assert.equal((await app.as(stranger)('initiatives.find', { initiative })).mayChange, false);
  assert.equal(goal.keyResults.length, 2);
});

test('initiatives of a private objective are private, and are given to nobody who could not see them', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const cycle = await makeQuarter(app, acme);
  const inTeam = await makePerson(app, acme, { name: 'Tim Team' });
  const stranger = await makePerson(app, acme, { name: 'Sam Stranger' });
  const team = await makeTeam(app, acme, { members: [inTeam] });
  const secret = await makeObjective(app, acme.member, cycle, {
    title: 'Secret',
    privateTo: { people: [], teams: [team] },
    keyResults: [moves()],
  });
  const call = app.as(acme.member);
  const keyResult = secret.keyResults[0]!;
  const given = { keyResult, title: 'Talk to the bank' };
  await assert.rejects(call('initiatives.create', { ...given, owner: stranger.id }), {
    code: 'invalid',
    field: 'owner',
    message: /Sam Stranger does not see "Secret", which is private/,
  });
  const { id: initiative } = await call('initiatives.create', { ...given, owner: inTeam.id });
  assert.equal((await app.as(inTeam)('initiatives.list', {})).length, 1);
  for (const person of [stranger, acme.admin, acme.owner]) {
    assert.deepEqual(await app.as(person)('initiatives.list', { cycle }), []);
    assert.deepEqual(await app.as(person)('initiatives.list', { owner: inTeam.id }), []);
    await assert.rejects(app.as(person)('initiatives.find', { initiative }), { code: 'not_found' });
    await assert.rejects(app.as(person)('initiatives.sync', { initiative }), { code: 'not_found' });
  }
  const { entries } = await app.as(acme.admin)('audit.list', {});
  assert.deepEqual(entries.find(({ kind }) => kind === 'initiative.created')!.detail, { private: true });
});

test('in grading initiatives are still ticked off; in a closed cycle and under what was dropped they are read', async (t) => {
  const app = await testApp(t);
  const { acme, cycle, goal, keyResult, call } = await withGoal(app);
  const { id: initiative } = await call('initiatives.create', { keyResult, title: 'Answers' });
  const spare = goal.keyResults[1]!;
  const { id: lost } = await call('initiatives.create', { keyResult: spare, title: 'Close the oldest' });
  await call('keyResults.drop', { keyResult: spare, reason: 'not ours' });
  await assert.rejects(call('initiatives.change', { initiative: lost, state: 'done' }), {
    code: 'conflict',
    message: /"Open tickets from 90 to 30" was dropped, and its initiatives with it/,
  });
  await app.as(acme.admin)('cycles.startGrading', { cycle });
  await call('initiatives.change', { initiative, state: 'done' });
  await call('grades.record', {
    keyResult,
    fate: 'drop',
    score: 0,
    reason: 'too late',
    lesson: 'begin sooner',
  });
  await app.as(acme.admin)('cycles.close', { cycle });
  const closed = { code: 'closed' };
  await assert.rejects(call('initiatives.change', { initiative, state: 'planned' }), closed);
  await assert.rejects(call('initiatives.drop', { initiative, reason: 'no' }), closed);
  await assert.rejects(call('initiatives.remove', { initiative }), closed);
  await assert.rejects(call('initiatives.create', { keyResult, title: 'Late' }), closed);
  const found = await call('initiatives.find', { initiative });
  assert.deepEqual([found.state, found.mayChange, found.cycle.state], ['done', false, 'closed']);
});

test('a link is read as the issue that it leads to, or as a plain link, and says why it is not followed', async (t) => {
  const app = await testApp(t);
  const { keyResult, call } = await withGoal(app);
  const linked = async (link: string) => {
    const made = await call('initiatives.create', { keyResult, title: 'Linked', link });
    return [made.link!.tracker, made.link!.key, made.link!.synchronised];
  };
  assert.deepEqual(await linked('https://github.com/acme/app/issues/12'), [
    'github',
    'acme/app#12',
    'no account',
  ]);
  assert.deepEqual(await linked('https://linear.app/acme/issue/eng-45/x'), ['linear', 'ENG-45', 'link only']);
  assert.deepEqual(await linked('https://example.org/todo/7'), [null, null, 'unknown tracker']);
  await assert.rejects(linked('acme/app#12'), {
    code: 'invalid',
    field: 'link',
    message: /no address of the web/,
  });
  const [, linear] = await call('initiatives.list', { keyResult });
  await assert.rejects(call('initiatives.sync', { initiative: linear!.id }), {
    code: 'invalid',
    message: /Linear is linked only/,
  });
});

test('what is open goes along with a key result that is carried over, when that is wanted', async (t) => {
  for (const carryInitiatives of [true, false, undefined]) {
    const app = await testApp(t);
    const { acme, cycle, goal, call } = await withGoal(app);
    const [first, second] = goal.keyResults as [string, string];
    const carryInto = await makeQuarter(app, acme, '2026-04-01');
    const link = 'https://github.com/acme/app/issues/12';
    const write = async (title: string, more = {}) =>
      (await call('initiatives.create', { keyResult: first, title, due: '2026-03-20', ...more })).id;
    await write('Done', { state: 'done' });
    const begun = await write('Begun', { state: 'in progress', note: 'half of it', link });
    await write('Planned');
    await call('initiatives.drop', { initiative: await write('Dropped'), reason: 'no' });
    await app.as(acme.admin)('cycles.startGrading', { cycle });
    const grade = { score: 0, reason: 'nothing came', lesson: 'begin sooner' };
    await assert.rejects(
      call('grades.record', { keyResult: second, ...grade, fate: 'drop', carryInitiatives: true }),
      { code: 'invalid', field: 'carryInitiatives' },
    );
    await call('grades.record', { keyResult: second, ...grade, fate: 'drop' });
    const carried = await call('grades.record', {
      ...{ keyResult: first, ...grade, fate: 'carry over', carryInto },
      ...(carryInitiatives !== undefined && { carryInitiatives }),
    });
    assert.equal(carried.grade.carryInitiatives, carryInitiatives ?? false);
    await app.as(acme.admin)('cycles.close', { cycle });
    const inNext = await call('initiatives.list', { cycle: carryInto });
    const told = inNext.map(({ title, state, note, due, mayChange }) => [title, state, note, due, mayChange]);
    const both = [
      ['Begun', 'in progress', 'half of it', '2026-03-20', true],
      ['Planned', 'planned', '', '2026-03-20', true],
    ];
    assert.deepEqual(told, carryInitiatives ? both : []);
    if (carryInitiatives) assert.equal(inNext[0]!.link!.address, link);
    assert.equal((await call('initiatives.find', { initiative: begun })).cycle.id, cycle);
    assert.equal((await call('initiatives.list', { cycle })).length, 4);
  }
});
