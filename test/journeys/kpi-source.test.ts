import assert from 'node:assert/strict';
import test from 'node:test';
import { collect } from '#app/connector/collect.ts';
import { waitingRuns } from '#app/connector/due-runs.ts';
import { feedPlace } from '../examples/feed.ts';
import { served } from './served.ts';
import { until } from './until.ts';

const { app, organisation, person, open } = await served();
const call = app.as(person);
await app.as(organisation.admin)('allowedHosts.add', { host: feedPlace, reason: 'the test' });
await call('kpis.create', {
  ...{ key: 'handling', name: 'Handling time', direction: 'lower', cadence: 'monthly', owner: person.id },
  unit: { kind: 'duration', unit: 'minutes' },
});

/** What the jobs do beside the requests. */
async function collected(): Promise<void> {
  for (const run of await waitingRuns(app.tandem)) await collect(app.tandem, run, 'journey');
}

test('a person connects a KPI to a source, tries it first, runs it, and takes its value where they had typed another', async (t) => {
  await call('readings.record', { kpi: 'handling', period: '2026-01', value: 15 });
  const page = await open(t, '/kpis/handling');
  await page.getByRole('link', { name: 'Connect it to a source' }).click();
  await page.waitForURL('**/kpis/handling/source');
  // Databases are for admins.
  await until(() => page.getByRole('radio', { name: /SQL/ }).isDisabled(), true);

  await page.getByRole('textbox', { name: 'Address' }).fill(`http://${feedPlace}/handling`);
  await page.getByRole('textbox', { name: 'Period', exact: true }).fill('month');
  await page.getByRole('textbox', { name: 'Value', exact: true }).fill('minuten');
  await page.getByRole('button', { name: 'Add a header' }).click();
  await page.getByRole('textbox', { name: 'Header 1: value' }).fill('Bearer hunter2');
  await page.getByRole('button', { name: 'Try it' }).click();
  const preview = page.getByRole('region', { name: 'What it gave' });
  await preview.getByText('No row of the answer has both').waitFor();
  await page.getByRole('textbox', { name: 'Value', exact: true }).fill('minutes');
  await page.getByRole('button', { name: 'Try it' }).click();
  await preview.getByText('stays: a person recorded it').waitFor();
  await until(() => preview.getByRole('rowheader').count(), 3);
  assert.equal((await call('readings.list', { kpi: 'handling' })).length, 1, 'a try stores nothing');

  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.getByText('Every day at 06:00 (UTC)').waitFor();
  const [line] = await call('connectors.list', { kpi: 'handling' });
  const connector = await call('connectors.find', { connector: line!.id });
  assert.deepEqual(connector.secrets, ['header authorization']);

  await page.getByText('It has not run yet').waitFor();
  await page.getByRole('button', { name: 'Run now' }).click();
  await page.getByText('waiting').waitFor();
  await collected();
  await page.getByText('2 new, 1 kept against the source.').waitFor();
  await page.getByRole('button', { name: 'Take the source’s value for January 2026' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill('a slip of the pen');
  await dialog.getByRole('button', { name: 'Take it' }).click();
  await page.getByRole('heading', { name: 'Kept against the source' }).waitFor({ state: 'detached' });
  const readings = await call('readings.list', { kpi: 'handling' });
  assert.deepEqual(
    readings.map(({ value, source }) => [value, source]),
    [
      [11, 'connector'],
      [12, 'connector'],
      [13, 'connector'],
    ],
  );

  await page.getByRole('button', { name: 'Edit' }).click();
  await until(
    () => page.getByRole('textbox', { name: 'Header 1: value' }).getAttribute('placeholder'),
    'Kept; type to replace it',
  );
  assert.ok(!(await page.content()).includes('hunter2'));
  await page.getByRole('textbox', { name: 'Address' }).fill('https://elsewhere.example.org/');
  await page.getByText('give them again, the old ones will be forgotten').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Fill in the past…' }).click();
  await dialog.getByRole('combobox', { name: 'From' }).selectOption('2025-12');
  await dialog.getByRole('button', { name: 'Fill in' }).click();
  await dialog.waitFor({ state: 'detached' });
  await collected();
  await page.getByText('3 as before.').first().waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('paused', { exact: true }).waitFor();
});

test('an admin allows a private place with a reason, and sees how every connector is going', async (t) => {
  const owner = app.as(organisation.owner);
  await owner('people.change', { person: person.id, role: 'admin' });
  const page = await open(t, '/settings/connectors');
  await page.getByRole('rowheader', { name: 'Handling time' }).waitFor();
  await page.getByRole('button', { name: 'Allow a place…' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Place' }).fill('not a place');
  await dialog.getByRole('textbox', { name: 'Why' }).fill('our dashboards');
  await dialog.getByRole('button', { name: 'Allow it' }).click();
  await dialog.getByText('is no place in a network').waitFor();
  await dialog.getByRole('textbox', { name: 'Place' }).fill('grafana.lan:3000');
  await dialog.getByRole('button', { name: 'Allow it' }).click();
  await page.getByText('grafana.lan:3000', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Remove grafana.lan:3000' }).click();
  await dialog.getByRole('button', { name: 'Remove it' }).click();
  await page.getByText('grafana.lan:3000', { exact: true }).waitFor({ state: 'detached' });
});

test('who looks after a KPI reads on the panel that its connector fails, and on its page since when', async (t) => {
  await call('kpis.create', {
    key: 'bugs',
    name: 'Bugs',
    direction: 'lower',
    cadence: 'weekly',
    owner: person.id,
  });
  const { id: connector } = await call('connectors.create', {
    ...{ kpi: 'bugs', schedule: { every: 'day', at: '06:00' } },
    config: { kind: 'jira', url: 'https://10.1.2.3', flavour: 'server', jql: 'project = OPS' },
  });
  await call('connectors.run', { connector });
  await collected();
  const page = await open(t, '/');
  await page.getByText('A connector fails').waitFor();
  await page.getByRole('link', { name: 'Mend it' }).click();
  await page.getByRole('alert').getByText('It cannot sign in').waitFor();
  await page.goto(new URL('/kpis/bugs', page.url()).href);
  await page.getByText(/Jira has failed since/).waitFor();
});
