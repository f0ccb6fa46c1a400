import assert from 'node:assert/strict';
import { test } from 'node:test';
import { beforeMigration } from '../../test/before-migration.ts';

const id = (number: number): string => `00000000-0000-7000-8000-00000000000${number}`;

test('what was written as a pillar before there were any becomes one, in one spelling and per organisation', async (t) => {
  const { client, go } = await beforeMigration(t, '0013-strategy.sql');
  const kpi = (organisation: string, number: number, pillar: string) =>
    `('${organisation}', '${id(number)}', 'kpi-${number}', 'KPI', '{"kind":"percent"}', 'lower', 'monthly', 'mean', ${pillar}, now())`;
  await client.query(`
    insert into organisation (id, name, time_zone, created_at) values
      ('${id(1)}', 'acme', 'UTC', now()), ('${id(2)}', 'other', 'UTC', now());
    insert into kpi (organisation, id, key, name, unit, direction, cadence, adds_up, pillar, created_at) values
      ${kpi(id(1), 3, "'Service'")}, ${kpi(id(1), 4, "'service'")}, ${kpi(id(1), 5, 'null')}, ${kpi(id(2), 6, "'Thrift'")};
    insert into cycle (organisation, id, name, kind, starts, ends, created_at) values
      ('${id(1)}', '${id(7)}', 'Q1', 'quarter', '2026-01-01', '2026-03-31', now());
    insert into objective (organisation, id, cycle, title, commitment, pillar, created_at) values
      ('${id(1)}', '${id(8)}', '${id(7)}', 'One', 'committed', 'SERVICE', now()),
      ('${id(1)}', '${id(9)}', '${id(7)}', 'Two', 'committed', 'People', now());`);
  await go();
  const asked = async (sql: string): Promise<unknown[]> =>
    (await client.query({ text: sql, rowMode: 'array' })).rows;
  const [[service]] = (await asked(
    `select name from pillar where lower(name) = 'service' and organisation = '${id(1)}'`,
  )) as [[string]];
  assert.match(service, /^service$/i);
  assert.deepEqual(
    await asked('select organisation, lower(name), position from pillar order by organisation, position'),
    [
      [id(1), 'people', 0],
      [id(1), 'service', 1],
      [id(2), 'thrift', 0],
    ],
  );
  assert.deepEqual(
    await asked('select id, pillar from kpi union all select id, pillar from objective order by 1'),
    [
      [id(3), service],
      [id(4), service],
      [id(5), null],
      [id(6), 'Thrift'],
      [id(8), service],
      [id(9), 'People'],
    ],
  );
  await assert.rejects(
    client.query(`update kpi set pillar = 'Unknown' where id = '${id(5)}'`),
    /foreign key/,
  );
  await client.end();
});
