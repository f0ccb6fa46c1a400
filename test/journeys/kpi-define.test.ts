import assert from 'node:assert/strict';
import test from 'node:test';
import { served } from './served.ts';
import { until, untilIt } from './until.ts';

const { app, organisation, person, open } = await served();
const call = app.as(person);

test('a person defines a KPI, records readings, sets a floor, corrects a reading with a reason and reads its history', async (t) => {
  const page = await open(t, '/');
  await page.getByRole('heading', { name: 'No KPI yet' }).waitFor();
  await page.getByRole('link', { name: 'Define a KPI' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Customer satisfaction');
  const key = page.getByRole('textbox', { name: 'Key' });
  await until(() => key.inputValue(), 'customer-satisfaction');
  await key.fill('CSAT');
  await page.getByText('Small letters, digits and single hyphens only').waitFor();
  await key.fill('csat');
  await page.getByRole('combobox', { name: 'Unit' }).selectOption('Rating scale');
  await page.getByRole('button', { name: 'Define it' }).click();

  await page.waitForURL('**/kpis/csat');
  const kpi = await call('kpis.find', { kpi: 'csat' });
  assert.deepEqual(kpi.unit, { kind: 'scale', from: 1, to: 5 });
  assert.equal(kpi.owner, person.id);
  assert.equal(kpi.addsUp, 'mean');

  // The clock stands at Wednesday of week 10, so week 9 is due, and then week 10 itself.
  const period = page.getByRole('combobox', { name: 'Period' });
  const value = page.getByRole('textbox', { name: 'Value' });
  await until(() => period.inputValue(), '2026-W09');
  await value.fill('4,3');
  await value.press('Enter');
  await page.getByRole('rowheader', { name: 'Week 9, 2026' }).waitFor();
  await until(() => period.inputValue(), '2026-W10');
  await period.selectOption('2026-W08');
  await value.fill('9');
  await page.getByText('is outside a scale from 1 to 5').waitFor();
  await value.fill('4.1');
  await value.press('Enter');
  await page.getByRole('rowheader', { name: 'Week 8, 2026' }).waitFor();

  await page.getByText('No threshold', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Set', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const [from] = await call('readings.list', { kpi: 'csat' });
  assert.equal(from!.starts, '2026-02-16');
  await until(() => dialog.getByLabel(/^From/).inputValue(), from!.starts);
  await dialog.getByLabel('Floor').fill('4.2');
  await dialog.getByRole('button', { name: 'Set them' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Healthy', { exact: true }).waitFor();

  await page.getByRole('button', { name: 'Correct Week 9, 2026' }).click();
  await dialog.getByLabel('Value').fill('4.0');
  await dialog.getByLabel('Reason').fill('A late survey came in');
  await dialog.getByRole('button', { name: 'Correct', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('Breach', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'History Week 9, 2026' }).click();
  const revisions = dialog.getByRole('listitem');
  await revisions.filter({ hasText: /^4\.3.*Revision 1/ }).waitFor();
  assert.equal(await revisions.count(), 2);
  const [newest] = await untilIt(
    () => revisions.allTextContents(),
    ([first]) => first!.includes('Paula Present'),
    'the name of who corrected it is there',
  );
  assert.match(newest!, /^4\.0.*A late survey came in.*Revision 2, typed, Paula Present/);
  const readings = await call('readings.list', { kpi: 'csat' });
  assert.deepEqual(
    readings.map((each) => [each.period, each.value, each.revision]),
    [
      ['2026-W08', 4.1, 1],
      ['2026-W09', 4, 2],
    ],
  );
});

test('a ratio is recorded by its two sums, and a fault of the server stands beside its field', async (t) => {
  await call('kpis.create', {
    ...{ key: 'on-time', name: 'On time', cadence: 'monthly', direction: 'higher', owner: person.id },
    ...{ unit: { kind: 'percent' }, decimals: 1, addsUp: 'ratio' },
  });
  const page = await open(t, '/kpis/on-time');
  await page.getByRole('textbox', { name: 'Numerator' }).fill('190');
  const below = page.getByRole('textbox', { name: 'Denominator' });
  await below.fill('0');
  await below.press('Enter');
  await page.getByText('the denominator is 0, so there is no ratio').waitFor();
  await below.fill('200');
  await page.getByText('= 95.0%').waitFor();
  await below.press('Enter');
  await page.getByRole('rowheader', { name: 'February 2026' }).waitFor();
  const [reading] = await call('readings.list', { kpi: 'on-time' });
  assert.deepEqual([reading?.numerator, reading?.denominator, reading?.value], [190, 200, 95]);
});

test('a key that is taken is told while it is typed', async (t) => {
  await call('kpis.create', { key: 'taken', name: 'Taken', cadence: 'weekly', direction: 'higher' });
  const page = await open(t, '/kpis/new');
  await page.getByRole('textbox', { name: 'Name' }).fill('Taken');
  await page.getByText('Another KPI has this key').waitFor();
});

test('a KPI is fanned out to teams, tells who has not reported, and shows how it stood on a day before', async (t) => {
  const admin = app.as(organisation.admin);
  const north = await admin('teams.create', { key: 'north', name: 'North' });
  const south = await admin('teams.create', { key: 'south', name: 'South' });
  await call('kpis.create', {
    ...{ key: 'visits', name: 'Visits', cadence: 'weekly', direction: 'higher', addsUp: 'sum', decimals: 0 },
  });
  const page = await open(t, '/kpis/visits');
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Fan out' }).click();
  await dialog.getByRole('button', { name: 'All 2 teams below' }).click();
  await dialog.getByRole('button', { name: 'Make 2 KPIs' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('rowheader', { name: 'Visits: North' }).waitFor();
  const { children } = await call('kpis.find', { kpi: 'visits' });
  assert.deepEqual(children.map(({ key }) => key).sort(), ['visits-north', 'visits-south']);
  assert.equal((await call('kpis.find', { kpi: 'visits-south' })).team, south.id);
  assert.equal((await call('kpis.find', { kpi: 'visits-north' })).team, north.id);

  const both = ['visits-north', 'visits-south'].map((kpi) => ({ kpi, period: '2026-W08', value: 10 }));
  await admin('readings.recordMany', {
    readings: [...both, { kpi: 'visits-north', period: '2026-W09', value: 7 }],
  });
  await page.getByText('Week 9, 2026 is incomplete. Not reported: Visits: South.').waitFor();

  await page.getByLabel('As of').fill('2026-03-03');
  await page.getByText('As it was known on 3 Mar 2026').waitFor();
  await page.getByText('None had been recorded by then.').waitFor();
  await until(() => new URL(page.url()).search, '?asOf=2026-03-03');
  await page.getByRole('button', { name: 'Back to today' }).click();
  await page.getByRole('rowheader', { name: 'Week 9, 2026' }).waitFor();
});
