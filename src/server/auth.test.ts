import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestApp, testApp } from '../../test/app.ts';
import { makeOrganisation, makePerson } from '../../test/make.ts';

const password = 'correct horse battery';

function post(app: TestApp, path: string, body: object, headers: Record<string, string> = {}) {
  return app.server.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

async function signedIn(app: TestApp, email: string, word = password): Promise<string> {
  const answer = await post(app, '/api/auth/sign-in/email', { email, password: word });
  assert.equal(answer.status, 200);
  return answer.headers.getSetCookie()[0]!.split(';')[0]!;
}

const codeOf = async (answer: Response) =>
  ((await answer.json()) as { error?: { code: string } }).error?.code ?? answer.status;

async function withNina(t: Parameters<typeof testApp>[0], env?: Record<string, string>) {
  const app = await testApp(t, env && { env });
  const acme = await makeOrganisation(app);
  const nina = await makePerson(app, acme, { name: 'Nina', email: 'Nina@example.org', password });
  const me = (headers: Record<string, string>) => app.server.request('/api/me', { headers });
  return { app, acme, nina, me };
}

test('signing in gives a cookie that no script reads, and no session token beside it', async (t) => {
  const { app, nina, me } = await withNina(t);
  const answer = await post(app, '/api/auth/sign-in/email', { email: 'nina@example.org', password });
  const [cookie = ''] = answer.headers.getSetCookie();
  assert.match(cookie, /; HttpOnly; SameSite=Strict$/);
  assert.deepEqual(await answer.json(), { user: { name: 'Nina', email: 'nina@example.org' } });
  const seen = (await (await me({ cookie: cookie.split(';')[0]! })).json()) as { id: string };
  assert.equal(seen.id, nina.id);
});

test('behind https the cookie is sent over https only', async (t) => {
  for (const [env, headers] of [
    [{ BASE_URL: 'https://tandem.example.org' }, {}],
    [{ TRUST_PROXY: '1' }, { 'x-forwarded-proto': 'https' }],
  ] as [Record<string, string>, Record<string, string>][]) {
    const { app } = await withNina(t, env);
    const body = { email: 'nina@example.org', password };
    const answer = await post(app, '/api/auth/sign-in/email', body, headers);
    assert.match(answer.headers.getSetCookie()[0]!, /; Secure/);
    assert.match(answer.headers.get('strict-transport-security') ?? '', /max-age/);
  }
});

test('a wrong password and an unknown address are refused alike', async (t) => {
  const { app } = await withNina(t);
  const answers = [];
  for (const email of ['nina@example.org', 'nobody@example.org'])
    answers.push(await (await post(app, '/api/auth/sign-in/email', { email, password: 'wrong' })).text());
  assert.equal(answers[0], answers[1]);
  assert.match(answers[0]!, /not_signed_in/);
});

test('signing out ends the session, also for who kept its cookie', async (t) => {
  const { app, me } = await withNina(t);
  const cookie = await signedIn(app, 'nina@example.org');
  assert.equal((await me({ cookie })).status, 200);
  assert.equal((await post(app, '/api/auth/sign-out', {}, { cookie })).status, 200);
  assert.equal((await me({ cookie })).status, 401);
});

test('a new password takes the old one, ends the other sessions, and keeps to the length', async (t) => {
  const { app, me } = await withNina(t);
  const other = await signedIn(app, 'nina@example.org');
  const cookie = await signedIn(app, 'nina@example.org');
  const change = (currentPassword: string, newPassword: string) =>
    post(
      app,
      '/api/auth/change-password',
      { currentPassword, newPassword, revokeOtherSessions: true },
      { cookie },
    );
  assert.equal(await codeOf(await change('wrong', 'another horse battery')), 'invalid');
  assert.equal(await codeOf(await change(password, 'short')), 'invalid');
  const changed = await change(password, 'another horse battery');
  assert.equal(changed.status, 200);
  assert.equal((await me({ cookie: other })).status, 401);
  const renewed = changed.headers.getSetCookie()[0]!.split(';')[0]!;
  assert.equal((await me({ cookie: renewed })).status, 200);
  const { rows } = await app.database.owner.query(
    "select person, subject, detail from audit where kind = 'person.passwordChanged'",
  );
  assert.deepEqual(
    rows.map(({ person, subject, detail }) => [person === subject, detail]),
    [[true, { by: 'the person' }]],
    'only the change that was carried out is in the audit log',
  );
  const old = await post(app, '/api/auth/sign-in/email', { email: 'nina@example.org', password });
  assert.equal(old.status, 401);
  await signedIn(app, 'nina@example.org', 'another horse battery');
});

test('nobody makes an account without an invitation, and other paths of the library are not there', async (t) => {
  const { app } = await withNina(t);
  for (const path of ['/sign-up/email', '/update-user', '/delete-user', '/request-password-reset', '/ok'])
    assert.equal(await codeOf(await post(app, `/api/auth${path}`, {})), 'not_found', path);
});

test('a session that is made up, altered or expired is nobody', async (t) => {
  const { app, me } = await withNina(t);
  const cookie = await signedIn(app, 'nina@example.org');
  assert.equal((await me({ cookie: `${cookie}x` })).status, 401);
  assert.equal((await me({ cookie: 'tandem.session_token=abc.def' })).status, 401);
  await app.database.owner.query("update auth.session set expires_at = now() - interval '1 second'");
  assert.equal((await me({ cookie })).status, 401);
});

test('a person of two organisations picks one by a header, and none that is not theirs', async (t) => {
  const { app, acme, me } = await withNina(t);
  const other = await makeOrganisation(app, 'other');
  const third = await makeOrganisation(app, 'third');
  const { link } = await app.as(other.admin)('invitations.create', { email: 'nina@example.org', name: 'N' });
  await app.as()('invitations.accept', { link: link.replace('/invitations/', ''), name: 'Nina', password });
  const cookie = await signedIn(app, 'nina@example.org');
  const seen = async (headers: Record<string, string>) =>
    (await (await me({ cookie, ...headers })).json()) as {
      organisation: { id: string };
      organisations: { name: string }[];
    };
  assert.equal((await seen({})).organisation.id, acme.id);
  const picked = await seen({ 'tandem-organisation': other.id });
  assert.equal(picked.organisation.id, other.id);
  assert.deepEqual(picked.organisations.map(({ name }) => name).sort(), ['acme', 'other']);
  assert.equal(await codeOf(await me({ cookie, 'tandem-organisation': third.id })), 'forbidden');
  assert.equal(await codeOf(await me({ cookie, 'tandem-organisation': 'acme' })), 'invalid');
});

test('who has left is not let in by a session that still runs', async (t) => {
  const { app, acme, nina, me } = await withNina(t);
  const cookie = await signedIn(app, 'nina@example.org');
  await app.as(acme.admin)('people.change', { person: nina.id, active: false });
  assert.equal(await codeOf(await me({ cookie })), 'forbidden');
});

test('after ten wrong passwords an account waits, also for the right one, and others do not', async (t) => {
  const { app, acme } = await withNina(t);
  await makePerson(app, acme, { name: 'Otto', email: 'otto@example.org', password });
  const attempt = (word: string) =>
    post(app, '/api/auth/sign-in/email', { email: 'NINA@example.org', password: word });
  const guesses = await Promise.all(Array.from({ length: 12 }, (_, i) => attempt(`guess number ${i}`)));
  assert.equal(guesses.filter(({ status }) => status === 401).length, 10);
  assert.equal(guesses.filter(({ status }) => status === 429).length, 2);
  const late = await attempt(password);
  assert.equal(late.status, 429);
  assert.ok(Number(late.headers.get('retry-after')) > 500);
  await signedIn(app, 'otto@example.org');
  await app.database.owner.query('update auth.rate_limit set last_request = last_request - 600000');
  assert.equal((await attempt(password)).status, 200);
});

test('an address that tries many accounts waits', async (t) => {
  const { app } = await withNina(t, { TRUST_PROXY: '1' });
  const attempt = (i: number, address: string) =>
    post(
      app,
      '/api/auth/sign-in/email',
      { email: `p${i}@example.org`, password: 'x' },
      { 'x-forwarded-for': `6.6.6.6, ${address}` },
    );
  const statuses: number[] = [];
  for (let i = 0; i < 52; i++) statuses.push((await attempt(i, '10.0.0.1')).status);
  assert.deepEqual([statuses[49], statuses[50], statuses[51]], [401, 429, 429]);
  assert.equal((await attempt(99, '10.0.0.2')).status, 401);
});

test('a right password takes the wrong ones before it off the count', async (t) => {
  const { app } = await withNina(t);
  for (let round = 0; round < 3; round++) {
    for (let i = 0; i < 6; i++)
      await post(app, '/api/auth/sign-in/email', { email: 'nina@example.org', password: 'wrong' });
    await signedIn(app, 'nina@example.org');
  }
});
