import assert from 'node:assert/strict';
import test from 'node:test';
import { makeKpi } from '../make-okr.ts';
import { served } from './served.ts';
import { until } from './until.ts';
import { overWidth, violations } from './violations.ts';

const { app, person, open } = await served();
const call = app.as(person);
const calm = [5, 7, 4, 6, 5, 8, 6, 4, 7, 5, 6, 5];
const monthly = { cadence: 'monthly', addsUp: 'sum', decimals: 0, from: '2025-03-01' } as const;
await makeKpi(app, person, { ...monthly, key: 'lost', name: 'Customers who left', values: calm });
await makeKpi(app, person, {
  ...monthly,
  key: 'customers',
  name: 'Customers',
  values: calm.slice(0, 11).map((each) => each * 100),
});

test('a formula is written by the keyboard alone: keys are offered, a fault is shown at its place, values are tried before they are kept', async (t) => {
  const page = await open(t, '/kpis/new');
  await page.getByRole('textbox', { name: 'Name' }).fill('Churn');
  await page.getByRole('combobox', { name: 'Unit' }).selectOption('Percent');
  await page.getByRole('combobox', { name: 'Cadence' }).selectOption('Monthly');
  await page.getByRole('radio', { name: 'Computed by a formula' }).press(' ');
  const field = page.getByRole('combobox', { name: 'Formula' });
  await field.pressSequentially('100 * left');
  await page.getByRole('option', { name: /Customers who left/ }).waitFor();
  assert.deepEqual(await violations(page), []);
  await field.press('Enter');
  await until(() => field.inputValue(), '100 * lost');

  await field.pressSequentially(' / * cust');
  await page.getByRole('option', { name: /^customers/ }).waitFor();
  await field.press('Escape');
  const fault = page.getByRole('status').filter({ hasText: 'column' });
  await fault.getByText(/^column 14: /).waitFor();
  await until(() => fault.locator('mark').textContent(), '*');
  await until(() => fault.locator('code').textContent(), '100 * lost / * cust');

  for (let presses = 0; presses < 6; presses += 1) await field.press('Backspace');
  await field.pressSequentially('cust');
  await page.getByRole('option', { name: /^customers/ }).waitFor();
  await field.press('Tab');
  await until(() => field.inputValue(), '100 * lost / customers');
  const preview = page.getByRole('region', { name: 'Preview of the formula' });
  await preview.getByRole('row', { name: /January 2026 1\.0%/ }).waitFor();
  await preview.getByRole('row', { name: /February 2026 – .*customers/i }).waitFor();

  await page.getByRole('button', { name: 'Define it' }).press('Enter');
  await page.waitForURL('**/kpis/churn');
  assert.equal((await call('kpis.find', { kpi: 'churn' })).formula, '100 * lost / customers');
});

test('the page of a formula KPI leads to its inputs, explains a value by what its parts read, and takes no readings', async (t) => {
  const page = await open(t, '/kpis/churn');
  const section = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Formula' }) });
  await section.getByRole('link', { name: 'customers', exact: true }).waitFor();
  await section.getByRole('row', { name: /Customers who left lost 6 January 2026/ }).waitFor();
  await section.getByRole('row', { name: /^Customers customers 600 January 2026/ }).waitFor();
  await section.getByRole('combobox', { name: 'Explain the period' }).selectOption('March 2025');
  await section.getByRole('row', { name: /^Customers customers 500 March 2025/ }).waitFor();
  await page.getByText('Computed by its formula').waitFor();
  await page.getByRole('table', { name: 'Readings, newest first' }).getByRole('rowheader').first().waitFor();
  assert.equal(await page.getByRole('textbox', { name: 'Value' }).count(), 0);
  assert.deepEqual(await violations(page), []);
  await section.getByRole('link', { name: 'lost', exact: true }).click();
  await page.waitForURL('**/kpis/lost');

  // What is typed can be corrected on the chart and fed by a source; what is computed cannot.
  for (const [key, isTyped] of [
    ['lost', true],
    ['churn', false],
  ] as const) {
    await page.goto(new URL(`/kpis/${key}`, page.url()).href);
    const slider = page.getByRole('slider', { name: /^Walk along/ });
    await slider.press('Home');
    await slider.press('Enter');
    const chosen = page.getByRole('region', { name: /^Chosen: / });
    await chosen.waitFor();
    await chosen.getByRole('button', { name: 'Add a note' }).waitFor();
    assert.equal(await chosen.getByRole('button', { name: /^Correct/ }).count(), isTyped ? 1 : 0, key);
    await page.goto(new URL(`/kpis/${key}/source`, page.url()).href);
    const computed = page.getByText('It is computed from other KPIs: connect those.');
    await (isTyped ? page.getByRole('button', { name: 'Connect', exact: true }) : computed).waitFor();
    assert.equal(await computed.count(), isTyped ? 0 : 1, key);
  }
});

test('a circle is refused at its place with the way round', async (t) => {
  await call('kpis.create', {
    key: 'kept',
    name: 'Kept',
    direction: 'higher',
    cadence: 'monthly',
    formula: '100 - churn',
  });
  const page = await open(t, '/kpis/churn/edit');
  const field = page.getByRole('combobox', { name: 'Formula' });
  await field.fill('100 * lost / kept');
  await page.getByText(/depend on itself: Churn → Kept → Churn/).waitFor();
  await field.fill('100 * lost / customers + 0.5');
  await page.getByRole('row', { name: /January 2026 1\.5%/ }).waitFor();
  await page.getByLabel(/Version 2 holds from/).fill('2026-01-01');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL('**/kpis/churn');
  await page.getByRole('combobox', { name: 'Explain the period' }).selectOption('December 2025');
  await page.getByText('of that time').waitFor();
});

test('the driver tree shows what moves a KPI and what it moves, and where its signal started', async (t) => {
  await makeKpi(app, person, {
    ...monthly,
    key: 'waiting',
    name: 'Waiting for an answer',
    direction: 'lower',
    values: [...calm.slice(0, 10), 40, 44],
  });
  await makeKpi(app, person, {
    ...monthly,
    key: 'anger',
    name: 'Complaints',
    direction: 'lower',
    values: [...calm.slice(0, 11), 50],
  });
  const page = await open(t, '/kpis/anger/drivers');
  await page.getByRole('heading', { name: 'Nothing is known to move Complaints yet' }).waitFor();
  await page.getByRole('button', { name: 'Add an input' }).click();
  const dialog = page.getByRole('dialog', { name: 'What should move Complaints?' });
  await dialog.getByLabel('Input', { exact: true }).fill('Wait');
  await page.getByRole('option', { name: 'Waiting for an answer' }).click();
  await dialog.getByLabel('Why').fill('Who waits complains');
  await dialog.getByRole('button', { name: 'Link them' }).click();
  await dialog.waitFor({ state: 'detached' });

  await page
    .getByText(
      /deterioration of Complaints since .* may have started at Waiting for an answer in January 2026/,
    )
    .waitFor();
  const drawing = page.getByRole('group', { name: 'Driver tree of Complaints' });
  await drawing
    .getByRole('link', { name: /Waiting for an answer.*44.*No threshold.*Deterioration/ })
    .waitFor();
  await page.getByText('the way of the signal').waitFor();
  assert.deepEqual(await violations(page), []);

  await page.getByRole('radio', { name: 'List' }).press(' ');
  await page.getByText('should move it: Who waits complains').waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole('button', { name: 'Unlink Waiting for an answer' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await page.getByRole('heading', { name: 'Nothing is known to move Complaints yet' }).waitFor();
});

test('inputs of a formula stand in the tree by themselves; on a phone it is a nested list', async (t) => {
  const page = await open(t, '/kpis/churn/drivers', { viewport: { width: 390, height: 844 } });
  await page.getByRole('link', { name: 'Customers who left' }).waitFor();
  await until(() => page.getByText('in its formula', { exact: true }).count(), 2);
  await page.getByRole('heading', { name: 'What it moves' }).waitFor();
  await page.getByText('has it in its formula').waitFor();
  assert.deepEqual(await violations(page), []);
  assert.equal(await overWidth(page), 0);
});
