import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation, makePerson, makeTeam } from '../../../test/make.ts';

test('who asks sees themselves with their teams, and whether their token may write', async (t) => {
  const app = await testApp(t, { now: '2026-03-04T23:30:00.000Z' });
  const acme = await makeOrganisation(app, 'acme', { timeZone: 'Europe/Berlin' });
  const sales = await makeTeam(app, acme, { key: 'sales', name: 'Sales', leads: [acme.member] });
  const me = await app.as(acme.member, 'read')('people.me', {});
  assert.equal(me.name, 'Mia Member');
  assert.equal(me.mayWrite, false);
  assert.equal(me.today, '2026-03-05');
  assert.deepEqual(me.teams, [{ team: sales, key: 'sales', name: 'Sales', lead: true }]);
  assert.deepEqual(me.organisations, [{ id: acme.id, name: 'acme' }]);
});

test('people are listed by name, a page at a time, and found by parts of name and address', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  await makePerson(app, acme, { name: 'adam admin', email: 'second_adam@example.org' });
  const list = app.as(acme.viewer);
  const names: string[] = [];
  let after: string | undefined;
  do {
    const page = await list('people.list', { limit: 2, ...(after && { after }) });
    names.push(...page.people.map(({ name }) => name));
    after = page.next ?? undefined;
  } while (after);
  assert.deepEqual(
    names.map((name) => name.toLowerCase()),
    ['adam admin', 'adam admin', 'mia member', 'olga owner', 'vera viewer'],
  );
  assert.equal((await list('people.list', { search: 'D_ADAM@' })).people.length, 1);
  assert.equal((await list('people.list', { search: '%' })).people.length, 0);
  assert.deepEqual(
    (await list('people.list', { role: 'owner' })).people.map(({ id }) => id),
    [acme.owner.id],
  );
});

test('roles are changed by those who may: an admin below owner, an owner all', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const change = { person: acme.member.id, role: 'admin' } as const;
  await assert.rejects(app.as(acme.member)('people.change', change), { code: 'forbidden' });
  assert.equal((await app.as(acme.admin)('people.change', change)).role, 'admin');
  await assert.rejects(app.as(acme.admin)('people.change', { ...change, role: 'owner' }), {
    code: 'forbidden',
  });
  await assert.rejects(app.as(acme.admin)('people.change', { person: acme.owner.id, active: false }), {
    code: 'forbidden',
  });
  assert.equal((await app.as(acme.owner)('people.change', { ...change, role: 'owner' })).role, 'owner');
});

test('the last owner stays, also when two owners demote each other at once', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const demoted = { person: acme.owner.id, role: 'member' } as const;
  await assert.rejects(app.as(acme.owner)('people.change', demoted), { code: 'conflict', field: 'role' });
  const second = await makePerson(app, acme, { role: 'owner', name: 'Second Owner' });
  const both = await Promise.allSettled([
    app.as(second)('people.change', demoted),
    app.as(acme.owner)('people.change', { person: second.id, active: false }),
  ]);
  assert.equal(both.filter(({ status }) => status === 'fulfilled').length, 1);
  const owners = await app.as(acme.viewer)('people.list', { role: 'owner' });
  assert.equal(owners.people.length, 1);
});

test('who has left cannot come in, and a name is changed by oneself or an admin', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  await app.as(acme.admin)('people.change', { person: acme.member.id, active: false });
  await assert.rejects(app.as(acme.member)('people.me', {}), { code: 'not_signed_in' });
  const viewer = { person: acme.viewer.id, name: 'Vera' };
  assert.equal((await app.as(acme.viewer)('people.change', viewer)).name, 'Vera');
  await assert.rejects(app.as(acme.viewer)('people.change', { person: acme.admin.id, name: 'X' }), {
    code: 'forbidden',
  });
});

test("another organisation's people are not there", async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const other = await makeOrganisation(app, 'other');
  await assert.rejects(app.as(acme.owner)('people.find', { person: other.viewer.id }), { code: 'not_found' });
  await assert.rejects(app.as(acme.owner)('people.change', { person: other.viewer.id, name: 'X' }), {
    code: 'not_found',
  });
});
