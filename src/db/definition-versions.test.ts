import assert from 'node:assert/strict';
import { test } from 'node:test';
import { durationUnits, unitScale } from '#domain/kpi/unit.ts';
import { beforeMigration } from '../../test/before-migration.ts';

const ids = {
  organisation: '00000000-0000-7000-8000-000000000001',
  waiting: '00000000-0000-7000-8000-000000000002',
  sales: '00000000-0000-7000-8000-000000000003',
};

test('what was recorded before units could change keeps the unit that it was typed in', async (t) => {
  const { client, go } = await beforeMigration(t, '0009-definition-versions.sql');
  await client.query(`
    insert into organisation (id, name, time_zone, created_at) values ('${ids.organisation}', 'acme', 'UTC', now());
    insert into kpi (organisation, id, key, name, unit, direction, cadence, adds_up, created_at) values
      ('${ids.organisation}', '${ids.waiting}', 'waiting', 'Waiting', '{"kind":"duration","unit":"hours"}', 'lower', 'monthly', 'mean', now()),
      ('${ids.organisation}', '${ids.sales}', 'sales', 'Sales', '{"kind":"currency","code":"EUR"}', 'higher', 'monthly', 'sum', now());
    insert into reading (organisation, kpi, starts, revision, period, value, source, recorded_at)
      select '${ids.organisation}', id, '2026-01-01', 1, '2026-01', 4, 'typed', now() from kpi;
    insert into threshold (organisation, kpi, valid_from, revision, ceiling, recorded_at)
      select '${ids.organisation}', id, '2026-01-01', 1, 5, now() from kpi;`);
  await go();
  for (const table of ['reading', 'threshold']) {
    const { rows } = await client.query(
      `select k.key, t.era, t.unit_scale, t.unit_scale = k.unit_scale as present from ${table} t join kpi k on k.id = t.kpi order by k.key`,
    );
    assert.deepEqual(rows, [
      { key: 'sales', era: 1, unit_scale: 1, present: true },
      { key: 'waiting', era: 1, unit_scale: 3600, present: true },
    ]);
  }
  const { rows } = await client.query(
    `select relname from pg_class where relname in ('kpi', 'reading', 'threshold', 'sustain_watch') and not relforcerowsecurity`,
  );
  assert.deepEqual(rows, [], 'row-level security is forced again');
  for (const unit of durationUnits) {
    await client.query(`update kpi set unit = $1 where key = 'waiting'`, [{ kind: 'duration', unit }]);
    const found = await client.query(`select unit_scale from kpi where key = 'waiting'`);
    assert.equal(found.rows[0].unit_scale, unitScale({ kind: 'duration', unit }), unit);
  }
  await client.end();
});
