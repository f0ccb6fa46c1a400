import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { makeKpi } from '../../../test/make-okr.ts';

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

test('another set of rules, or another day by the time zone, judges every KPI anew', async (t) => {
  const app = await testApp(t, { now: '2026-08-01T05:00:00.000Z' });
  const acme = await makeOrganisation(app);
  const admin = app.as(acme.admin);
  // Three above the centre, two of them beyond two sigma: a signal by the NHS rules, and none by Wheeler's.
  const teeth = [
    0, 2, -2, 1, -1, -2, 2, 0, 1, -2, 0, 2, -1, 1, 2, -2, 0, -1, 1, 0, -1, 2, -2, 1, 1, -1, 0, 2,
  ];
  const values = [...teeth, 5, 0.5, 5].map((each) => 50 + each);
  await makeKpi(app, acme.admin, { from: '2024-01-01', values });
  const line = async () => (await admin('panel.list', {}))[0]!;
  assert.deepEqual([(await line()).signal, (await line()).period], [null, '2026-07']);
  await admin('organisations.change', { ruleSet: 'nhs' });
  assert.equal((await line()).signal, 'two-of-three-inside');
  // Five in the morning in Greenwich is still July in San Francisco.
  await admin('organisations.change', { ruleSet: 'wheeler', timeZone: 'America/Los_Angeles' });
  assert.deepEqual([(await line()).signal, (await line()).period], [null, '2026-06']);
});

test('the fiscal year stays as it is once readings of quarters are kept by it', async (t) => {
  const app = await testApp(t, { now: '2026-08-01T05:00:00.000Z' });
  const acme = await makeOrganisation(app);
  const admin = app.as(acme.admin);
  assert.equal((await admin('organisations.change', { yearStartsIn: 4 })).yearStartsIn, 4);
  await makeKpi(app, acme.admin, { cadence: 'quarterly', values: [1] });
  await assert.rejects(admin('organisations.change', { yearStartsIn: 1 }), {
    code: 'conflict',
    field: 'yearStartsIn',
    message: /start in April/,
  });
  assert.equal((await admin('organisations.find', {})).yearStartsIn, 4);
});
