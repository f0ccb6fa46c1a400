import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation, makeTeam } from '../../../test/make.ts';

const password = 'correct horse battery';
const nina = { email: 'nina@example.org', name: 'Nina' };

async function invited(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const team = await makeTeam(app, acme, { key: 'sales' });
  const made = await app.as(acme.admin)('invitations.create', { ...nina, role: 'member', team });
  return { app, acme, team, made, link: made.link.replace('/invitations/', '') };
}

test('an invited person sees what the link invites to, and comes in with a password of their own', async (t) => {
  const { app, acme, team, link } = await invited(t);
  const seen = await app.as()('invitations.find', { link });
  assert.deepEqual(
    [seen.organisation, seen.email, seen.role, seen.hasAccount],
    ['acme', nina.email, 'member', false],
  );
  const { person } = await app.as()('invitations.accept', { link, name: 'Nina N', password });
  const found = await app.as(acme.admin)('people.find', { person });
  assert.deepEqual([found.name, found.role, found.teams[0]?.team], ['Nina N', 'member', team]);
  assert.equal(typeof (await app.tandem.ports.accounts.verify(nina.email, password)), 'string');
  const [entry] = (await app.as(acme.admin)('audit.list', {})).entries;
  assert.deepEqual([entry?.kind, entry?.person?.id], ['invitation.accepted', person]);
  await assert.rejects(app.as()('invitations.accept', { link, name: 'Nina', password }), { code: 'closed' });
  assert.deepEqual(await app.as(acme.admin)('invitations.list', {}), []);
});

test('a link works once, also when it is used twice at the same moment', async (t) => {
  const { app, acme, link } = await invited(t);
  const accept = () => app.as()('invitations.accept', { link, name: 'Nina', password });
  const both = await Promise.allSettled([accept(), accept()]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  assert.equal((await app.as(acme.admin)('people.list', { search: 'nina' })).people.length, 1);
});

test('the account that an address has comes in with its own password, and with no other', async (t) => {
  const { app, link } = await invited(t);
  const account = await app.tandem.ports.accounts.create({ ...nina, email: 'NINA@example.org', password });
  assert.equal((await app.as()('invitations.find', { link })).hasAccount, true);
  await assert.rejects(
    app.as()('invitations.accept', { link, name: 'Nina', password: 'another horse battery' }),
    {
      code: 'forbidden',
      field: 'password',
    },
  );
  await app.as()('invitations.accept', { link, name: 'Nina', password });
  assert.equal(await app.tandem.ports.accounts.verify(nina.email, password), account);
});

test('a revoked, an expired, a replaced and a wrong link do not let anybody in', async (t) => {
  const { app, acme, made, link } = await invited(t);
  const accept = (link: string) => app.as()('invitations.accept', { link, name: 'Nina', password });
  const again = await app.as(acme.admin)('invitations.create', { ...nina, email: 'Nina@Example.org' });
  await assert.rejects(accept(link), { code: 'closed' });
  const second = again.link.replace('/invitations/', '');
  await assert.rejects(accept(`${second.slice(0, -1)}${second.endsWith('A') ? 'B' : 'A'}`), {
    code: 'not_found',
  });
  await assert.rejects(accept('nonsense'), { code: 'not_found' });
  app.clock.now = '2026-03-18T12:00:00.000Z';
  await assert.rejects(accept(second), { code: 'closed' });
  app.clock.now = '2026-03-18T11:59:59.000Z';
  await app.as(acme.admin)('invitations.revoke', { invitation: again.invitation.id });
  await assert.rejects(accept(second), { code: 'closed' });
  await assert.rejects(app.as(acme.admin)('invitations.revoke', { invitation: made.invitation.id }), {
    code: 'not_found',
  });
});

test('invitations are the business of admins, and not for those who are here', async (t) => {
  const { app, acme } = await invited(t);
  await assert.rejects(app.as(acme.member)('invitations.create', nina), { code: 'forbidden' });
  await assert.rejects(app.as(acme.viewer)('invitations.list', {}), { code: 'forbidden' });
  const { link } = await app.as(acme.admin)('invitations.create', { email: 'Bo@example.org', name: 'Bo' });
  await app.as()('invitations.accept', { link: link.replace('/invitations/', ''), name: 'Bo', password });
  await assert.rejects(app.as(acme.admin)('invitations.create', { email: 'bo@example.org', name: 'Bo' }), {
    code: 'conflict',
  });
});

test('someone who had left comes back as the same person', async (t) => {
  const { app, acme, link } = await invited(t);
  const { person } = await app.as()('invitations.accept', { link, name: 'Nina', password });
  await app.as(acme.admin)('people.change', { person, active: false });
  const again = await app.as(acme.admin)('invitations.create', { ...nina, role: 'viewer' });
  const back = await app.as()('invitations.accept', {
    link: again.link.replace('/invitations/', ''),
    name: 'Nina',
    password,
  });
  assert.equal(back.person, person);
  assert.equal((await app.as(acme.admin)('people.find', { person })).role, 'viewer');
});
