import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { makeKpi } from '../../../test/make-okr.ts';

// PostgreSQL plans a prepared statement for its parameters five times, and from then on only if that is cheaper than a plan for any.
test('the statements of a written reading are planned no more once they are known', async (t) => {
  const app = await testApp(t, { now: '2026-03-04T12:00:00.000Z' });
  const { id, owner } = await makeOrganisation(app);
  const kpi = await makeKpi(app, owner, {});
  const columns = 'name, unit, direction, cadence, adds_up, created_at';
  await app.database.owner.query(
    `insert into kpi (organisation, id, key, ${columns})
     select organisation, gen_random_uuid(), 'k' || n, ${columns} from kpi cross join generate_series(1, 300) n`,
  );
  await app.database.owner.query(
    `insert into reading (organisation, kpi, starts, revision, period, value, source, recorded_at)
     select $1, id, date '2024-01-01' + n, 1, n::text, n, 'api', created_at from kpi cross join generate_series(1, 50) n`,
    [id],
  );
  await app.database.owner.query('analyze kpi, reading');
  for (let value = 1; value <= 12; value += 1)
    await app.as(owner)('readings.record', { kpi, period: '2026-02', value, reason: 'again' });
  const { rows } = await app.database.app.query(
    'select left(statement, 80) as statement, custom_plans from pg_prepared_statements where generic_plans + custom_plans >= 12',
  );
  assert.ok(rows.length >= 8, `${rows.length} statements were seen`);
  assert.deepEqual(
    rows.filter(({ custom_plans }) => Number(custom_plans) > 5),
    [],
  );
});
