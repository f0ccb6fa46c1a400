import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { testDatabase } from '../../test/database.ts';
import { schemaText } from '../../test/schema-text.ts';

const file = new URL('./schema.sql', import.meta.url);

test('schema.sql says what the migrations make', async (t) => {
  const text = await schemaText((await testDatabase(t)).owner);
  const count = text.match(/^create table/gm)?.length ?? 0;
  assert.ok(count > 25, `only ${count} tables were read`);
  t.diagnostic(`${count} tables`);
  if (process.env.UPDATE === '1' || !existsSync(file)) writeFileSync(file, text);
  assert.equal(readFileSync(file, 'utf8'), text, 'run it again with UPDATE=1 and read what changed');
});

test("every table's row type names its columns", async (t) => {
  const { owner } = await testDatabase(t);
  const { rows } = await owner.query<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name::text order by column_name) as columns from information_schema.columns c
     where table_schema = 'public' and table_name !~ '^(reading_\\d+|migration|installation)$' group by 1`,
  );
  const source = readdirSync(new URL('.', import.meta.url))
    .filter((name) => /^schema(-\w+)?\.ts$/.test(name))
    .map((name) => readFileSync(new URL(name, import.meta.url), 'utf8'))
    .join('\n');
  let read = 0;
  for (const { name, columns } of rows) {
    const type = `${name
      .split('_')
      .map((word) => word[0]!.toUpperCase() + word.slice(1))
      .join('')}Row`;
    const body =
      new RegExp(`type ${type} = \\{([^}]*)\\}`).exec(source)?.[1] ??
      new RegExp(`${name}: \\{([^}]*)\\}`).exec(source)?.[1];
    assert.ok(body, `${name} has no row type ${type}`);
    const fields = [...body.matchAll(/(\w+): [^;]+/g)].map((match) => match[1]!).sort();
    assert.deepEqual(fields, columns, name);
    read += 1;
  }
  assert.ok(read > 20);
});
