import assert from 'node:assert/strict';
import test from 'node:test';
import { makeKpi, makeObjective, makeQuarter, makeReadings, moves } from '../make-okr.ts';
import { served } from './served.ts';

const { app, organisation, person, open } = await served('admin');
const call = app.as(person);

app.clock.now = '2026-01-02T09:00:00.000Z';
const cycle = await makeQuarter(app, organisation);
const next = await makeQuarter(app, organisation, '2026-04-01');
const steady = Array.from({ length: 18 }, (_, month) => 80 + [0, 1, -1, 2, -2, 0][month % 6]!);
const kpi = await makeKpi(app, person, { from: '2024-07-01', decimals: 1, values: steady });
await call('thresholds.record', { kpi, from: '2024-07-01', floor: 75, desired: 90 });
const { id: glad } = await makeObjective(app, person, cycle, {
  title: 'Customers are glad',
  keyResults: [
    { title: 'Satisfaction', kpi, measure: { kind: 'move', baseline: 80, target: 90 } },
    moves('Hours by phone', { unit: { kind: 'duration', unit: 'hours' } }),
  ],
});
await call('cycles.activate', { cycle });
app.clock.now = '2026-04-02T09:00:00.000Z';
await makeReadings(app, person, kpi, { from: '2026-01-01', values: [84, 86, 87] });
const { keyResults } = await call('objectives.find', { objective: glad });
for (const [day, value] of [
  ['2026-01-30', 20],
  ['2026-03-27', 40],
] as const)
  await call('checkIns.record', {
    ...{ keyResult: keyResults[1]!.id, day, confidence: 5, report: { kind: 'value', value } },
  });
await call('cycles.startGrading', { cycle });

test('key results turn into KPIs at grading, and after the close their floors are there', async (t) => {
  const page = await open(t, `/grade?cycle=${cycle}`);
  const lesson = page.getByLabel('Lesson');
  const save = page.getByRole('button', { name: 'Grade, and on to the next' });
  await page.getByRole('heading', { name: 'Satisfaction', level: 2 }).waitFor();
  await lesson.fill('It holds.');
  await page.getByRole('radio', { name: 'Turn into a KPI' }).check();
  await page.getByText('It is 75.0 now.').waitFor();
  await page.getByLabel('New floor of CSAT').fill('85');
  await save.click();

  await page.getByRole('heading', { name: 'Hours by phone', level: 2 }).waitFor();
  await lesson.fill('People like voices.');
  await page.getByRole('radio', { name: 'Turn into a KPI' }).check();
  await page.getByLabel('Name of the KPI').fill('CSAT');
  await page.getByRole('textbox', { name: 'Key', exact: true }).waitFor();
  await save.click();
  await page.getByText('There is a KPI csat already').waitFor();
  await page.getByLabel('Name of the KPI').fill('Hours by phone');
  await save.click();
  await page.getByRole('button', { name: 'Close 2026 Q1 …' }).waitFor();
  await call('cycles.close', { cycle });

  assert.deepEqual(
    (await call('thresholds.list', { kpi })).map(({ from, floor }) => [from, floor]),
    [
      ['2024-07-01', 75],
      ['2026-04-01', 85],
    ],
  );
  assert.equal((await call('thresholds.list', { kpi: 'hours-by-phone' }))[0]!.floor, 40);
  await page.goto(new URL(`/objectives/${glad}`, page.url()).href);
  await page.locator('a[href="/kpis/hours-by-phone"]').first().click();
  await page.getByRole('heading', { name: 'Hours by phone', level: 1 }).waitFor();
  await page.getByText('turned into it').waitFor();
});

test('the next cycle is planned from lessons that are copied and from a template', async (t) => {
  const page = await open(t, `/cycles/${next}`);
  await page.getByRole('link', { name: 'Plan it' }).click();
  await page.getByRole('heading', { name: 'Plan 2026 Q2', level: 1 }).waitFor();
  await page.getByText('It holds.').waitFor();
  await page.getByRole('checkbox', { name: 'Copy “Customers are glad”' }).check();
  await page.getByRole('checkbox', { name: 'Copy the key result “Hours by phone”' }).uncheck();
  await page.getByRole('button', { name: 'Copy into 2026 Q2' }).click();
  await page.getByText('Copied as a draft:').waitFor();
  const [copy] = await call('objectives.list', { cycle: next });
  const copied = await call('objectives.find', { objective: copy!.id });
  assert.deepEqual(
    copied.keyResults.map(({ title, kpi: read }) => [title, read?.key]),
    [['Satisfaction', 'csat']],
  );

  await page.getByRole('main').getByRole('link', { name: 'Templates' }).click();
  await page.getByRole('heading', { name: 'Templates', level: 1 }).waitFor();
  await page.getByLabel('Search').fill('forecast error');
  await page.getByRole('link', { name: 'The whole company can plan by what sales foresees' }).click();
  await page.getByRole('heading', { name: 'Key results', level: 2 }).waitFor();
  await page.getByRole('button', { name: 'Write it into the cycle' }).click();
  await page.getByText('Say where each chosen key result stands today').waitFor();
  await page.getByLabel('Error of the sales forecast: today').fill('30');
  await page
    .getByRole('heading', { name: 'Cut the error of the sales forecast from 30% to 13.3%' })
    .waitFor();
  await page.getByRole('checkbox', { name: /^Take “Grow the qualified pipeline/ }).uncheck();
  await page.getByText('Makes a draft, 1 key result, 2 new KPIs').waitFor();
  await page.getByRole('button', { name: 'Write it into the cycle' }).click();
  await page.waitForURL(/\/objectives\//);
  const made = (await call('objectives.list', { cycle: next })).find(({ title }) =>
    title.includes('foresees'),
  )!;
  const written = await call('objectives.find', { objective: made.id });
  assert.deepEqual(
    written.keyResults.map(({ measure, kpi: read, guardrails }) => [
      measure,
      read?.key,
      guardrails.map(({ key }) => key),
    ]),
    [[{ kind: 'move', baseline: 30, target: 13.3 }, 'forecast-error', ['new-sales']]],
  );
});

test('KPIs are chosen from the library and defined at once', async (t) => {
  const page = await open(t, '/templates?kind=kpis&function=security', {
    viewport: { width: 390, height: 844 },
  });
  await page.getByRole('checkbox', { name: 'Choose Accounts with a second factor' }).check();
  await page.getByRole('checkbox', { name: 'Choose Rights that nobody uses' }).check();
  await page.getByRole('button', { name: 'Define them' }).click();
  await page.getByText('Defined, with you as the owner:').waitFor();
  assert.equal((await call('kpis.find', { kpi: 'strong-sign-in' })).owner, person.id);
  await page.getByText('you have it:').first().waitFor();
});
