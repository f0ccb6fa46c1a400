import assert from 'node:assert/strict';
import test from 'node:test';
import { makeKpi, makeObjective, makeQuarter, moves } from '../make-okr.ts';
import { served } from './served.ts';
import { until } from './until.ts';

const { app, organisation, person, open, address } = await served('admin');
const call = app.as(person);

async function makeRunning() {
  app.clock.now = '2026-01-02T09:00:00.000Z';
  const cycle = await makeQuarter(app, organisation);
  await makeQuarter(app, organisation, '2026-04-01');
  const steady = Array.from({ length: 18 }, (_, month) => 4.4 + (month % 4) / 20);
  const kpi = await makeKpi(app, person, { from: '2024-07-01', decimals: 2, values: steady });
  const { id, keyResults } = await makeObjective(app, person, cycle, {
    title: 'Answer at once',
    commitment: 'committed',
    keyResults: [
      { title: 'Satisfaction', kpi, measure: { kind: 'move', baseline: 4.4, target: 4.8 } },
      moves('Articles'),
    ],
  });
  await call('cycles.activate', { cycle });
  app.clock.now = '2026-03-04T12:00:00.000Z';
  await call('readings.recordMany', {
    readings: ['2026-01', '2026-02'].map((period) => ({ kpi, period, value: 4.8 })),
  });
  const report = { kind: 'value', value: 64 } as const;
  await call('checkIns.record', { keyResult: keyResults[1]!, confidence: 6, report });
  return { cycle, id };
}

test('a cycle is graded one key result after another, with reasons, fates and lessons, and then closed', async (t) => {
  const { cycle, id } = await makeRunning();
  const page = await open(t, `/cycles/${cycle}`);
  const dialog = page.getByRole('dialog');
  await page.getByRole('button', { name: 'Start grading …' }).click();
  await dialog.getByText('The cycle has not ended yet: 70% of its days have gone by.').waitFor();
  await dialog.getByRole('button', { name: 'Start grading' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('main').getByRole('link', { name: 'Grade' }).click();

  await page.getByRole('heading', { name: 'Satisfaction', level: 2 }).waitFor();
  const score = page.getByLabel('Score', { exact: true });
  const lesson = page.getByLabel('Lesson');
  const save = page.getByRole('button', { name: 'Grade, and on to the next' });
  await until(() => score.inputValue(), '1');
  await lesson.fill('People remember who calls back.');
  await page.getByRole('radio', { name: 'Keep the gain' }).check();
  await page.getByLabel('Periods to watch').fill('4');
  await save.click();

  await page.getByRole('heading', { name: 'Articles', level: 2 }).waitFor();
  await page.getByText('below 0.7').first().waitFor();
  await score.fill('1.2');
  await save.click();
  await page.getByText('Give a score from 0.0 to 1.0.').waitFor();
  await score.fill('0.8');
  await lesson.fill('Write them while the ticket is open.');
  await page.getByRole('radio', { name: 'Carry over' }).check();
  await page.getByRole('combobox', { name: 'Into' }).click();
  await page.getByRole('option', { name: '2026 Q2 (planning)' }).click();
  await save.click();
  await page.getByText('The score differs from the suggested 0.64: give a reason.').waitFor();
  await page.getByLabel('Why not the suggested score?').fill('Sixteen more are written and wait for review.');
  const missed = page.getByLabel('It was committed and is missed');
  await missed.fill('Two writers left.');
  await missed.press('Control+Enter');

  await page.getByRole('button', { name: 'Close 2026 Q1 …' }).click();
  await dialog.getByRole('button', { name: 'Close the cycle' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('row').filter({ hasText: 'Answer at once' }).getByText('0.90').waitFor();

  const { keyResults, score: total, sustainWatches } = await call('objectives.find', { objective: id });
  assert.equal(total, 0.9);
  const grades = keyResults.map(({ grade }) => [grade?.score, grade?.suggested, grade?.fate, grade?.reason]);
  assert.deepEqual(grades, [
    [1, 1, 'keep the gain', null],
    [0.8, 0.64, 'carry over', 'Sixteen more are written and wait for review.'],
  ]);
  assert.deepEqual(
    sustainWatches.map(({ kpi, periods, state }) => [kpi.key, periods, state]),
    [['csat', 4, 'watching']],
  );
  const next = (await call('cycles.list', {})).find(({ name }) => name === '2026 Q2')!;
  assert.equal(next.keyResults, 1);
  await page.goto(`${address}/objectives/${id}`);
  await page.getByRole('heading', { name: 'Does the gain hold?' }).waitFor();
});
