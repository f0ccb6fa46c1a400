import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../test/app.ts';
import { makeOrganisation } from '../../test/make.ts';

const first = {
  name: 'Acme',
  timeZone: 'Europe/Berlin',
  owner: { name: 'Ann', email: 'Ann@example.org', password: 'correct horse battery' },
};

test('the first visit creates the organisation and its owner, who can sign in with the password', async (t) => {
  const app = await testApp(t);
  assert.deepEqual(await app.as()('organisations.begun', {}), { begun: false });
  const made = await app.as()('organisations.create', first);
  assert.deepEqual(await app.as()('organisations.begun', {}), { begun: true });
  assert.equal(typeof made.organisation, 'string');
  assert.equal(await app.tandem.ports.accounts.verify('ann@example.org', 'wrong horse battery'), undefined);
  assert.equal(
    typeof (await app.tandem.ports.accounts.verify('ann@example.org', first.owner.password)),
    'string',
  );
});

test('a second first visit is refused, also when two come at once', async (t) => {
  const app = await testApp(t);
  const other = { ...first, owner: { ...first.owner, email: 'other@example.org' } };
  const both = await Promise.allSettled([
    app.as()('organisations.create', first),
    app.as()('organisations.create', other),
  ]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  await assert.rejects(app.as()('organisations.create', other), { code: 'conflict' });
});

test('an admin changes the settings and a member does not', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const changed = await app.as(acme.admin)('organisations.change', { timeZone: 'Asia/Tokyo' });
  assert.equal(changed.timeZone, 'Asia/Tokyo');
  assert.deepEqual(await app.as(acme.viewer)('organisations.find', {}), changed);
  await assert.rejects(app.as(acme.member)('organisations.change', { name: 'Mine' }), { code: 'forbidden' });
  await assert.rejects(app.as(acme.admin, 'read')('organisations.change', { name: 'Mine' }), {
    code: 'forbidden',
  });
  await assert.rejects(app.as(acme.admin)('organisations.change', { behindFrom: 0.95 }), {
    code: 'invalid',
    field: 'behindFrom',
  });
});
