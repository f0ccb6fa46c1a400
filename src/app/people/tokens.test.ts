import assert from 'node:assert/strict';
import { test } from 'node:test';
import { client } from '#client/client.ts';
import { type TestApp, testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';

const by = (app: TestApp, token: string) => client({ token, fetch: (request) => app.server.fetch(request) });

test('a token acts as its person until it is revoked, and is stored without its secret', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const { token, text } = await app.as(acme.member)('tokens.create', { name: 'script' });
  assert.equal((await by(app, text)('people.me', {})).id, acme.member.id);
  const { rows } = await app.database.owner.query('select * from api_token where id = $1', [token.id]);
  assert.equal(JSON.stringify(rows).includes(text.split('_')[3]!), false);
  await app.as(acme.member)('tokens.revoke', { token: token.id });
  await assert.rejects(by(app, text)('people.me', {}), { code: 'not_signed_in' });
});

test('a token with read scope reads and writes nothing', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const { text } = await app.as(acme.owner)('tokens.create', { name: 'read', scope: 'read' });
  await by(app, text)('organisations.find', {});
  await assert.rejects(by(app, text)('tokens.create', { name: 'more', scope: 'write' }), {
    code: 'forbidden',
  });
});

test('a token expires', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const { text } = await app.as(acme.viewer)('tokens.create', { name: 'short', days: 1 });
  await by(app, text)('people.me', {});
  app.clock.now = '2026-03-05T12:00:00.000Z';
  await assert.rejects(by(app, text)('people.me', {}), { code: 'not_signed_in' });
  const mine = await app.as(acme.viewer)('tokens.list', {});
  assert.equal(mine.find(({ name }) => name === 'short')?.expired, true);
});

test('one sees and revokes only one’s own tokens; an admin revokes any', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const { token } = await app.as(acme.member)('tokens.create', { name: 'mine' });
  const others = await app.as(acme.viewer)('tokens.list', {});
  assert.deepEqual(others.map(({ name }) => name).sort(), ['read', 'write']);
  await assert.rejects(app.as(acme.viewer)('tokens.revoke', { token: token.id }), { code: 'not_found' });
  await app.as(acme.admin)('tokens.revoke', { token: token.id });
});

test('a token that is cut off, altered or of another organisation is refused', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const other = await makeOrganisation(app, 'other');
  const good = acme.owner.tokens.write;
  const [, ours, id, secret] = good.split('_', 4);
  const theirs = other.owner.tokens.write.split('_')[1];
  for (const bad of [
    '',
    'tnd_',
    good.slice(0, -1),
    `${good.slice(0, -2)}zz`,
    `tnd_${theirs}_${id}_${secret}`,
  ]) {
    const request = app.server.request('/api/me', { headers: { authorization: `Bearer ${bad}` } });
    assert.equal((await request).status, 401, bad);
  }
  assert.equal((await by(app, good)('people.me', {})).organisation.id.replaceAll('-', ''), ours);
});
