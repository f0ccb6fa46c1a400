import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { makeObjective, makeQuarter, moves } from '../../../test/make-okr.ts';
import { recorded } from '../../../test/recordings/play.ts';

const github = { kind: 'github', address: 'https://github.com', accessToken: 'ghp_s3cret' } as const;

test('a tracker is connected by admins; everybody sees that it is, and nobody its token', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const admin = app.as(acme.admin);
  await assert.rejects(app.as(acme.member)('trackers.create', github), { code: 'forbidden' });
  const made = await admin('trackers.create', { ...github, address: 'https://www.GitHub.com/' });
  assert.deepEqual(made.account, { flavour: 'server', user: null, token: 'kept', fault: null });
  assert.equal(made.address, 'https://github.com');
  const [seen] = await app.as(acme.viewer)('trackers.list', {});
  assert.deepEqual([seen!.address, seen!.account], ['https://github.com', null]);
  const stored = await app.database.owner.query('select token from tracker');
  assert.match(stored.rows[0].token, /^v1\./);
  const { entries } = await admin('audit.list', {});
  assert.doesNotMatch(JSON.stringify([made, entries]), /s3cret/);
  await assert.rejects(admin('trackers.create', { ...github, address: 'https://GITHUB.com' }), {
    code: 'conflict',
    field: 'address',
  });
  for (const [address, message] of [
    ['github', /is no address of the web/],
    ['https://api.github.com', /address of an API/],
    ['https://ada:pw@github.com', /holds a user or a password/],
    ['https://gitlab.com/?a=b', /more than a path/],
  ] as const)
    await assert.rejects(admin('trackers.create', { ...github, address }), { field: 'address', message });
  const jira = { kind: 'jira', address: 'https://acme.atlassian.net' } as const;
  await assert.rejects(admin('trackers.create', { ...jira, accessToken: 't' }), {
    code: 'invalid',
    field: 'user',
  });
  await assert.rejects(admin('trackers.create', { ...jira, user: 'ada@acme.example' }), {
    field: 'accessToken',
  });
  await assert.rejects(admin('trackers.create', { ...github, address: 'https://a.example', user: 'ada' }), {
    field: 'user',
  });
});

test('a kept token goes nowhere else: another address or user asks for it again', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const admin = app.as(acme.admin);
  const { id: tracker } = await admin('trackers.create', {
    kind: 'jira',
    address: 'https://example.com/jira',
    user: 'ada',
    accessToken: 'at-s3cret',
  });
  const tokenAfter = async (given: object) =>
    (await admin('trackers.change', { tracker, ...given })).account!.token;
  assert.equal(await tokenAfter({ address: 'https://example.com/jira/' }), 'kept');
  assert.equal(await tokenAfter({ user: 'eve' }), 'none');
  assert.equal(await tokenAfter({ accessToken: 'at-s3cret' }), 'kept');
  assert.equal(await tokenAfter({ address: 'https://evil.example' }), 'none');
  assert.equal(await tokenAfter({ accessToken: 'another' }), 'kept');
  assert.equal(await tokenAfter({ accessToken: null }), 'none');
});

test('links of before are read anew when a tracker comes and goes', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const goal = await makeObjective(app, acme.member, await makeQuarter(app, acme), { keyResults: [moves()] });
  const [admin, call] = [app.as(acme.admin), app.as(acme.member)];
  const link = 'https://code.acme.example/acme/app/issues/12';
  const { id: initiative } = await call('initiatives.create', {
    keyResult: goal.keyResults[0]!,
    title: 'Work',
    link,
  });
  const shown = async () => {
    const found = (await call('initiatives.find', { initiative })).link!;
    return [found.address, found.tracker, found.key, found.synchronised];
  };
  assert.deepEqual(await shown(), [link, null, null, 'unknown tracker']);
  const { id: tracker, initiatives } = await admin('trackers.create', {
    kind: 'github',
    address: 'https://code.acme.example',
  });
  assert.equal(initiatives, 1);
  assert.deepEqual(await shown(), [link, 'github', 'acme/app#12', 'yes']);
  await admin('trackers.remove', { tracker });
  assert.deepEqual(await shown(), [link, null, null, 'unknown tracker']);
  await assert.rejects(admin('trackers.change', { tracker, accessToken: 'x' }), { code: 'not_found' });
});

test('an account is tried without storing anything', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const admin = app.as(acme.admin);
  const { url: address } = await recorded(t, 'github-issues');
  const asked = { kind: 'github', address } as const;
  const refused = await admin('trackers.test', { ...asked, accessToken: 'ghp_s3cret' });
  assert.match(refused.fault!, /an administrator has to allow it/);
  await admin('allowedHosts.add', { host: '127.0.0.1', reason: 'the test' });
  assert.deepEqual(
    await admin('trackers.test', {
      ...asked,
      accessToken: 'ghp_s3cret',
      issue: `${address}/acme/app/issues/3`,
    }),
    {
      fault: null,
      signedInAs: 'tandem-bot',
      issue: { key: 'acme/app#3', status: 'closed as completed' },
    },
  );
  const wrong = await admin('trackers.test', { ...asked, accessToken: 'wrong' });
  assert.match(wrong.fault!, /401/);
  await assert.rejects(admin('trackers.test', asked), { code: 'invalid', field: 'issue' });
  await assert.rejects(admin('trackers.test', { ...asked, issue: 'https://github.com/acme/app/issues/3' }), {
    code: 'invalid',
    field: 'issue',
  });
  assert.deepEqual(await admin('trackers.list', {}), []);
  await admin('trackers.create', { ...asked, accessToken: 'ghp_s3cret' });
  // With the token that is kept for this account.
  assert.equal((await admin('trackers.test', asked)).signedInAs, 'tandem-bot');
});
