import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import pg from 'pg';
import { testApp } from '../../test/app.ts';
import { type MadeOrganisation, makeOrganisation, makeTeam } from '../../test/make.ts';
import { settled } from './open.ts';

/** Tables that belong to no organisation, and that the application's role may not touch at all. */
const ofNobody = ['installation', 'migration'];

type Table = {
  name: string;
  key: string;
  rights: string[];
  policies: number;
  forced: boolean;
  part: boolean;
};

const app = await testApp();
let tables: Table[];
let parts: Table[];
let owner: pg.Pool;
let asApp: (work: (client: pg.Client) => Promise<void>, organisation?: string) => Promise<void>;
let acme: MadeOrganisation;
let other: MadeOrganisation;

before(async () => {
  owner = app.database.owner;
  acme = await makeOrganisation(app);
  other = await makeOrganisation(app, 'other');
  for (const each of [acme, other]) await makeTeam(app, each, { key: 'sales', leads: [each.member] });
  for (const each of [acme, other]) await app.as(each.admin)('audit.verify', {});
  const all = await tablesOf(owner);
  tables = all.filter(({ part }) => !part);
  parts = all.filter(({ part }) => part);
  await dropConstraints();
  for (const table of tables) for (const each of [acme, other]) await fill(table, each.id);
  asApp = async (work, organisation) => {
    const client = new pg.Client(settled(app.database.connection, { role: app.database.roles.app }));
    await client.connect();
    try {
      if (organisation)
        await client.query("select set_config('tandem.organisation', $1, false)", [organisation]);
      await work(client);
    } finally {
      await client.end();
    }
  };
});

async function tablesOf(pool: pg.Pool): Promise<Table[]> {
  const { rows } = await pool.query<Table>(`
    select c.relname as name, c.relforcerowsecurity and c.relrowsecurity as forced,
      case when c.relname = 'organisation' then 'id' else 'organisation' end as key,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      c.relispartition as part,
      array(select r from unnest(array['SELECT', 'INSERT', 'UPDATE']) r where has_any_column_privilege('tandem_app', c.oid, r)
        union all select r from unnest(array['DELETE', 'TRUNCATE']) r where has_table_privilege('tandem_app', c.oid, r)) as rights
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') order by 1`);
  return rows;
}

// Rows stand without the things they name: only their organisation matters here.
async function dropConstraints(): Promise<void> {
  const { rows } = await owner.query<{ statement: string }>(`
    select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname) as statement
    from pg_constraint where contype in ('c', 'f') and connamespace = 'public'::regnamespace and conparentid = 0 and conrelid <> 0`);
  for (const { statement } of rows) await owner.query(statement);
}

/** Makes sure that a table has a row of an organisation: every column that needs one has something of its type. */
async function fill({ name, key }: Table, organisation: string): Promise<void> {
  if (ofNobody.includes(name)) return;
  const there = await owner.query(`select from ${name} where ${key} = $1 limit 1`, [organisation]);
  if (there.rows.length > 0) return;
  const { rows: columns } = await owner.query<{ column: string; value: string }>(
    `select a.attname as column, case
       when a.attname = 'organisation' then quote_literal($2::text) || '::uuid'
       when t.typname = 'uuid' then 'gen_random_uuid()'
       when t.typname in ('json', 'jsonb') then '''{}'''
       when t.typname = 'date' then '''2026-01-01'''
       when t.typname = 'timestamptz' then 'now()'
       when t.typname = 'bool' then 'false'
       when t.typcategory = 'N' then '1'
       when t.typcategory = 'A' then '''{}'''
       else '''x'''
       end as value
     from pg_attribute a join pg_type t on t.oid = a.atttypid
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and a.attgenerated = ''`,
    [name, organisation],
  );
  await owner.query(
    `insert into ${name} (${columns.map(({ column }) => column).join(', ')}) values (${columns.map(({ value }) => value).join(', ')})`,
  );
}

const refused = async (client: pg.Client, statement: string, values: unknown[] = []) => {
  try {
    const { rowCount } = await client.query(statement, values);
    return `${rowCount} rows`;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('every table is known to be of an organisation or of nobody, and those of an organisation force their policy', () => {
  const ours = tables.filter(({ name }) => !ofNobody.includes(name));
  assert.ok(ours.length >= 25, `only ${ours.length} tables were read`);
  assert.deepEqual(
    ours.filter(({ policies, forced }) => policies === 0 || !forced),
    [],
  );
  assert.deepEqual(
    tables.filter(({ name, rights }) => ofNobody.includes(name) && rights.length > 0),
    [],
  );
  assert.deepEqual(
    tables.map(({ name }) => name).filter((name) => ofNobody.includes(name)),
    ofNobody,
  );
});

test('a part of a table, which its policy does not reach, is closed to the application', () => {
  assert.ok(parts.length >= 16, `only ${parts.length} parts were read`);
  assert.deepEqual(
    parts.filter(({ rights }) => rights.length > 0),
    [],
  );
});

test('with one organisation current, no table shows a row of another, even without a filter', async () => {
  let read = 0;
  await asApp(async (client) => {
    for (const { name, key } of tables.filter(({ rights }) => rights.includes('SELECT'))) {
      const { rows } = await client.query(`select ${key} as organisation from ${name}`);
      assert.ok(rows.length > 0, `${name} shows nothing of the organisation that is current`);
      assert.deepEqual([...new Set(rows.map(({ organisation }) => organisation))], [acme.id], name);
      read++;
    }
  }, acme.id);
  assert.ok(read >= 25, `only ${read} tables were read`);
});

test('without an organisation, no table shows or takes a row', async () => {
  let read = 0;
  await asApp(async (client) => {
    for (const { name, rights } of tables) {
      const found = await refused(client, `select 1 from ${name}`);
      assert.equal(found, rights.includes('SELECT') ? '0 rows' : '42501', name);
      assert.equal(
        await refused(client, `delete from ${name}`),
        rights.includes('DELETE') ? '0 rows' : '42501',
        name,
      );
      read++;
    }
  });
  assert.ok(read >= 25);
});

test('with one organisation current, no row of another is changed, removed or added', async () => {
  let tried = 0;
  for (const { name, key, rights } of tables.filter(({ name }) => !ofNobody.includes(name))) {
    const count = async () =>
      (
        await owner.query(
          `select count(*)::int as n, md5(string_agg(t::text, '' order by t::text)) as sum from ${name} t where ${key} = $1`,
          [other.id],
        )
      ).rows[0];
    const beforehand = await count();
    await asApp(async (client) => {
      const { rows } = await owner.query(
        `select column_name from information_schema.columns where table_schema = 'public' and table_name = $1 and column_name <> $2
           and has_column_privilege('tandem_app', $1, column_name, 'UPDATE') limit 1`,
        [name, key],
      );
      const column = rows[0]?.column_name;
      if (column) {
        const update = `update ${name} set ${column} = ${column} where ${key} = $1`;
        assert.equal(await refused(client, update, [other.id]), '0 rows', name);
      }
      // A row of one's own cannot be given away either.
      assert.equal(await refused(client, `update ${name} set ${key} = $1`, [other.id]), '42501', name);
      const removed = await refused(client, `delete from ${name} where ${key} = $1`, [other.id]);
      assert.equal(removed, rights.includes('DELETE') ? '0 rows' : '42501', name);
      const copy = await owner.query(`select to_jsonb(t) as row from ${name} t where ${key} = $1 limit 1`, [
        other.id,
      ]);
      const row = { ...copy.rows[0].row };
      if ('id' in row && key !== 'id') row.id = crypto.randomUUID();
      const { rows: given } = await owner.query<{ name: string }>(
        `select quote_ident(attname) as name from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
        [name],
      );
      const columns = given.map((each) => each.name).join(', ');
      const insert = `insert into ${name} (${columns}) select ${columns} from jsonb_populate_record(null::${name}, $1)`;
      assert.equal(await refused(client, insert, [JSON.stringify(row)]), '42501', name);
      // What fails above must fail for the organisation, not for the statement.
      row[key] = acme.id;
      const own = await refused(client, insert, [JSON.stringify(row)]);
      if (rights.includes('INSERT')) assert.notEqual(own, '42501', name);
    }, acme.id);
    assert.deepEqual(await count(), beforehand, name);
    tried++;
  }
  assert.ok(tried >= 25, `only ${tried} tables were tried`);
});

test("the application's role cannot rise above itself, nor read what sign-in keeps", async () => {
  await asApp(async (client) => {
    const { rows } = await client.query(
      'select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as risen from pg_roles where rolname = current_user',
    );
    assert.deepEqual(rows, [{ risen: false }]);
    for (const table of ['account_holder', 'session', 'account', 'verification', 'rate_limit'])
      assert.equal(await refused(client, `select from auth.${table}`), '42501', table);
    for (const statement of [
      'alter table person disable row level security',
      'alter table person no force row level security',
      'drop policy tenant on person',
      'create policy all_of_it on person using (true)',
      'alter role tandem_app bypassrls',
      'truncate audit',
      'delete from audit',
      "update audit set detail = '{}'",
      'update reading set value = 1',
      'create table public.mine ()',
    ])
      assert.equal(await refused(client, statement), '42501', statement);
  }, acme.id);
});

test('a user sees their own person in every organisation, and no one else', async () => {
  await owner.query("update person set user_account = 'nina' where id = any($1)", [
    [acme.viewer.id, other.viewer.id],
  ]);
  await asApp(async (client) => {
    await client.query("select set_config('tandem.user', 'nina', false)");
    const { rows } = await client.query('select id from person order by id');
    assert.deepEqual(
      rows.map(({ id }) => id),
      [acme.viewer.id, other.viewer.id].sort(),
    );
    assert.equal(await refused(client, "update person set role = 'owner'"), '0 rows');
  });
});
