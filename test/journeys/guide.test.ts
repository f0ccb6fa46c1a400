import assert from 'node:assert/strict';
import test from 'node:test';
import { makeObjective, makeQuarter, moves } from '../make-okr.ts';
import { served } from './served.ts';
import { until } from './until.ts';
import { overWidth } from './violations.ts';

const { app, organisation, person, open, address } = await served();

test('a sentence is asked, and becomes what it is by a click', async (t) => {
  const cycle = await makeQuarter(app, organisation);
  const { id } = await makeObjective(app, person, cycle, {
    ...{ title: 'Nobody waits longer than a coffee takes', owner: person.id },
    keyResults: [moves('Waiting time in the shop')],
  });
  const page = await open(t, '/objectives/new');
  await page.getByRole('main').getByRole('link', { name: 'KPI or OKR?' }).click();
  await page.getByRole('heading', { name: 'KPI or OKR?', level: 1 }).waitFor();
  const sentence = page.getByRole('textbox', { name: 'A sentence about what you want' });
  const make = (name: string) => page.getByRole('main').getByText(`Make it ${name}`, { exact: true });

  await t.test('a KPI, with its floor', async () => {
    await sentence.fill('Maintain 98.5% uptime');
    await page.getByText('Read as: Uptime, floor 98.5%, higher is better.').waitFor();
    await make('a KPI').click();
    await page.getByRole('heading', { name: 'Define a KPI' }).waitFor();
    await until(() => page.getByRole('textbox', { name: 'Name' }).inputValue(), 'Uptime');
    await page.getByRole('checkbox', { name: 'Set its floor to 98.5% from today on' }).waitFor();
    await page.getByRole('button', { name: 'Define it' }).click();
    await page.getByRole('heading', { name: 'Uptime', level: 1 }).waitFor();
    const [threshold] = await app.as(person)('thresholds.list', { kpi: 'uptime' });
    assert.deepEqual([threshold?.floor, threshold?.unit], [98.5, { kind: 'percent' }]);
  });

  await t.test('a key result, with its measure', async () => {
    await page.goto(`${address}/guide?sentence=First+response+from+4+hours+to+45+minutes`);
    await make('a key result').click();
    await page.getByRole('combobox', { name: 'Objective' }).click();
    await page.getByRole('option', { name: 'Nobody waits longer than a coffee takes' }).click();
    await page.getByRole('button', { name: 'Go on' }).click();
    const dialog = page.getByRole('dialog', { name: 'New key result' });
    const value = (name: string) => dialog.getByRole('textbox', { name }).inputValue();
    await until(() => value('Key result'), 'First response from 4 hours to 45 minutes');
    await until(() => value('Baseline'), '240');
    await until(() => value('Target'), '45');
    await dialog.getByRole('button', { name: 'Add the key result' }).click();
    await dialog.waitFor({ state: 'detached' });
    await until(() => new URL(page.url()).search, '');
    const { keyResults } = await app.as(person)('objectives.find', { objective: id });
    assert.deepEqual(keyResults[1]?.measure, { kind: 'move', baseline: 240, target: 45 });
  });

  await t.test('an objective, with its words', async () => {
    await page.goto(`${address}/guide?sentence=Patients+recommend+us+to+their+friends`);
    await make('an objective').click();
    const title = page.getByRole('textbox', { name: 'Objective', exact: true });
    await until(() => title.inputValue(), 'Patients recommend us to their friends');
  });

  await t.test('an initiative, under a key result', async () => {
    await page.goto(`${address}/guide?sentence=Open+a+second+clinic`);
    await make('an initiative').click();
    await page.getByRole('combobox', { name: 'Key result' }).click();
    await page.getByRole('option', { name: 'Waiting time in the shop' }).click();
    await page.getByRole('button', { name: 'Add the initiative' }).click();
    await page.getByRole('heading', { name: 'Nobody waits longer than a coffee takes' }).waitFor();
    const [initiative] = await app.as(person)('initiatives.list', { objective: id });
    assert.equal(initiative?.title, 'Open a second clinic');
  });
});

test('the guide reads on a phone without scrolling sideways, and an anchor leads to a mistake', async (t) => {
  const page = await open(t, '/guide#noise', { viewport: { width: 390, height: 844 } });
  await page.getByRole('heading', { name: 'Noise taken for a gap' }).waitFor();
  assert.equal(await overWidth(page), 0);
});
