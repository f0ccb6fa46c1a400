import assert from 'node:assert/strict';
import test from 'node:test';
import type { Locator } from 'playwright-core';
import { makePerson } from '../make.ts';
import { makeKpi } from '../make-okr.ts';
import { served } from './served.ts';

const { app, organisation, open, address } = await served();
const password = 'a long enough password';
const ada = await makePerson(app, organisation, { role: 'admin', name: 'Ada Planner', password });
const call = app.as(ada);

async function choose(dialog: Locator, label: string, option: string): Promise<void> {
  await dialog.getByRole('combobox', { name: label, exact: true }).click();
  await dialog.page().getByRole('option', { name: option, exact: true }).click();
}

test('an admin signs in, plans a cycle, writes an objective with a key result of each measure, and activates', async (t) => {
  const values = Array.from({ length: 20 }, (_, month) => 3 + (month % 3) / 10);
  const kpi = { key: 'churn', name: 'Monthly churn', unit: { kind: 'percent' }, decimals: 1 } as const;
  await makeKpi(app, ada, { ...kpi, direction: 'lower', from: '2024-07-01', values });
  const page = await open(t, '/');
  await page.context().clearCookies();
  await page.goto(`${address}/cycles`);
  await page.getByLabel('E-mail').fill(ada.email);
  await page.locator('input[type="password"]').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();

  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Plan a cycle' }).click();
  await dialog.getByText('2026 Q1: 1 Jan – 31 Mar 2026').waitFor();
  await dialog.getByRole('button', { name: 'Plan it' }).click();
  await page.getByRole('heading', { name: '2026 Q1', level: 1 }).waitFor();

  await page.getByRole('link', { name: 'Write an objective' }).click();
  await page.getByLabel('Objective').fill('Customers stay because they are well looked after');
  await page.getByLabel('Why', { exact: true }).fill('Churn has been flat for two years.');
  await page.getByText('Committed', { exact: true }).click();
  await page.getByRole('button', { name: 'Write it, then add key results' }).click();
  await page.getByRole('heading', { name: 'Customers stay because', level: 1 }).waitFor();

  const add = page.getByRole('button', { name: 'Add a key result' }).first();
  const begin = async (title: string, measure: string) => {
    await add.click();
    await dialog.getByLabel('Key result', { exact: false }).first().fill(title);
    await dialog.getByRole('radiogroup').getByText(measure, { exact: true }).click();
  };
  const save = async () => {
    await dialog.getByRole('button', { name: 'Add the key result' }).click();
    await dialog.waitFor({ state: 'detached' });
  };

  await begin('Churn falls', 'Move');
  await choose(dialog, 'Reads its value from', 'Monthly churn');
  await dialog.getByRole('button', { name: 'Take the level of the KPI: 3.1%' }).click();
  await dialog.getByRole('textbox', { name: 'Target' }).fill('3,1');
  await dialog.getByRole('button', { name: 'Add the key result' }).click();
  await dialog.getByText('Baseline and target are both 3.1. That holds a level: use hold').waitFor();
  await dialog.getByRole('textbox', { name: 'Target' }).fill('2.2');
  await save();

  await begin('Satisfaction holds', 'Hold');
  await dialog.getByLabel('Level').fill('4.7');
  await save();
  await begin('Account reviews on time', 'Hit rate');
  await choose(dialog, 'A period is good', 'when I say so');
  await save();
  await begin('Call-back desk works', 'Milestones');
  await dialog.getByLabel('Step 1', { exact: true }).fill('Two people hired');
  await dialog.getByLabel('Step 2', { exact: true }).fill('Pilot with ten customers');
  await dialog.getByLabel('Weight of step 2').fill('3');
  await save();
  await begin('Referral programme is live', 'Done');
  await save();

  const id = new URL(page.url()).pathname.split('/').at(-1)!;
  const objective = await call('objectives.find', { objective: id });
  assert.deepEqual(
    objective.keyResults.map(({ measure }) => measure),
    [
      { kind: 'move', baseline: 3.1, target: 2.2 },
      { kind: 'hold', bound: 'at least', level: 4.7, run: 3, cadence: 'monthly' },
      { kind: 'hit rate', planned: 13, cadence: 'weekly' },
      {
        kind: 'milestones',
        steps: [
          { id: 'step-1', title: 'Two people hired', weight: 1 },
          { id: 'step-2', title: 'Pilot with ten customers', weight: 3 },
        ],
      },
      { kind: 'done' },
    ],
  );
  assert.deepEqual([objective.commitment, objective.keyResults[0]?.kpi?.key], ['committed', 'churn']);

  await page.getByRole('link', { name: '2026 Q1' }).click();
  await page.getByRole('button', { name: 'Activate …' }).click();
  await dialog.getByText('its 5 key results are frozen as written').waitFor();
  await dialog.getByRole('button', { name: 'Activate and freeze' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('70% of the time gone').waitFor();
  const after = await call('objectives.find', { objective: id });
  assert.deepEqual([after.state, after.keyResults.every(({ frozen }) => frozen)], ['active', true]);
});
