import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation, makePerson, makeTeam } from '../../../test/make.ts';

const app = await testApp();
const acme = await makeOrganisation(app);
const lead = await makePerson(app, acme, { name: 'Lea Lead' });
await makeTeam(app, acme, { leads: [lead] });
const { admin, member, viewer } = acme;
const breaches = { page: 'panel', name: 'Breaches', query: 'status=breach' } as const;
const names = async (person: typeof admin, page?: 'panel' | 'gaps') =>
  (await app.as(person)('views.list', { ...(page && { page }) })).map(({ name }) => name);

test('a view is seen by who keeps it, and by everybody once it is shared', async () => {
  const own = await app.as(lead)('views.create', breaches);
  assert.deepEqual([await names(lead), await names(member)], [['Breaches'], []]);
  await assert.rejects(app.as(admin)('views.change', { view: own.id, name: 'Seen' }), { code: 'not_found' });
  await app.as(lead)('views.change', { view: own.id, shared: true });
  assert.deepEqual(await app.as(member)('views.list', {}), [
    { ...own, shared: true, mayChange: false, isDefault: false },
  ]);
  await assert.rejects(app.as(member)('views.remove', { view: own.id }), { code: 'forbidden' });
  const byAdmin = await app.as(admin)('views.change', { view: own.id, query: 'status=breach&group=team' });
  assert.deepEqual([byAdmin.owner, byAdmin.query], [lead.id, 'status=breach&group=team']);
  await app.as(lead)('views.remove', { view: own.id });
  assert.deepEqual(await names(member), []);
});

test('only admins and leads share', async () => {
  for (const person of [member, viewer])
    await assert.rejects(app.as(person)('views.create', { ...breaches, shared: true }), {
      code: 'forbidden',
      field: 'shared',
    });
  const own = await app.as(viewer)('views.create', breaches);
  await assert.rejects(app.as(viewer)('views.change', { view: own.id, shared: true }), { code: 'forbidden' });
  await app.as(viewer)('views.remove', { view: own.id });
});

test('each page opens with at most one view for a person, and with none when it is no longer theirs to see', async () => {
  const shared = await app.as(admin)('views.create', { ...breaches, shared: true });
  const own = await app.as(member)('views.create', { ...breaches, name: 'Mine', query: 'owner=me' });
  const opening = async () =>
    (await app.as(member)('views.list', {})).filter(({ isDefault }) => isDefault).map(({ name }) => name);
  await app.as(member)('views.open', { page: 'panel', view: own.id });
  await app.as(member)('views.open', { page: 'panel', view: shared.id });
  assert.deepEqual(await opening(), ['Breaches']);
  await assert.rejects(
    app.as(member)('views.open', { page: 'gaps', view: own.id }),
    /is a view of another page/,
  );
  await app.as(admin)('views.change', { view: shared.id, shared: false });
  assert.deepEqual(await opening(), []);
  await app.as(admin)('views.change', { view: shared.id, shared: true });
  assert.deepEqual(await opening(), []);
  await app.as(member)('views.open', { page: 'panel', view: own.id });
  await app.as(member)('views.open', { page: 'panel', view: null });
  assert.deepEqual(await opening(), []);
  await app.as(member)('views.open', { page: 'panel', view: own.id });
  await app.as(member)('views.remove', { view: own.id });
  await app.as(admin)('views.remove', { view: shared.id });
});

test('one menu has no two entries of one name, and a view is what an address can say', async () => {
  const call = app.as(member);
  const { id } = await call('views.create', breaches);
  await call('views.create', { ...breaches, page: 'gaps' });
  await assert.rejects(call('views.create', { ...breaches, name: 'breaches' }), {
    code: 'conflict',
    field: 'name',
  });
  assert.equal((await call('views.change', { view: id, name: 'BREACHES' })).name, 'BREACHES');
  await assert.rejects(call('views.create', { ...breaches, name: 'Script', query: '"><script>' }), {
    code: 'invalid',
    field: 'query',
  });
  assert.deepEqual(await names(member, 'panel'), ['BREACHES']);
});
