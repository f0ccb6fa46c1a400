import assert from 'node:assert/strict';
import test from 'node:test';
import { shift } from '#domain/time/period.ts';
import { served } from './served.ts';
import { until } from './until.ts';

const { app, organisation, person, open } = await served();
const call = app.as(person);

// Thirty-six weeks around 100, then twelve around 115, all of them below the floor of 150.
const steady = [100, 103, 97, 99, 102, 101, 104, 98, 96, 100, 99, 102];
const values = [...steady, ...steady, ...steady, ...steady.map((value) => value + 15)];

async function makeShifted(key: string): Promise<void> {
  const made = { key, name: 'Sales calls', cadence: 'weekly', direction: 'higher' } as const;
  await call('kpis.create', { ...made, addsUp: 'sum', decimals: 0, owner: person.id });
  const first = shift('2026-W09', 1 - values.length);
  await call('readings.recordMany', {
    readings: values.map((value, at) => ({ kpi: key, period: shift(first, at), value })),
  });
  await call('thresholds.record', { kpi: key, from: '2025-01-01', floor: 150 });
}

test('a person notes what happened, accepts the phase that is proposed, and undoes it again', async (t) => {
  await makeShifted('calls');
  const page = await open(t, '/kpis/calls');
  const dialog = page.getByRole('dialog');
  const began = (await call('judgements.find', { kpi: 'calls' })).proposal!.from;
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await dialog.getByLabel('What happened').fill('A dialler for everyone');
  await dialog.getByLabel('In', { exact: true }).selectOption(began);
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('list', { name: 'Notes on the chart' }).getByText('A dialler for everyone').waitFor();

  await page
    .getByRole('region', { name: 'What the chart says' })
    .getByRole('button', { name: 'Begin a new phase' })
    .click();
  await until(() => dialog.getByLabel('From', { exact: true }).inputValue(), began);
  // The note at the shift is proposed as the reason.
  await until(() => dialog.getByLabel('Reason').inputValue(), 'A dialler for everyone');
  await dialog.getByRole('button', { name: 'Begin the phase' }).click();
  await dialog.waitFor({ state: 'detached' });
  const undo = page.getByRole('button', { name: 'Undo the phase' });
  await undo.waitFor();
  const after = await call('judgements.find', { kpi: 'calls' });
  assert.deepEqual([after.proposal, after.phases.length, after.phases.at(-1)?.from], [null, 2, began]);

  await undo.click();
  await dialog.getByRole('button', { name: 'Undo it' }).click();
  await undo.waitFor({ state: 'detached' });
  assert.equal((await call('judgements.find', { kpi: 'calls' })).phases.length, 1);
  await page.getByRole('button', { name: 'Remove A dialler for everyone' }).click();
  await page.getByText('A dialler for everyone').first().waitFor({ state: 'detached' });
});

test('a gap is decided with its reason, and becomes an OKR with baseline, target and link', async (t) => {
  await makeShifted('visits');
  const cycle = await app.as(organisation.admin)('cycles.create', { kind: 'quarter' });
  const page = await open(t, '/gaps');
  const dialog = page.getByRole('dialog');
  const row = page.getByRole('row').filter({ has: page.locator('a[href="/kpis/visits"]') });
  await row.getByRole('button', { name: 'Decide about' }).click();
  await dialog.getByRole('radio', { name: 'Accept it for now' }).check();
  await dialog.getByLabel('Accepted until').fill('2026-06-30');
  await dialog.getByLabel('Why').fill('The new region opens in summer');
  await dialog.getByRole('button', { name: 'Keep the decision' }).click();
  await dialog.waitFor({ state: 'detached' });
  await row.getByText('Accepted until 30 Jun 2026: The new region opens in summer').waitFor();

  await row.getByRole('button', { name: 'Write the OKR' }).click();
  await until(
    () => dialog.getByLabel('Objective').inputValue(),
    'Lift sales calls to a level that we can rely on',
  );
  await until(() => dialog.getByRole('textbox', { name: 'Target' }).inputValue(), '150');
  await dialog.getByLabel('Objective').fill('Customers hear from us every week');
  await dialog.getByRole('textbox', { name: 'Target' }).fill('160');
  await dialog.getByRole('button', { name: 'Write the draft' }).click();
  await page.waitForURL('**/objectives/*');
  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  const objective = await call('objectives.find', { objective: id });
  assert.equal(objective.title, 'Customers hear from us every week');
  assert.equal(objective.cycle.id, cycle.id);
  const [keyResult] = objective.keyResults;
  const { level } = (await call('gaps.list', {})).gaps.find(({ key }) => key === 'visits')!;
  assert.deepEqual(keyResult?.measure, { kind: 'move', baseline: Math.round(level!), target: 160 });

  await page.goto(new URL('/kpis/visits', page.url()).href);
  await page.getByRole('region', { name: 'Gap' }).getByText('Customers hear from us every week').waitFor();
  await page.getByText('is measured by it').waitFor();
});
