import assert from 'node:assert/strict';
import test from 'node:test';
import { makeKpi, makeObjective, makeQuarter } from '../make-okr.ts';
import { served } from './served.ts';
import { until, untilIt } from './until.ts';

const { app, organisation, person, open } = await served();

// A wait that varies by chance around 50 minutes.
const history = Array.from({ length: 40 }, (_, week) => 50 + [0, 3, -2, 4, -3, 1, -4, 2][week % 8]!);

test('a bad key result is underlined, mended by a click, set aside with a reason, and stands in the report', async (t) => {
  const cycle = await makeQuarter(app, organisation);
  const series = {
    cadence: 'weekly',
    direction: 'lower',
    decimals: 1,
    from: '2025-05-26',
    values: history,
  } as const;
  const noise = await makeKpi(app, person, { ...series, key: 'noise', name: 'Complaints about noise' });
  await makeKpi(app, person, { ...series, key: 'wait', name: 'Waiting time', counterMetrics: [noise] });
  const title = 'Nobody waits longer than a coffee takes';
  const { id } = await makeObjective(app, person, cycle, { title, owner: person.id });
  const page = await open(t, `/objectives/${id}`);
  await page.getByRole('button', { name: 'Add a key result' }).first().click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByRole('textbox', { name: 'Key result' });
  const findings = dialog.getByRole('list', { name: 'What the coach finds' });
  const data = dialog.getByRole('list', { name: 'What the data say' });

  // What is wrong is marked in the field, and told to whoever does not see it.
  await field.fill('Launch the queue app');
  const mark = dialog.locator('mark[data-severity="problem"]').first();
  await mark.waitFor();
  await until(() => mark.textContent(), 'Launch');
  // The dialog may still be on its way to its place.
  await untilIt(
    async () => ({ under: (await mark.boundingBox())!, over: (await field.boundingBox())! }),
    ({ under, over }) =>
      under.x >= over.x && under.y >= over.y && under.y + under.height <= over.y + over.height,
    'the mark lies within the field',
  );
  await findings.getByText('is something to do').waitFor();
  await dialog.getByText(/The coach finds: problem in “Launch”/).waitFor({ state: 'attached' });

  // One click takes the baseline from the KPI, another one adds what would suffer.
  await field.fill('Waiting time falls');
  await dialog.getByRole('combobox', { name: 'Reads its value from' }).click();
  await page.getByRole('option', { name: 'Waiting time' }).click();
  await dialog.getByRole('textbox', { name: 'Baseline' }).fill('80');
  await dialog.getByRole('textbox', { name: 'Target' }).fill('30');
  await data.getByText('The baseline is 80.0, the level of Waiting time is 50.1').waitFor();
  await data.getByRole('button', { name: 'Take the baseline from the KPI' }).click();
  await data.getByText('The baseline is').waitFor({ state: 'detached' });
  await until(() => dialog.getByRole('textbox', { name: 'Baseline' }).inputValue(), '50.1');
  await data.getByRole('button', { name: 'Add the counter-metric as guardrail' }).click();
  await data.getByText('would suffer').waitFor({ state: 'detached' });
  await dialog.getByText('Complaints about noise').first().waitFor();

  // What is right all the same is set aside with its reason, and kept with the key result.
  const wild = data.getByRole('listitem').filter({ hasText: 'less than once in a hundred' });
  await wild.getByRole('button', { name: 'Set aside' }).click();
  const reason = wild.getByRole('textbox', { name: 'Why is it set aside?' });
  await reason.fill('A second counter opens in April.');
  await reason.press('Enter');
  await dialog.getByText('1 finding set aside by Paula Present: A second counter').waitFor();
  await dialog.getByRole('button', { name: 'Add the key result' }).click();
  await dialog.waitFor({ state: 'detached' });

  // Reviewers see it on the page of the objective and in the report, and it can be taken up there.
  await page.getByText(/^The coach: .*1 set aside/).click();
  await page.getByText('1 finding set aside by Paula Present').waitFor();
  await page.goto(new URL('/coach', page.url()).href);
  await page.getByRole('heading', { name: 'The coach' }).waitFor();
  const aside = page.getByRole('table', { name: 'Set aside' });
  await aside.getByText('A second counter opens in April.').waitFor();
  await page
    .getByRole('table', { name: 'What the coach finds' })
    .getByRole('link', { name: title })
    .first()
    .waitFor();
  await aside.getByRole('button', { name: 'Take it up again' }).click();
  await aside.waitFor({ state: 'detached' });
  await page.getByText('less than once in a hundred').waitFor();

  // A finding leads to where it is mended.
  await page.getByRole('link', { name: 'Waiting time falls' }).first().click();
  await page.getByRole('dialog', { name: 'Change the key result' }).waitFor();
});

test('a task becomes an initiative, two results in one become two, and what is to be kept becomes a KPI', async (t) => {
  const cycle = await makeQuarter(app, organisation, '2026-04-01');
  const { id } = await makeObjective(app, person, cycle, {
    title: 'Guests leave with a smile and come back with a friend',
    owner: person.id,
    keyResults: [{ title: 'Ratings rise', measure: { kind: 'move', baseline: 4.1, target: 4.6 } }],
  });
  const page = await open(t, `/objectives/${id}`);
  await page.getByRole('button', { name: 'Add a key result' }).first().click();
  const dialog = page.getByRole('dialog');
  const field = dialog.getByRole('textbox', { name: 'Key result' });

  await field.fill('Launch the guest book');
  await dialog.getByRole('button', { name: 'Make it an initiative' }).click();
  await dialog.getByRole('button', { name: 'Add the initiative' }).click();
  await dialog.getByText('“Launch the guest book” is an initiative of “Ratings rise”').waitFor();
  await until(() => field.inputValue(), '');

  await field.fill('Increase returning guests by 10% and reduce complaints by 20%');
  await dialog.getByRole('button', { name: 'Split it' }).click();
  await until(() => field.inputValue(), 'Increase returning guests by 10%');
  await dialog.getByText('then follows: “Reduce complaints by 20%”').waitFor();
  await dialog.getByRole('textbox', { name: 'Baseline' }).fill('30');
  await dialog.getByRole('textbox', { name: 'Target', exact: true }).fill('33');
  await dialog.getByRole('button', { name: 'Add the key result' }).click();
  await until(() => field.inputValue(), 'Reduce complaints by 20%');

  await field.fill('Maintain 98% uptime');
  await dialog.getByRole('button', { name: 'Make it a KPI' }).click();
  await page.getByRole('heading', { name: 'Define a KPI' }).waitFor();
  await until(() => page.getByRole('textbox', { name: 'Name' }).inputValue(), 'Uptime');

  const { keyResults } = await app.as(person)('objectives.find', { objective: id });
  assert.deepEqual(
    keyResults.map((each) => each.title),
    ['Ratings rise', 'Increase returning guests by 10%'],
  );
  const [initiative] = await app.as(person)('initiatives.list', { objective: id });
  assert.equal(initiative?.title, 'Launch the guest book');
});
