import type pg from 'pg';
import { newId } from '#app/id.ts';
import type { Call } from '#client/client.ts';
import { addDays } from '#domain/time/day.ts';
import { periodOf, shift } from '#domain/time/period.ts';

/** 200 weekly KPIs with three years of readings, through the product's own API. */
export async function fillKpis(call: Call, count: number, today: string): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id, key } = await call('kpis.create', {
      key: `kpi-${index}`,
      name: `Indicator number ${index}`,
      direction: index % 2 ? 'higher' : 'lower',
      cadence: 'weekly',
      labels: [['sales', 'support', 'engineering'][index % 3]!],
    });
    await call('thresholds.record', {
      kpi: key,
      from: '2020-01-01',
      floor: index % 2 ? 40 : null,
      ceiling: index % 2 ? null : 60,
    });
    const newest = shift(periodOf('weekly', today), -2);
    await call('readings.recordMany', {
      readings: Array.from({ length: 156 }, (_, back) => ({
        kpi: id,
        period: shift(newest, back - 155),
        value:
          Math.round(5000 + 900 * Math.sin(index * 7 + back * 1.7) + 40 * ((index * 31 + back * 17) % 23)) /
          100,
      })),
    });
    ids.push(id);
  }
  return ids;
}

/** Daily KPIs, each for one batch of a thousand readings. */
export async function dailyKpis(call: Call, key: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { id } = await call('kpis.create', {
      key: `${key}-${index}`,
      name: `${key} ${index}`,
      direction: 'higher',
      cadence: 'daily',
    });
    ids.push(id);
  }
  return ids;
}

/** The thousand days up to a day, oldest first. */
export function thousandDays(last: string): string[] {
  return Array.from({ length: 1000 }, (_, back) => addDays(last, back - 999));
}

/** Readings and key results of another organisation by the million, straight into the tables, to show that cost follows what is asked for. */
export async function fillMillions(
  owner: pg.Pool,
  { readings, keyResults }: { readings: number; keyResults: number },
): Promise<void> {
  const organisation = newId();
  const at = new Date().toISOString();
  await owner.query(
    "insert into organisation (id, name, time_zone, created_at) values ($1, 'the crowd', 'UTC', $2)",
    [organisation, at],
  );
  const kpis = Math.ceil(readings / 1000);
  await owner.query(
    `insert into kpi (organisation, id, key, name, unit, direction, cadence, adds_up, created_at)
     select $1, gen_random_uuid(), 'crowd-' || n, 'Crowd ' || n, '{"kind":"number"}', 'higher', 'daily', 'mean', $2 from generate_series(1, $3::int) n`,
    [organisation, at, kpis],
  );
  await owner.query(
    `insert into reading (organisation, kpi, starts, revision, period, value, source, recorded_at)
     select $1, k.id, d::date, 1, to_char(d, 'YYYY-MM-DD'), random() * 100, 'api', $2
     from kpi k cross join generate_series('2023-01-01'::date, '2023-01-01'::date + 999, '1 day') d where k.organisation = $1`,
    [organisation, at],
  );
  const cycle = newId();
  await owner.query(
    "insert into cycle (organisation, id, name, kind, starts, ends, created_at) values ($1, $2, 'crowd', 'quarter', '2026-01-01', '2026-03-31', $3)",
    [organisation, cycle, at],
  );
  await owner.query(
    `with o as (
       insert into objective (organisation, id, cycle, title, commitment, created_at)
       select $1, gen_random_uuid(), $2, 'Objective ' || n, 'aspirational', $3 from generate_series(1, $4::int) n returning id
     )
     insert into key_result (organisation, id, objective, title, deadline, measure, unit, created_at)
     select $1, gen_random_uuid(), o.id, 'Key result ' || n, '2026-03-31', '{"kind":"done"}', '{"kind":"number"}', $3 from o cross join generate_series(1, 4) n`,
    [organisation, cycle, at, Math.ceil(keyResults / 4)],
  );
  await owner.query('vacuum analyze');
}
