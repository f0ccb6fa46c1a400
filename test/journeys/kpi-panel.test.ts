import assert from 'node:assert/strict';
import test from 'node:test';
import { shift } from '#domain/time/period.ts';
import { served } from './served.ts';
import { until } from './until.ts';
import { violations } from './violations.ts';

const { app, person, open } = await served();
const call = app.as(person);
const noise = [5, 7, 4, 6, 5, 8, 6, 4, 7, 5, 6, 5];

async function makeKpi(name: string, threshold: object, label: string, lastWeek = '2026-W09'): Promise<void> {
  const key = name.toLowerCase().replaceAll(' ', '-');
  await call('kpis.create', {
    ...{ key, name, cadence: 'weekly', direction: 'higher', owner: person.id, decimals: 0 },
    labels: [label],
  });
  await call('thresholds.record', { kpi: key, from: '2025-01-01', ...threshold });
  await call('readings.recordMany', {
    readings: noise.map((value, at) => ({ kpi: key, period: shift(lastWeek, at + 1 - noise.length), value })),
  });
}

await makeKpi('Alpha', { floor: 1 }, 'north');
await makeKpi('Beta', { floor: 20 }, 'north');
await makeKpi('Gamma', { floor: 1 }, 'south', '2026-W05');

test('the panel says what asks for attention, and its view is kept in the address', async (t) => {
  const page = await open(t, '/');
  const names = () => page.getByRole('rowheader').allTextContents();
  await page.getByRole('button', { name: '1 in breach' }).click();
  await page.waitForURL('**/?status=breach');
  await until(names, ['Beta']);
  await page.getByRole('button', { name: '1 in breach' }).click();
  await page.waitForURL((url) => url.search === '');

  const filter = page.getByRole('searchbox', { name: 'Filter the KPIs' });
  await page.keyboard.press('/');
  await filter.and(page.locator(':focus')).waitFor();
  await page.keyboard.type('south');
  await page.waitForURL('**/?q=south');
  await until(names, ['Gamma']);
  await filter.fill('');
  await page.waitForURL((url) => url.search === '');
  await filter.press('Escape');

  await page.getByRole('button', { name: 'Status' }).click();
  await page.waitForURL('**/?sort=status');
  await until(names, ['Beta', 'Gamma', 'Alpha']);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page
    .getByRole('row', { name: /^Gamma/ })
    .and(page.locator(':focus'))
    .waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/kpis/gamma');
  await page.goBack();
  await page.waitForURL('**/?sort=status');

  await page.goto(new URL('/?group=label', page.url()).href);
  await page.getByRole('row', { name: /^north\b.*1 in breach/ }).waitFor();
  await page.getByRole('row', { name: /^south\b.*1 overdue/ }).waitFor();
});

test('status and capability on the panel say why, and the reasons are fetched when they are asked for', async (t) => {
  const page = await open(t, '/');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  const row = page.getByRole('row', { name: /^Beta/ });
  await row.getByRole('button', { name: 'Not capable' }).click();
  const card = page.getByRole('dialog', { name: 'Capability of Beta' });
  await card.getByText('Scolding will not help: it needs an OKR.').waitFor();
  assert.deepEqual(
    asked.filter((path) => path.startsWith('/api/kpis')),
    ['/api/kpis/beta/judgement'],
  );
  await page.keyboard.press('Escape');
  await card.waitFor({ state: 'detached' });
});

test('an open panel follows a reading that somebody else records', async (t) => {
  const page = await open(t, '/');
  const row = page.getByRole('row', { name: /^Alpha/ });
  await row.getByText('Healthy').waitFor();
  await call('readings.record', { kpi: 'alpha', period: '2026-W09', value: 0, reason: 'Counted again' });
  await row.getByText('Breach').waitFor();
});

const onPhone = [
  ['/', 'Gamma'],
  ['/kpis/beta', 'Readings'],
  ['/kpis/beta/edit', 'Whose it is'],
  ['/kpis/new', 'Whose it is'],
  ['/gaps', 'Beta'],
] as const;

// Every address at its full width, in both themes, is held to the same by accessibility.test.ts.
test('panel, KPI page, gap board and forms have no accessibility violations on a phone', async (t) => {
  const page = await open(t, '/', { viewport: { width: 390, height: 844 } });
  for (const [path, ready] of onPhone) {
    await page.goto(new URL(path, page.url()).href);
    await page.getByRole('main').getByText(ready).first().waitFor();
    assert.deepEqual(await violations(page), []);
  }
});
