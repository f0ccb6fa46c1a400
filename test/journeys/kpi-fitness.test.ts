import assert from 'node:assert/strict';
import { test } from 'node:test';
import { makeTeam } from '../make.ts';
import { served } from './served.ts';
import { until } from './until.ts';

const { app, organisation, person, open } = await served();
const call = app.as(organisation.admin);
const team = await makeTeam(app, organisation, { name: 'Service', leads: [person] });
await call('kpis.create', {
  ...{ key: 'answers', name: 'First answer', direction: 'lower', cadence: 'weekly', team, pillar: 'Service' },
  ...{ owner: person.id, definition: 'Minutes from a question to the first answer.' },
});
await call('kpis.create', { key: 'visits', name: 'Visits', direction: 'higher', cadence: 'weekly' });

test('a KPI says what to mend, and its owner acknowledges the definition on its page', async (t) => {
  const page = await open(t, '/kpis/answers');
  const fitness = page.locator('section', { has: page.getByRole('heading', { name: 'Fitness' }) });
  await fitness
    .getByText(
      '2 of 5: the owner has not acknowledged the definition; it has no counter-metric; 1 cannot be said yet.',
    )
    .waitFor();
  await fitness.getByRole('button', { name: /^Understood ?: to mend/ }).click();
  const why = page.getByRole('dialog', { name: 'Understood: to mend' });
  await why.getByText('of them acknowledged').waitFor();
  await page.keyboard.press('Escape');
  await why.waitFor({ state: 'detached' });
  await fitness.getByText('1 person has not yet').click();
  await fitness.getByRole('listitem').filter({ hasText: person.name }).first().waitFor();

  await fitness.getByRole('button', { name: /acknowledge it/ }).click();
  await fitness.getByText('You have known it since 4 Mar 2026.').waitFor();
  await fitness.getByText('3 of 5: it has no counter-metric; 1 cannot be said yet.').waitFor();
  const { readers } = await call('kpis.acknowledgements', { kpi: 'answers' });
  assert.deepEqual(
    readers.map(({ name, present }) => [name, present]),
    [[person.name, true]],
  );
  const mend = fitness.getByRole('link', { name: 'Name the KPI that would suffer if this one were gamed.' });
  await mend.click();
  await page.waitForURL('**/kpis/answers/edit');
});

test('what to mend is walked by keys, narrowed in the address, and what is mended elsewhere leaves the list', async (t) => {
  const page = await open(t, '/');
  // The two keys are one wish only when they come soon after each other, which a page that still loads may delay.
  await page.getByRole('rowheader', { name: 'Visits' }).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('f');
  await page.waitForURL('**/fitness');
  const table = page.getByRole('table', { name: 'What to mend, the most urgent first' });
  const rows = table.locator('tbody tr[data-row]');
  await rows.first().filter({ hasText: 'Visits' }).waitFor();
  await page.getByText('0 of 2 KPIs are fit').waitFor();

  await page.getByRole('button', { name: '2 not balanced' }).click();
  await page.waitForURL('**/fitness?cause=balanced');
  await assertRows(2);
  await page.getByLabel('Owner', { exact: true }).selectOption({ label: `${person.name} (you)` });
  await assertRows(1);
  await page.getByLabel('Owner', { exact: true }).blur();
  await page.keyboard.press('j');
  await rows.first().and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/kpis/answers');
  await page.goBack();
  await assertRows(1);
  const visits = await call('kpis.find', { kpi: 'visits' });
  await call('kpis.change', { kpi: 'answers', counterMetrics: [visits.id] });
  await page.getByRole('heading', { name: 'Nothing to mend here' }).waitFor();
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await rows.first().waitFor();

  async function assertRows(count: number): Promise<void> {
    await until(() => rows.count(), count);
  }
});
