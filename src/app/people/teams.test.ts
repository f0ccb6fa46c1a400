import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation, makePerson, makeTeam } from '../../../test/make.ts';

async function tree(t: Parameters<typeof testApp>[0]) {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const sales = await makeTeam(app, acme, { key: 'sales', name: 'Sales', leads: [acme.member] });
  const north = await makeTeam(app, acme, { key: 'north', name: 'North', parent: sales });
  const east = await makeTeam(app, acme, { key: 'east', name: 'East', parent: sales });
  const support = await makeTeam(app, acme, { key: 'support', name: 'Support' });
  return { app, acme, sales, north, east, support };
}

test('teams are listed as a tree with their leads', async (t) => {
  const { app, acme } = await tree(t);
  const all = await app.as(acme.viewer)('teams.list', {});
  assert.deepEqual(
    all.map(({ name, depth, size, leads }) => [name, depth, size, leads.map(({ name }) => name)]),
    [
      ['Sales', 0, 1, ['Mia Member']],
      ['East', 1, 0, []],
      ['North', 1, 0, []],
      ['Support', 0, 0, []],
    ],
  );
});

test('a team is found by its key with its people, those above and those below', async (t) => {
  const { app, acme, sales, north } = await tree(t);
  await app.as(acme.admin)('teams.addMember', { team: 'north', person: acme.viewer.id });
  const found = await app.as(acme.viewer)('teams.find', { team: 'north' });
  assert.equal(found.id, north);
  assert.deepEqual(found.above, [{ id: sales, name: 'Sales' }]);
  assert.deepEqual(
    found.people.map(({ name, lead }) => [name, lead]),
    [['Vera Viewer', false]],
  );
  const above = await app.as(acme.viewer)('teams.find', { team: sales });
  assert.deepEqual(
    above.children.map(({ key }) => key),
    ['east', 'north'],
  );
});

test('a lead edits the teams below, and nothing beside or above', async (t) => {
  const { app, acme, sales, support } = await tree(t);
  const lead = app.as(acme.member);
  const west = await lead('teams.create', { key: 'west', name: 'West', parent: sales });
  assert.equal(west.depth, 1);
  await lead('teams.addMember', { team: 'west', person: acme.viewer.id, lead: true });
  await lead('teams.change', { team: 'west', name: 'Wild West' });
  await assert.rejects(lead('teams.create', { key: 'top', name: 'Top' }), { code: 'forbidden' });
  await assert.rejects(lead('teams.change', { team: 'west', parent: support }), { code: 'forbidden' });
  await assert.rejects(lead('teams.addMember', { team: 'support', person: acme.member.id }), {
    code: 'forbidden',
  });
  await assert.rejects(lead('teams.remove', { team: 'sales' }), { code: 'forbidden' });
  await lead('teams.remove', { team: 'west' });
});

test('a team below itself is refused with the way round', async (t) => {
  const { app, acme, sales, north } = await tree(t);
  const admin = app.as(acme.admin);
  await assert.rejects(admin('teams.change', { team: sales, parent: sales }), { code: 'conflict' });
  await assert.rejects(admin('teams.change', { team: sales, parent: north }), {
    code: 'conflict',
    message: 'Sales cannot be below North: that closes a loop (Sales → North → Sales).',
  });
});

test('two moves at once that would close a loop together do not both pass', async (t) => {
  const { app, acme, sales, support } = await tree(t);
  const admin = app.as(acme.admin);
  const both = await Promise.allSettled([
    admin('teams.change', { team: sales, parent: support }),
    admin('teams.change', { team: support, parent: sales }),
  ]);
  assert.deepEqual(both.map(({ status }) => status).sort(), ['fulfilled', 'rejected']);
  assert.equal((await admin('teams.list', {})).length, 4);
});

test('a team with teams below is not removed; a removed one frees its key and its people', async (t) => {
  const { app, acme } = await tree(t);
  const admin = app.as(acme.admin);
  await assert.rejects(admin('teams.remove', { team: 'sales' }), { code: 'conflict' });
  await admin('teams.addMember', { team: 'east', person: acme.viewer.id });
  await admin('teams.remove', { team: 'east' });
  await assert.rejects(admin('teams.find', { team: 'east' }), { code: 'not_found' });
  assert.deepEqual((await app.as(acme.viewer)('people.me', {})).teams, []);
  await admin('teams.create', { key: 'east', name: 'East again' });
  await assert.rejects(admin('teams.create', { key: 'east', name: 'East twice' }), { code: 'conflict' });
});

test('people come into and leave a team, and become its lead', async (t) => {
  const { app, acme } = await tree(t);
  const admin = app.as(acme.admin);
  const pat = await makePerson(app, acme);
  await admin('teams.addMember', { team: 'support', person: pat.id });
  await admin('teams.addMember', { team: 'support', person: pat.id, lead: true });
  assert.deepEqual((await admin('teams.find', { team: 'support' })).leads, [{ id: pat.id, name: pat.name }]);
  await admin('teams.removeMember', { team: 'support', person: pat.id });
  await assert.rejects(admin('teams.removeMember', { team: 'support', person: pat.id }), {
    code: 'not_found',
  });
});

test("another organisation's people and teams cannot be put together with ours", async (t) => {
  const { app, acme, sales } = await tree(t);
  const other = await makeOrganisation(app, 'other');
  const foreign = await makeTeam(app, other, { key: 'foreign' });
  const admin = app.as(acme.admin);
  await assert.rejects(admin('teams.addMember', { team: sales, person: other.member.id }), {
    code: 'not_found',
  });
  await assert.rejects(admin('teams.addMember', { team: foreign, person: acme.member.id }), {
    code: 'not_found',
  });
  await assert.rejects(admin('teams.change', { team: sales, parent: foreign }), { code: 'not_found' });
  await assert.rejects(admin('teams.create', { key: 'x', name: 'X', parent: foreign }), {
    code: 'not_found',
  });
});
