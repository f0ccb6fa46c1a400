import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { type TestApp, testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { makeObjective, makeQuarter, moves } from '../../../test/make-okr.ts';
import { sendJson, webServer } from '../../../test/web-server.ts';
import { synchronise, waitingTrackers } from './synchronise.ts';

type Issue = { state: string; state_reason?: string | null; assignees?: { login: string }[] };

/** A GitHub Enterprise Server whose issues the test decides; `fail` answers every question with a status. */
async function github(t: TestContext) {
  const issues = new Map<number, Issue>();
  const world: { fail?: { status: number; headers?: Record<string, string> } } = {};
  const { url, seen } = await webServer(t, ({ path, headers }, response) => {
    if (world.fail) {
      response.writeHead(world.fail.status, { 'content-type': 'application/json', ...world.fail.headers });
      response.end(JSON.stringify({ message: `no, said the server to ${headers.authorization}` }));
      return;
    }
    const issue = issues.get(Number(path.split('/').at(-1)));
    if (issue) sendJson(response, { number: 1, ...issue });
    else response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"Not Found"}');
  });
  return { url, seen, issues, world, link: (number: number) => `${url}/acme/app/issues/${number}` };
}

const open: Issue = { state: 'open', assignees: [] };
const taken: Issue = { state: 'open', assignees: [{ login: 'mia' }] };
const closed: Issue = { state: 'closed', state_reason: 'completed', assignees: [] };

async function withTracker(t: TestContext) {
  const app = await testApp(t, { now: '2026-02-06T09:00:00.000Z' });
  const server = await github(t);
  const acme = await makeOrganisation(app);
  const cycle = await makeQuarter(app, acme);
  const goal = await makeObjective(app, acme.member, cycle, { keyResults: [moves()] });
  const admin = app.as(acme.admin);
  await admin('cycles.activate', { cycle });
  await admin('allowedHosts.add', { host: '127.0.0.1', reason: 'the test' });
  const { id: tracker } = await admin('trackers.create', {
    kind: 'github',
    address: server.url,
    accessToken: 'ghp_s3cret',
  });
  const call = app.as(acme.member);
  const keyResult = goal.keyResults[0]!;
  const linked = async (number: number, more = {}) =>
    (
      await call('initiatives.create', {
        keyResult,
        title: `Work ${number}`,
        link: server.link(number),
        ...more,
      })
    ).id;
  return { app, server, acme, cycle, goal, keyResult, admin, call, tracker, linked };
}

/** What the job does at its rounds, until nothing is due. */
async function rounds(app: TestApp): Promise<number> {
  for (let round = 0; ; round++) {
    const due = await waitingTrackers(app.tandem);
    if (due.length === 0) return round;
    for (const each of due) await synchronise(app.tandem, each, `round ${round}`);
  }
}

async function after(app: TestApp, minutes: number): Promise<number> {
  app.clock.now = Temporal.Instant.from(app.clock.now).add({ minutes }).toString();
  return rounds(app);
}

test('an initiative follows its issue, and says when and how the tracker said so', async (t) => {
  const { app, server, admin, call, linked } = await withTracker(t);
  server.issues.set(12, open);
  const initiative = await linked(12);
  const before = await call('initiatives.find', { initiative });
  assert.deepEqual(
    [before.link!.key, before.link!.synchronised, before.link!.heardAt],
    ['acme/app#12', 'yes', null],
  );
  await rounds(app);
  assert.equal(server.seen[0]!.path, '/api/v3/repos/acme/app/issues/12');
  assert.equal(server.seen[0]!.headers.authorization, 'Bearer ghp_s3cret');
  const states = async () => {
    const { state, stateFrom, link } = await call('initiatives.find', { initiative });
    return [state, stateFrom, link!.says, link!.status];
  };
  assert.deepEqual(await states(), ['planned', 'person', 'planned', 'open']);
  server.issues.set(12, taken);
  assert.equal(await after(app, 14), 0, 'it is not asked before a quarter of an hour has gone by');
  assert.equal(await after(app, 1), 1);
  assert.deepEqual(await states(), ['in progress', 'tracker', 'in progress', 'open, assigned']);
  server.issues.set(12, { state: 'closed', state_reason: 'not_planned', assignees: [] });
  await after(app, 15);
  const dropped = await call('initiatives.find', { initiative });
  assert.deepEqual(
    [dropped.state, dropped.dropReason],
    ['dropped', 'acme/app#12: closed as not planned in GitHub'],
  );
  assert.equal(Date.parse(dropped.link!.heardAt!), Date.parse(app.clock.now));
  const { entries } = await admin('audit.list', {});
  const [last] = entries.filter(({ kind }) => kind === 'initiative.followed');
  assert.deepEqual(
    [last!.person, last!.operation, last!.detail],
    [
      null,
      'synchronise',
      {
        title: 'Work 12',
        issue: 'acme/app#12',
        status: 'closed as not planned',
        state: { before: 'in progress', after: 'dropped' },
      },
    ],
  );
  server.issues.set(12, open);
  await after(app, 6 * 60);
  assert.deepEqual(await states(), ['planned', 'tracker', 'planned', 'open']);
});

test('what a person said stays until the issue changes, and both can be seen', async (t) => {
  const { app, server, call, linked } = await withTracker(t);
  server.issues.set(1, taken).set(2, closed);
  const first = await linked(1);
  const typed = await linked(2, { state: 'in progress' });
  await rounds(app);
  const kept = await call('initiatives.find', { initiative: typed });
  assert.deepEqual([kept.state, kept.stateFrom, kept.link!.says], ['in progress', 'person', 'done']);
  await call('initiatives.change', { initiative: first, state: 'done' });
  await after(app, 15);
  const stands = await call('initiatives.find', { initiative: first });
  assert.deepEqual([stands.state, stands.link!.says, stands.stateFrom], ['done', 'in progress', 'person']);
  server.issues.set(1, open);
  await after(app, 15);
  const moved = await call('initiatives.find', { initiative: first });
  assert.deepEqual([moved.state, moved.stateFrom], ['planned', 'tracker']);
  await call('initiatives.drop', { initiative: first, reason: 'no longer wanted' });
  server.issues.set(1, closed);
  await after(app, 15);
  const dropped = await call('initiatives.find', { initiative: first });
  assert.deepEqual(
    [dropped.state, dropped.dropReason, dropped.link!.says],
    ['dropped', 'no longer wanted', 'done'],
  );
});

test('an issue that is not there is said beside its initiative, and the others go on', async (t) => {
  const { app, acme, server, call, linked } = await withTracker(t);
  server.issues.set(2, taken);
  const [lost, other] = [await linked(404), await linked(2)];
  await rounds(app);
  const found = await call('initiatives.find', { initiative: lost });
  assert.match(found.link!.fault!, /^It is not there, or the account may not read it/);
  assert.equal(found.state, 'planned');
  const forViewer = await app.as(acme.viewer)('initiatives.find', { initiative: lost });
  assert.deepEqual([forViewer.link!.fault, forViewer.link!.failingSince], [null, found.link!.failingSince]);
  assert.equal((await call('initiatives.find', { initiative: other })).state, 'in progress');
  server.issues.set(404, closed);
  await after(app, 60);
  const mended = await call('initiatives.find', { initiative: lost });
  assert.deepEqual([mended.state, mended.link!.fault, mended.link!.failingSince], ['done', null, null]);
});

test('a tracker that is down is asked ever later, says so once, and hides its token', async (t) => {
  const { app, server, admin, call, linked } = await withTracker(t);
  server.world.fail = { status: 503 };
  const initiative = await linked(1);
  await rounds(app);
  const asked = () => server.seen.length;
  assert.equal(asked(), 1);
  for (const [minutes, count] of [
    [1, 2],
    [4, 2],
    [1, 3],
    [15, 4],
    [59, 4],
    [1, 5],
    [60, 6],
  ] as const) {
    await after(app, minutes);
    assert.equal(asked(), count, `${minutes} minutes later`);
  }
  const found = await call('initiatives.find', { initiative });
  assert.match(found.link!.fault!, /answered 503: no, said the server to Bearer •••/);
  assert.deepEqual([found.state, found.link!.heardAt], ['planned', null]);
  const [shown] = await admin('trackers.list', {});
  assert.equal(shown!.failingSince, '2026-02-06T09:00:00Z');
  delete server.world.fail;
  server.issues.set(1, closed);
  await call('initiatives.sync', { initiative });
  await rounds(app);
  assert.equal((await call('initiatives.find', { initiative })).state, 'done');
  const kinds = (await admin('audit.list', {})).entries.map(({ kind }) => kind);
  assert.deepEqual(
    kinds.filter((kind) => kind.startsWith('tracker.')),
    ['tracker.recovered', 'tracker.failed', 'tracker.created'],
  );
});

test('a limit of requests is kept to, also by those who ask for it', async (t) => {
  const { app, server, call, linked } = await withTracker(t);
  server.world.fail = { status: 403, headers: { 'x-ratelimit-remaining': '0', 'retry-after': '7200' } };
  const initiative = await linked(1);
  await rounds(app);
  await assert.rejects(call('initiatives.sync', { initiative }), {
    code: 'too_many_requests',
    message: 'GitHub takes no more requests before 2026-02-06 11:00 UTC.',
  });
  await after(app, 119);
  assert.equal(server.seen.length, 1);
  delete server.world.fail;
  server.issues.set(1, taken);
  await after(app, 1);
  assert.equal((await call('initiatives.find', { initiative })).state, 'in progress');
});

test('many issues are asked for in parts, a minute apart, and one issue once for all that follow it', async (t) => {
  const { app, server, acme, cycle, linked } = await withTracker(t);
  const call = app.as(acme.member);
  for (let number = 1; number <= 70; number++) {
    server.issues.set(number, taken);
    await linked(number);
  }
  const again = await makeObjective(app, acme.member, cycle, { keyResults: [moves()] });
  const [keyResult] = again.keyResults;
  await call('initiatives.create', { keyResult: keyResult!, title: 'Twice', link: server.link(1) });
  await rounds(app);
  assert.equal(server.seen.length, 60);
  await after(app, 1);
  assert.equal(server.seen.length, 70);
  const all = await call('initiatives.list', { cycle });
  assert.deepEqual([...new Set(all.map(({ state }) => state))], ['in progress']);
});

test('a closed cycle and what was dropped are asked for no more', async (t) => {
  const { app, server, admin, acme, cycle, goal, keyResult, call, linked } = await withTracker(t);
  server.issues.set(1, taken);
  const initiative = await linked(1);
  await rounds(app);
  await admin('cycles.startGrading', { cycle });
  await app.as(acme.member)('grades.record', {
    keyResult,
    fate: 'drop',
    score: 0,
    reason: 'too late',
    lesson: 'begin sooner',
  });
  await admin('cycles.close', { cycle });
  server.issues.set(1, closed);
  await after(app, 600);
  assert.equal(server.seen.length, 1);
  assert.equal((await call('initiatives.find', { initiative })).state, 'in progress');
  await assert.rejects(call('initiatives.sync', { initiative }), { code: 'closed' });
  assert.equal(goal.keyResults.length, 1);
});

test('an answer to a question of before the link or the account changed is not recorded', async (t) => {
  const { app, server, admin, call, tracker, linked } = await withTracker(t);
  server.issues.set(1, closed).set(2, taken);
  const initiative = await linked(1);
  const { issues } = app.tandem.ports.tracker;
  let meanwhile: () => Promise<unknown> = () =>
    call('initiatives.change', { initiative, link: server.link(2) });
  app.tandem.ports.tracker = {
    ...app.tandem.ports.tracker,
    issues: async (...asked) => {
      const answer = await issues(...asked);
      await meanwhile();
      meanwhile = async () => {};
      return answer;
    },
  };
  const [due] = await waitingTrackers(app.tandem);
  await synchronise(app.tandem, due!, 'test');
  const relinked = await call('initiatives.find', { initiative });
  assert.deepEqual(
    [relinked.state, relinked.link!.says, relinked.link!.key],
    ['planned', null, 'acme/app#2'],
  );
  meanwhile = () => admin('trackers.change', { tracker, accessToken: 'ghp_other' });
  await after(app, 1);
  assert.equal(
    (await call('initiatives.find', { initiative })).state,
    'in progress',
    'asked anew with the new account',
  );
  assert.equal(server.seen.at(-1)!.headers.authorization, 'Bearer ghp_other');
});

test('two processes never ask one tracker at the same time', async (t) => {
  const { app, server, linked } = await withTracker(t);
  server.issues.set(1, taken);
  await linked(1);
  const due = await waitingTrackers(app.tandem);
  await Promise.all([1, 2, 3].map((process) => synchronise(app.tandem, due[0]!, `process ${process}`)));
  assert.equal(server.seen.length, 1);
});
