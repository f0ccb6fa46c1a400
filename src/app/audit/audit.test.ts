import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type TestApp, testApp } from '../../../test/app.ts';
import { type MadeOrganisation, makeOrganisation } from '../../../test/make.ts';

/** An organisation with a sealed log of eleven entries: its making, nine changes, and the verification that sealed them. */
async function sealedLog(
  t: Parameters<typeof testApp>[0],
): Promise<{ app: TestApp; acme: MadeOrganisation }> {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  for (let i = 1; i <= 9; i++) {
    app.clock.now = `2026-03-04T12:00:0${i}.000Z`;
    await app.as(acme.admin)('organisations.change', { name: `Acme ${i}` });
  }
  const first = await verified(app, acme);
  assert.deepEqual([first.sound, first.entries, first.head?.place], [true, 10, 10]);
  assert.equal((await verified(app, acme)).head?.place, 11);
  return { app, acme };
}

const verified = (app: TestApp, acme: MadeOrganisation, known?: { place: number; hash: string }) =>
  app.as(acme.admin)('audit.verify', known ? { known } : {});

const kinds = ({ faults }: Awaited<ReturnType<typeof verified>>) =>
  faults.map(({ kind, place }) => [kind, place]);

type Tampering = {
  what: string;
  /** Statements that the owner of the database runs, past row-level security. */
  by: string[];
  finds: [kind: string, place: number | null][];
};

const tamperings: Tampering[] = [
  {
    what: 'a changed detail',
    by: [`update audit set detail = jsonb_set(detail, '{name,after}', '"Mine"') where place = 5`],
    finds: [['changed', 5]],
  },
  {
    what: 'a changed time',
    by: [`update audit set at = at + '1 microsecond' where place = 5`],
    finds: [['changed', 5]],
  },
  {
    what: 'a deed put on another person',
    by: [`update audit set person = (select id from person where role = 'viewer') where place = 7`],
    finds: [['changed', 7]],
  },
  {
    what: 'an entry missing in the middle',
    by: ['delete from audit where place = 5'],
    finds: [['missing', 5]],
  },
  {
    what: 'several entries missing in the middle',
    by: ['delete from audit where place between 4 and 6'],
    finds: [['missing', 4]],
  },
  {
    what: 'the first entry missing',
    by: ['delete from audit where place = 1'],
    finds: [['missing', 1]],
  },
  {
    what: 'the last entries missing',
    by: ['delete from audit where place > 8'],
    finds: [['missing', 9]],
  },
  {
    what: 'the last entries missing with the record of the end put back',
    by: [
      'delete from audit where place > 8',
      'update audit_head set place = 8, hash = (select hash from audit where place = 8)',
    ],
    finds: [['changed', 8]],
  },
  {
    what: 'an entry missing and the places closed up',
    by: ['delete from audit where place = 10', 'update audit set place = 10 where place = 11'],
    finds: [
      ['moved', 10],
      ['missing', 11],
    ],
  },
  {
    what: 'an added entry that waits to be sealed',
    by: [
      `insert into audit (organisation, id, at, operation, kind, subject, detail, mac)
       select organisation, gen_random_uuid(), at, operation, kind, subject, detail, mac from audit where place = 3`,
    ],
    finds: [['added', null]],
  },
  {
    what: 'an added entry behind the end, after which nothing is sealed any more',
    by: [
      `insert into audit (organisation, id, at, operation, kind, subject, detail, mac, place, hash)
       select organisation, gen_random_uuid(), at, operation, kind, subject, detail, mac, 12, hash from audit where place = 11`,
    ],
    finds: [
      ['added', 12],
      ['added', 12],
    ],
  },
  {
    what: 'two entries that changed places',
    by: [
      'update audit set place = 99 where place = 4',
      'update audit set place = 4 where place = 5',
      'update audit set place = 5 where place = 99',
    ],
    finds: [
      ['moved', 4],
      ['moved', 5],
      ['moved', 6],
    ],
  },
  { what: 'no record of the end', by: ['delete from audit_head'], finds: [['missing', null]] },
];

for (const { what, by, finds } of tamperings)
  test(`a verification finds ${what}`, async (t) => {
    const { app, acme } = await sealedLog(t);
    for (const statement of by) await app.database.owner.query(statement);
    const found = await verified(app, acme);
    assert.deepEqual(kinds(found), finds);
    assert.equal(found.sound, false);
    // What was found once is found again: neither sealing nor verifying covers it up.
    assert.equal((await verified(app, acme)).sound, false);
  });

test('a log put back to an older state as a whole is found by the end that was noted down', async (t) => {
  const { app, acme } = await sealedLog(t);
  const copy = 'create table kept as select * from audit_head';
  await app.database.owner.query(copy);
  await app.as(acme.admin)('organisations.change', { name: 'Regretted' });
  const noted = (await verified(app, acme)).head!;
  await app.database.owner.query('delete from audit where place is null or place > (select place from kept)');
  await app.database.owner.query(
    'update audit_head set (place, hash, mac) = (select place, hash, mac from kept)',
  );
  assert.deepEqual(kinds(await verified(app, acme, noted)).at(0)?.[0], 'rolled back');
});

test('the noted end of a sound log stays right while the log grows', async (t) => {
  const { app, acme } = await sealedLog(t);
  const noted = (await verified(app, acme)).head!;
  for (let i = 0; i < 3; i++) assert.equal((await verified(app, acme, noted)).sound, true);
});

test('every write leaves an entry that says who did what, and a refused one leaves none', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  await app.as(acme.admin)('organisations.change', { name: 'New name' });
  await assert.rejects(app.as(acme.viewer)('organisations.change', { name: 'No' }));
  await assert.rejects(app.as(acme.admin)('organisations.change', { behindFrom: 2 }));
  const { entries } = await app.as(acme.owner)('audit.list', {});
  assert.equal(entries.length, 2);
  const [entry] = entries;
  assert.deepEqual(entry?.person, { id: acme.admin.id, name: 'Adam Admin' });
  assert.equal(entry?.kind, 'organisation.changed');
  assert.deepEqual(entry?.detail.name, { before: 'acme', after: 'New name' });
});

test('the log is read a page at a time and by person, operation, subject and day', async (t) => {
  const app = await testApp(t, { now: '2026-03-04T22:59:00.000Z' });
  const acme = await makeOrganisation(app, 'acme', { timeZone: 'Europe/Berlin' });
  for (let i = 0; i < 3; i++) await app.as(acme.admin)('organisations.change', { name: `A${i}` });
  app.clock.now = '2026-03-04T23:01:00.000Z';
  const { token } = await app.as(acme.member)('tokens.create', { name: 'mine' });
  const list = app.as(acme.admin);
  const first = await list('audit.list', { limit: 3 });
  const rest = await list('audit.list', { limit: 3, before: first.next! });
  assert.equal(new Set([...first.entries, ...rest.entries].map(({ id }) => id)).size, 5);
  assert.equal(rest.next, null);
  const count = async (input: Parameters<typeof list<'audit.list'>>[1]) =>
    (await list('audit.list', input)).entries.length;
  assert.equal(await count({ person: acme.admin.id }), 3);
  assert.equal(await count({ operation: 'organisations' }), 4);
  assert.equal(await count({ operation: 'organisations.change' }), 3);
  assert.equal(await count({ subject: token.id }), 1);
  assert.equal(await count({ from: '2026-03-05' }), 1);
  assert.equal(await count({ to: '2026-03-04' }), 4);
  await assert.rejects(app.as(acme.member)('audit.list', {}), { code: 'forbidden' });
});

test('writes do not wait for a sealing that is going on', async (t) => {
  const { app, acme } = await sealedLog(t);
  const client = await app.database.owner.connect();
  await client.query('begin');
  await client.query(`select pg_advisory_xact_lock(hashtext('tandem: audit'), hashtext($1))`, [acme.id]);
  await client.query('select from audit where place is not null for update');
  await app.as(acme.admin)('organisations.change', { name: 'Written meanwhile' });
  await client.query('rollback');
  client.release();
  assert.equal((await verified(app, acme)).sound, true);
});

test('many writers at once leave one chain without a gap', async (t) => {
  const app = await testApp(t);
  const acme = await makeOrganisation(app);
  const writes = Array.from({ length: 40 }, (_, i) =>
    app.as(acme.member)('tokens.create', { name: `t${i}` }),
  );
  const seals = Array.from({ length: 5 }, () => verified(app, acme));
  await Promise.all([...writes, ...seals]);
  const last = await verified(app, acme);
  assert.deepEqual([last.sound, last.entries], [true, 46]);
});
