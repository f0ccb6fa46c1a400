import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kysely, PostgresDialect } from 'kysely';
import { testApp } from '../../test/app.ts';
import { makeOrganisation } from '../../test/make.ts';
import { fitnessQuery } from './fitness.ts';

type Plan = { 'Node Type': string; 'Actual Loops': number; 'Relation Name'?: string; Plans?: Plan[] };

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];

test('the facts of a thousand KPIs are read table by table, and not KPI by KPI', async (t) => {
  const app = await testApp(t);
  const { id, admin } = await makeOrganisation(app);
  const { owner } = app.database;
  const fill = (text: string) => owner.query(text, [id, admin.id]);
  await fill(`insert into team (organisation, id, key, name, created_at)
    select $1, gen_random_uuid(), 't' || n, 'T' || n, now() from generate_series(1, 20) n where $2::uuid is not null`);
  await fill(
    'insert into team_member (organisation, team, person) select organisation, id, $2::uuid from team where organisation = $1',
  );
  await fill(`insert into kpi (organisation, id, key, name, definition, owner, team, unit, direction, cadence, adds_up, created_at)
    select $1, gen_random_uuid(), 'k' || n, 'K' || n, 'Counted.', $2::uuid,
      (array(select id from team where organisation = $1))[1 + n % 20], '{"kind":"number"}', 'higher', 'weekly', 'mean', now()
    from generate_series(1, 1000) n`);
  await fill(`insert into kpi_version (organisation, kpi, version, valid_from, facts, author, recorded_at)
    select organisation, id, 1, '2026-01-01', '{}', $2::uuid, now() from kpi where organisation = $1`);
  await fill(`insert into acknowledgement (organisation, kpi, version, person, at)
    select organisation, id, 1, $2::uuid, now() from kpi where organisation = $1`);
  await fill(`insert into kpi_fitness (organisation, kpi, arrivals, same_run, same_repeats, same_pairs, has_threshold)
    select organisation, id, '', 1, 0, 0, false from kpi where organisation = $1 and $2::uuid is not null`);
  await owner.query('analyze');
  const { sql, parameters } = fitnessQuery(id, { timeZone: 'UTC', hidden: [] }).compile(
    new Kysely({ dialect: new PostgresDialect({ pool: owner }) }),
  );
  const { rows } = await owner.query(`explain (analyze, format json) ${sql}`, [...parameters]);
  const plan: Plan = rows[0]['QUERY PLAN'][0].Plan;
  const read = nodes(plan).filter((node) => node['Relation Name']);
  assert.ok(read.length >= 12, `only ${read.length} reads were seen`);
  const again = read.filter((node) => node['Actual Loops'] > 1);
  assert.deepEqual(
    again.map((node) => `${node['Relation Name']} × ${node['Actual Loops']}`),
    [],
  );
});
