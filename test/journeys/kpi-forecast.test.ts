import assert from 'node:assert/strict';
import test from 'node:test';
import { shift } from '#domain/time/period.ts';
import { served } from './served.ts';
import { untilIt } from './until.ts';

const { app, organisation, person, open } = await served();
const call = app.as(person);

const steady = [100, 103, 97, 99, 102, 101, 104, 98, 96, 100, 99, 102];

async function makeKpi(key: string, name: string, count: number): Promise<void> {
  const made = { key, name, cadence: 'weekly', direction: 'higher' } as const;
  await call('kpis.create', { ...made, decimals: 0, owner: person.id });
  await call('readings.recordMany', {
    readings: Array.from({ length: count }, (_, at) => ({
      kpi: key,
      period: shift('2026-W09', at - count + 1),
      value: steady[(at * 5) % 12]!,
    })),
  });
  await call('thresholds.record', { kpi: key, from: '2025-01-01', floor: 101 });
}

await makeKpi('calls', 'Sales calls', 60);
await makeKpi('young', 'Young calls', 7);
await app.as(organisation.admin)('cycles.activate', {
  cycle: (await app.as(organisation.admin)('cycles.create', { kind: 'quarter' })).id,
});

test('the page of a KPI draws what may come to the end of the cycle, says how likely the floor is, and why', async (t) => {
  const page = await open(t, '/kpis/calls');
  const forecast = page.getByRole('region', { name: 'Forecast' });
  const { odds, untilIs, periods } = await call('forecasts.find', { kpi: 'calls' });
  assert.match(untilIs, /^the end of /);
  assert.ok(periods.length > 0 && odds);
  await forecast.getByText(`there is a chance of ${odds.atWords} that it is at least 101`).waitFor();
  await page.getByText('if nothing changes', { exact: true }).waitFor();

  await forecast.getByRole('button', { name: 'why? Forecast' }).click();
  const why = page.getByRole('dialog');
  for (const words of ['Theta', '60 values', 'not counted']) await why.getByText(words).first().waitFor();
  await page.keyboard.press('Escape');
  await why.waitFor({ state: 'detached' });

  const walk = page.getByRole('slider', { name: 'Walk along Sales calls' });
  await walk.press('End');
  await untilIt(
    () => walk.getAttribute('aria-valuetext'),
    (text) => /if nothing changes, between \d+ and \d+ in 80% of cases/.test(text ?? ''),
    'what may come is told',
  );

  await forecast.getByRole('switch', { name: 'Show the forecast' }).press('Space');
  await page.waitForURL(/fan=no/);
  await page.getByText('if nothing changes', { exact: true }).waitFor({ state: 'detached' });
  await page.reload();
  await forecast.waitFor();
  assert.equal(
    await page.getByText('if nothing changes', { exact: true }).count(),
    0,
    'the address keeps it',
  );
});

test('the gap board says how likely each gap closes by itself, and where there is no forecast yet', async (t) => {
  const page = await open(t, '/gaps');
  const row = page.getByRole('row').filter({ has: page.locator('a[href="/kpis/calls"]') });
  const { gaps } = await call('gaps.list', {});
  const unaided = gaps.find(({ key }) => key === 'calls')!.unaided!;
  await row.getByText(`${unaided.percent}%`).waitFor();
  await row.getByRole('button', { name: `${unaided.percent}%` }).click();
  await page
    .getByRole('dialog')
    .getByText(`chance of ${unaided.words} that it gets there by itself`)
    .waitFor();
  await page.keyboard.press('Escape');
  const young = page.getByRole('row').filter({ has: page.locator('a[href="/kpis/young"]') });
  await young.getByText('no forecast yet').waitFor({ state: 'attached' });
});

test('a KPI with too little history says what is missing', async (t) => {
  const page = await open(t, '/kpis/young');
  await page
    .getByText('A forecast needs at least 8 complete periods with a value, and there are only 7.')
    .waitFor();
  assert.equal(await page.getByRole('switch', { name: 'Show the forecast' }).count(), 0);
});
