import assert from 'node:assert/strict';
import test from 'node:test';
import { makeObjective, makeQuarter, moves } from '../make-okr.ts';
import { served } from './served.ts';

const { app, organisation, person, open } = await served();
const call = app.as(person);

async function makeRunning() {
  app.clock.now = '2026-01-02T09:00:00.000Z';
  const cycle = await makeQuarter(app, organisation);
  const steps = ['Two people hired', 'Pilot'].map((title, at) => ({ id: `s${at}`, title, weight: 1 }));
  const { id, keyResults } = await makeObjective(app, person, cycle, {
    title: 'Answer at once',
    keyResults: [
      moves('First response', {
        measure: { kind: 'move', baseline: 240, target: 45 },
        unit: { kind: 'duration', unit: 'minutes' },
        decimals: 0,
      }),
      { title: 'The desk works', measure: { kind: 'milestones', steps } },
    ],
  });
  await app.as(organisation.admin)('cycles.activate', { cycle });
  app.clock.now = '2026-03-04T12:00:00.000Z';
  return { cycle, id, first: keyResults[0]!, desk: keyResults[1]! };
}

test('all of mine are checked in by keyboard on one screen, and a value is moved with its reason', async (t) => {
  const { id, first, desk } = await makeRunning();
  const page = await open(t, '/check-in');
  const keys = page.keyboard;
  const value = page.getByRole('group', { name: 'First response' }).getByLabel('Value', { exact: true });
  await value.pressSequentially('2h 22m');
  await keys.press('Tab');
  await keys.press('7');
  await keys.press('Tab');
  await keys.type('The new rota is in');
  await keys.press('Tab');
  await keys.press('Tab');
  await keys.type('A second line');
  const second = page.getByRole('group', { name: 'The desk works' });
  await second.getByLabel('Two people hired').focus();
  await keys.press('Space');
  await keys.press('Tab');
  await keys.press('Tab');
  await keys.press('1');
  await keys.press('0');
  await page.getByRole('button', { name: 'Save 2 check-ins' }).waitFor();
  await keys.press('Control+Enter');
  await page.getByText('2 check-ins are saved.').waitFor();
  const [told] = await call('checkIns.list', { keyResult: first });
  assert.deepEqual(
    [told?.report, told?.confidence, told?.changed, told?.needs],
    [{ kind: 'value', value: 142 }, 7, 'The new rota is in', 'A second line'],
  );
  const [steps] = await call('checkIns.list', { keyResult: desk });
  assert.deepEqual([steps?.report, steps?.confidence], [{ kind: 'steps', done: ['s0'] }, 10]);

  await page.goto(new URL(`/objectives/${id}`, page.url()).href);
  const section = page.getByRole('article', { name: 'First response' });
  await section.getByText('2h 22m').first().waitFor();
  await section.getByRole('button', { name: 'Check in' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Value', { exact: true }).fill('200');
  await dialog.getByRole('radio', { name: '5', exact: true }).check();
  await dialog.getByLabel('About the day').fill('2026-02-02');
  await dialog.getByRole('button', { name: 'Check in', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  const days = (await call('checkIns.list', { keyResult: first })).map(({ day }) => day);
  assert.deepEqual(days, ['2026-03-04', '2026-02-02']);
  // A check-in about a day before does not become the latest.
  assert.equal((await call('keyResults.find', { keyResult: first })).current, 142);

  await section.getByRole('button', { name: 'More for First response' }).click();
  await page.getByRole('menuitem', { name: 'Change …' }).click();
  await dialog.getByRole('textbox', { name: 'Target' }).fill('1h');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('give a reason for the change').waitFor();
  await dialog.getByLabel('Reason for the change').fill('The telephone system comes in May.');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  await section.getByText('target from 45m to 1h 00m').waitFor();
  const [moved] = (await call('keyResults.find', { keyResult: first })).movedGoalposts;
  assert.deepEqual([moved?.field, moved?.reason], ['target', 'The telephone system comes in May.']);
});

test('a check-in without confidence is not sent, and its card says so', async (t) => {
  const page = await open(t, '/check-in');
  const card = page.getByRole('group', { name: 'First response' });
  await card.getByRole('button', { name: 'Check in now' }).click();
  await card.getByLabel('What changed').fill('Nothing');
  await page.getByRole('button', { name: 'Save 1 check-in' }).click();
  await card.getByText('How sure are you, 0 to 10?').waitFor();
  await card.getByRole('button', { name: 'As before: 7' }).click();
  await page.getByRole('button', { name: 'Save 1 check-in' }).click();
  await page.getByText('One check-in is saved.').waitFor();
});
