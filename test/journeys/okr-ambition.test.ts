import test from 'node:test';
import { makeKpi, makeObjective, makeQuarter } from '../make-okr.ts';
import { served } from './served.ts';
import { until, untilIt } from './until.ts';

const { app, organisation, person, open } = await served();

const history = Array.from({ length: 40 }, (_, index) => 50 + (index % 5) - 2);

test('while a key result is written the coach says what is wrong with it, and how ambitious its target is', async (t) => {
  const cycle = await makeQuarter(app, organisation);
  const values = {
    key: 'wait',
    name: 'Waiting time',
    cadence: 'weekly',
    direction: 'lower',
    decimals: 1,
  } as const;
  await makeKpi(app, person, { ...values, from: '2025-05-26', values: history });
  const { id } = await makeObjective(app, person, cycle, {
    title: 'Nobody waits longer than a coffee takes',
    owner: person.id,
  });
  const page = await open(t, `/objectives/${id}`);
  await page
    .getByRole('button', { name: /key result/i })
    .first()
    .click();
  const dialog = page.getByRole('dialog');
  const title = dialog.getByRole('textbox', { name: 'Key result' });
  await title.fill('Launch the queue app');
  const findings = dialog.getByRole('list', { name: 'What the coach finds' });
  await findings.getByText('is something to do').waitFor();
  await title.fill('Waiting time falls from 60 to 45');
  await findings.waitFor({ state: 'detached' });

  await dialog.getByRole('combobox', { name: 'Reads its value from' }).click();
  await page.getByRole('option', { name: 'Waiting time' }).click();
  await dialog.getByRole('textbox', { name: 'Baseline' }).fill('60');
  await dialog.getByRole('textbox', { name: 'Target' }).fill('56');
  await dialog.getByText('business as usual').waitFor();
  await dialog.getByRole('button', { name: /^stretch/ }).click();
  await dialog.getByText('A stretch', { exact: true }).waitFor();
  const target = () => dialog.getByRole('textbox', { name: 'Target' }).inputValue().then(Number);
  const stretch = await untilIt(target, (value) => value < 50, 'a stretch is bolder than the level');

  // The target is a line on the forecast: walked by keys and dragged, the odds follow.
  const line = dialog.getByRole('slider', { name: 'Target line' });
  await line.press('PageUp');
  const walked = await untilIt(target, (value) => value > stretch, `the target is above ${stretch}`);
  // The chart stands still once what may come is drawn on it.
  await dialog.getByText('if nothing changes', { exact: true }).waitFor();
  await line.hover();
  const box = (await line.boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.down();
  await page.mouse.move(x, y + 60, { steps: 4 });
  await untilIt(target, (value) => value < walked, `the target is below ${walked} while the line is dragged`);
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await until(target, walked);
});
