import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { synchronise, waitingTrackers } from '#app/initiative/synchronise.ts';
import { makeObjective, makeQuarter, moves } from '../make-okr.ts';
import { recorded } from '../recordings/play.ts';
import { served } from './served.ts';
import { until } from './until.ts';
import { violations } from './violations.ts';

const { app, organisation, person, open } = await served('admin');
const call = app.as(person);
const cycle = await makeQuarter(app, organisation);
const objective = await makeObjective(app, person, cycle, {
  title: 'Customers are answered the same day',
  keyResults: [moves('Answered within a day'), moves('Open tickets')],
});
await call('cycles.activate', { cycle });
const [keyResult] = objective.keyResults as [string];
const path = `/objectives/${objective.id}`;

const mine = (page: Page) => page.getByRole('region', { name: 'Initiatives of Answered within a day' });
const row = (page: Page, title: string) => mine(page).getByRole('listitem').filter({ hasText: title });
const titles = async (page: Page) => {
  const buttons = mine(page).getByRole('button', { name: /, change it$/ });
  return (await buttons.allInnerTexts()).map((title) => title.split(',')[0]!.trim());
};

test('initiatives are written one line after the other, put in order, and ticked off by keys', async (t) => {
  const page = await open(t, path);
  const line = mine(page).getByRole('textbox');
  await line.fill('Write answers for the ten questions');
  await line.press('Enter');
  await row(page, 'Write answers').waitFor();
  await until(() => line.inputValue(), '');
  await line.fill('A second shift https://linear.app/acme/issue/SUP-7/shift');
  await line.press('Enter');
  await row(page, 'A second shift').getByText('linked only: Linear is not asked').waitFor();
  await line.fill('A chat bot');
  await line.press('Enter');
  await row(page, 'A chat bot').waitFor();
  await row(page, 'A chat bot')
    .getByRole('button', { name: /, change it$/ })
    .press('Alt+ArrowUp');
  await until(() => titles(page), ['Write answers for the ten questions', 'A chat bot', 'A second shift']);
  await row(page, 'Write answers')
    .getByRole('button', { name: /^planned, state of/ })
    .press('3');
  await row(page, 'Write answers')
    .getByRole('button', { name: /^done, state of/ })
    .waitFor();
  await row(page, 'A second shift')
    .getByRole('button', { name: /^planned, state of/ })
    .click();
  await page.getByRole('menuitem', { name: 'in progress' }).click();
  await row(page, 'A second shift')
    .getByRole('button', { name: /^in progress, state of/ })
    .waitFor();
  await row(page, 'A chat bot')
    .getByRole('button', { name: /^planned, state of/ })
    .press('4');
  await page.getByRole('textbox', { name: 'Why is it dropped?' }).fill('too many wrong answers');
  await page.getByRole('button', { name: 'Drop it' }).click();
  await row(page, 'A chat bot').getByText('too many wrong answers').waitFor();
  assert.deepEqual(
    (await call('initiatives.list', { keyResult })).map(({ title, state }) => [title, state]),
    [
      ['Write answers for the ten questions', 'done'],
      ['A chat bot', 'dropped'],
      ['A second shift', 'in progress'],
    ],
  );
  assert.deepEqual(await violations(page), []);
});

test('a dialog changes everything else of an initiative, and says what the address of an issue is', async (t) => {
  const page = await open(t, path);
  await row(page, 'A second shift')
    .getByRole('button', { name: /, change it$/ })
    .click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Due').fill('2026-03-20');
  await dialog.getByLabel('Issue').fill('https://git.acme.example/support/desk/-/issues/3');
  await dialog.getByText('GitLab: support/desk#3. Nobody has connected git.acme.example yet').waitFor();
  await dialog.getByLabel('Note').fill('Two people');
  assert.deepEqual(await violations(page), []);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await row(page, 'A second shift').getByText('20 Mar').waitFor();
  await row(page, 'A second shift').getByText('nobody has connected git.acme.example').waitFor();
  await row(page, 'A chat bot').getByRole('button', { name: 'More for A chat bot' }).click();
  await page.getByRole('menuitem', { name: 'Remove …' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await row(page, 'A chat bot').waitFor({ state: 'detached' });
  await until(() => titles(page), ['Write answers for the ten questions', 'A second shift']);
});

test('an admin connects a tracker, tries it, and an open page hears how its issue stands', async (t) => {
  const { url } = await recorded(t, 'github-issues');
  await call('allowedHosts.add', { host: '127.0.0.1', reason: 'the test' });
  const settings = await open(t, '/settings/trackers');
  await settings.getByRole('heading', { name: 'Trackers', level: 1 }).waitFor();
  await settings.getByRole('button', { name: 'Connect a tracker …' }).click();
  const dialog = settings.getByRole('dialog');
  await dialog.getByLabel('Address').fill(url);
  await dialog.getByLabel('Access token').fill('ghp_s3cret');
  await dialog.getByLabel('Try it with an issue').fill(`${url}/acme/app/issues/2`);
  await dialog.getByRole('button', { name: 'Try it' }).click();
  await dialog.getByText('It signs in as tandem-bot. acme/app#2: open, assigned.').waitFor();
  assert.deepEqual(await violations(settings), []);
  await dialog.getByRole('button', { name: 'Connect it' }).click();
  await settings.getByRole('cell', { name: 'nothing to ask' }).waitFor();

  const page = await open(t, path);
  const line = mine(page).getByRole('textbox');
  await line.fill(`${url}/acme/app/issues/3`);
  await line.press('Enter');
  const linked = row(page, 'acme/app#3');
  await linked.getByText('not asked yet').waitFor();
  for (const due of await waitingTrackers(app.tandem)) await synchronise(app.tandem, due, 'journey');
  await linked.getByText('closed as completed, synchronised').waitFor();
  await linked.getByRole('button', { name: /^done, state of/ }).press('1');
  await linked.getByText('you said planned, the issue is done').waitFor();
  await linked.getByRole('button', { name: 'take that' }).click();
  await linked.getByRole('button', { name: /^done, state of/ }).waitFor();
  assert.deepEqual(await violations(page), []);
});

test('the check-in reminds of what its person has open', async (t) => {
  const page = await open(t, '/check-in');
  const region = page.getByRole('region', { name: /Your open initiatives/ });
  await region.getByText('A second shift', { exact: false }).first().waitFor();
  await until(() => region.getByRole('listitem').count(), 1);
  assert.deepEqual(await violations(page), []);
});
