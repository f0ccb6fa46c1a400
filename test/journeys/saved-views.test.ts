import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeKpi } from '../make-okr.ts';
import { served } from './served.ts';
import { until } from './until.ts';

const { app, organisation, person, open } = await served('admin');
const call = app.as(person);
await makeKpi(app, person, { key: 'calls', name: 'Calls', labels: ['sales'] });
await makeKpi(app, person, { key: 'csat', name: 'CSAT', labels: ['support'] });

test('a view of the panel is saved, shared, opened with, and removed, by keys alone', async (t) => {
  const page = await open(t, '/?label=sales&group=label');
  await page.getByRole('rowheader', { name: 'Calls' }).waitFor();
  await page.keyboard.press('v');
  const menu = page.getByRole('dialog', { name: 'Saved views' });
  await menu.getByLabel('Save what is shown as').fill('Sales');
  await menu.getByLabel('For everybody').check();
  await menu.getByLabel('Save what is shown as').press('Enter');
  await menu.getByText('This is “Sales”.').waitFor();
  assert.deepEqual(
    (await app.as(organisation.viewer)('views.list', {})).map(({ name, query, shared }) => [
      name,
      query,
      shared,
    ]),
    [['Sales', 'label=sales&group=label', true]],
  );
  await menu.getByRole('button', { name: 'Open the page with Sales' }).press('Enter');
  await menu.getByRole('button', { name: 'Open the page with Sales', pressed: true }).waitFor();
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
  await page.getByTitle('Saved views (v)').and(page.locator(':focus')).waitFor();

  await page.goto(new URL('/', page.url()).href);
  await page.waitForURL('**/?label=sales&group=label');
  await page.getByRole('rowheader', { name: 'Calls' }).waitFor();
  await page.getByRole('rowheader', { name: 'CSAT' }).waitFor({ state: 'detached' });
  const focused = menu.locator(':focus');
  await page.keyboard.press('v');
  await focused.and(menu.getByRole('button', { name: 'Everything' })).press('Enter');
  await page.getByRole('rowheader', { name: 'CSAT' }).waitFor();
  await until(() => new URL(page.url()).search, '');
  await menu.waitFor({ state: 'detached' });
  await page.keyboard.press('v');
  await focused.and(menu.getByRole('button', { name: 'Everything' })).press('ArrowDown');
  await focused.and(menu.getByRole('button', { name: /^Sales/ })).press('Enter');
  await page.waitForURL('**/?label=sales&group=label');
  await page.getByRole('button', { name: 'Saved views: Sales' }).click();
  await menu.getByRole('button', { name: 'Remove Sales' }).click();
  await menu.getByLabel('Save what is shown as').waitFor();
  assert.deepEqual(await call('views.list', {}), []);
});
