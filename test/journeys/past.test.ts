import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeKpi, makeReadings } from '../make-okr.ts';
import { served } from './served.ts';
import { answered } from './until.ts';
import { violations } from './violations.ts';

const { app, person, open } = await served('admin');
const call = app.as(person);
const year = [80, 82, 79, 81, 80, 83, 78, 80, 82, 79, 81, 80];

const csat = await makeKpi(app, person, {
  from: '2025-03-01',
  values: year,
  definition: 'Answers of 4 and 5.',
});
await makeKpi(app, person, { key: 'calls', name: 'Calls', from: '2025-03-01', values: year });
await call('drivers.link', { kpi: 'csat', input: 'calls', note: 'whoever calls is glad' });
await call('thresholds.record', { kpi: csat, from: '2025-01-01', floor: 90 });

app.clock.now = '2026-06-10T12:00:00.000Z';
await makeReadings(app, person, csat, { from: '2026-03-01', values: [95, 96, 97] });
await call('readings.record', { kpi: 'calls', period: '2025-09', value: 10, reason: 'counted wrongly' });
await call('thresholds.record', { kpi: csat, from: '2025-01-01', floor: 50, reason: 'too strict' });
await call('drivers.unlink', { kpi: 'csat', input: 'calls' });

test('a KPI is read as of a past day with its gap and fitness, and the day goes along to its drivers and back', async (t) => {
  const page = await open(t, '/kpis/csat');
  await page.getByRole('heading', { name: 'CSAT', level: 1 }).waitFor();
  await answered(page, `/api/gaps/${csat}`);
  assert.equal(await page.getByRole('region', { name: 'Gap' }).count(), 0);
  await page.getByLabel('As of').fill('2026-03-05');
  await page.waitForURL('**?asOf=2026-03-05');
  const gap = page.getByRole('region', { name: 'Gap' });
  await gap.getByText('Non-negotiable and not capable').waitFor();
  await gap.getByText(/If nothing changes .* by itself by \d+ \w+ 2026/).waitFor();
  const fitness = page.locator('section', { has: page.getByRole('heading', { name: 'Fitness' }) });
  await fitness.getByText(/of a link no day is kept/).waitFor();
  assert.equal(await page.getByRole('button', { name: /Decide|Write the OKR/ }).count(), 0);
  assert.deepEqual(await violations(page), []);

  await page.getByRole('link', { name: 'Drivers', exact: true }).click();
  await page.waitForURL('**/kpis/csat/drivers?asOf=2026-03-05');
  await page.getByText('by the links, formulas, parts and readings of that day').waitFor();
  const tree = page.getByRole('group', { name: 'Driver tree of CSAT' });
  await tree.getByRole('link', { name: /Calls/ }).waitFor();
  assert.equal(await page.getByRole('button', { name: 'Add an input' }).count(), 0);
  assert.deepEqual(await violations(page), []);
  await tree.getByRole('link', { name: /Calls/ }).click();
  await page.waitForURL('**/kpis/calls/drivers?asOf=2026-03-05');

  await page.getByRole('button', { name: 'Back to today' }).click();
  await page.getByText('Nothing is known to move Calls yet').waitFor();
  await page.goBack();
  await page.goto(new URL('/kpis/csat/source?asOf=2026-03-05', page.url()).href);
  await page.getByText('No connector feeds CSAT').waitFor();
  await page.getByRole('link', { name: 'CSAT' }).click();
  await page.waitForURL('**/kpis/csat?asOf=2026-03-05');
});
