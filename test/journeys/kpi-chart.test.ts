import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { shift } from '#domain/time/period.ts';
import { served } from './served.ts';
import { until, untilIt } from './until.ts';

const { app, person, open } = await served();
const call = app.as(person);

// Thirty-six weeks around 100, then twelve around 115.
const steady = [100, 103, 97, 99, 102, 101, 104, 98, 96, 100, 99, 102];
const shifted = [...steady, ...steady, ...steady, ...steady.map((value) => value + 15)];

async function makeKpi(key: string, values: readonly number[], more: object = {}): Promise<void> {
  const made = { key, name: `Work ${key}`, cadence: 'weekly', direction: 'higher', decimals: 0 } as const;
  await call('kpis.create', { ...made, owner: person.id, ...more });
  const first = shift('2026-W09', 1 - values.length);
  await call('readings.recordMany', {
    readings: values.map((value, at) => ({ kpi: key, period: shift(first, at), value })),
  });
}

/** Chooses the point that lies so many before the newest, or with Shift all up to it. */
async function choose(page: Page, back: number, key: 'Enter' | 'Shift+Enter'): Promise<void> {
  // Where nothing is chosen any more, or what was chosen has the focus, the reader stands at the newest point again.
  const slider = page.getByRole('slider', { name: /^Walk along/ });
  for (let step = 0; step < back; step += 1) await slider.press('ArrowLeft');
  await slider.press(key);
}

test('the proposal on the chart is accepted by one click and a reason, and the old limits stay', async (t) => {
  await makeKpi('calls', shifted);
  const page = await open(t, '/kpis/calls');
  const dialog = page.getByRole('dialog');
  const began = (await call('judgements.find', { kpi: 'calls' })).proposal!.from;
  await page.getByRole('button', { name: 'Accept the new phase' }).click();
  await until(() => dialog.getByLabel('From', { exact: true }).inputValue(), began);
  await dialog.getByLabel('Reason').fill('A dialler for everyone');
  await dialog.getByRole('button', { name: 'Begin the phase' }).click();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Accept the new phase' }).waitFor({ state: 'detached' });
  const { phases } = await call('judgements.find', { kpi: 'calls' });
  assert.deepEqual(
    phases.map(({ from, limits }) => [from, Math.round(limits!.centre)]),
    [
      [shift('2026-W09', -47), 100],
      [began, 115],
    ],
  );
});

test('a threshold line is moved with the arrow keys, and set from a day on', async (t) => {
  await makeKpi('moved', steady);
  await call('thresholds.record', { kpi: 'moved', from: '2025-01-01', floor: 94, desired: 105 });
  const page = await open(t, '/kpis/moved');
  const dialog = page.getByRole('dialog');
  const floor = page.getByRole('slider', { name: 'Floor line' });
  const value = () => floor.getAttribute('aria-valuenow');
  await floor.press('ArrowUp');
  await floor.press('ArrowUp');
  await until(value, '96');
  await floor.press('Escape');
  await until(value, '94');
  await floor.press('ArrowDown');
  await until(value, '93');
  await floor.press('Enter');
  await until(() => dialog.getByLabel('Floor').inputValue(), '93');
  await until(() => dialog.getByLabel('Desired level').inputValue(), '105');
  await until(() => dialog.getByLabel(/^From/).inputValue(), '2026-03-04');
  await dialog.getByLabel('Reason').fill('Agreed with the team');
  await dialog.getByRole('button', { name: 'Set them' }).click();
  await dialog.waitFor({ state: 'detached' });
  const lines = await call('thresholds.list', { kpi: 'moved' });
  assert.deepEqual(
    lines.map(({ from, floor: value, desired, reason }) => [from, value, desired, reason]),
    [
      ['2025-01-01', 94, 105, null],
      ['2026-03-04', 93, 105, 'Agreed with the team'],
    ],
  );
});

test('a line is dragged with the pointer to where it is let go', async (t) => {
  await makeKpi('dragged', steady);
  await call('thresholds.record', { kpi: 'dragged', from: '2025-01-01', floor: 94 });
  const page = await open(t, '/kpis/dragged');
  const floor = page.getByRole('slider', { name: 'Floor line' });
  // The page stands still once what is above the chart is there, and what may come is drawn on it.
  await page.getByRole('region', { name: 'Gap' }).waitFor();
  await page.getByRole('region', { name: 'Forecast' }).waitFor();
  await floor.hover();
  const box = (await floor.boundingBox())!;
  const held = () => floor.getAttribute('aria-valuenow');
  const drag = (up: number) => page.mouse.move(box.x + box.width / 2, box.y - up);
  await page.mouse.down();
  await drag(30);
  const half = await untilIt(held, (value) => Number(value) > 94, 'the line goes along');
  await drag(60);
  const shown = await untilIt(held, (value) => value !== half, 'the line goes further along');
  // Its value stands on the line, which follows the pointer to the next value that can be read.
  const word = page.locator('figure [aria-hidden] > span').getByText(shown!, { exact: true });
  const { y, height } = (await word.boundingBox())!;
  assert.ok(Math.abs(y + height - (box.y - 60)) < 15, `the line lies at ${y}, the pointer at ${box.y - 60}`);
  await page.mouse.up();
  const field = page.getByRole('dialog').getByLabel('Floor');
  await until(() => field.inputValue(), shown!);
  assert.ok(Number(shown) > Number(half), `${shown} is above ${half}`);
});

test('points are chosen with the keyboard, for a note on a span and for a correction', async (t) => {
  await makeKpi('noted', steady);
  const page = await open(t, '/kpis/noted');
  const dialog = page.getByRole('dialog');
  await choose(page, 3, 'Enter');
  await page.getByRole('region', { name: 'Chosen: Week 6, 2026' }).and(page.locator(':focus')).waitFor();
  await choose(page, 1, 'Shift+Enter');
  const chosen = page.getByRole('region', { name: 'Chosen: Week 6, 2026 to Week 8, 2026' });
  await chosen.getByRole('button', { name: 'Add a note' }).click();
  await dialog.getByLabel('What happened').fill('A fair');
  await dialog.getByRole('button', { name: 'Add it' }).click();
  await dialog.waitFor({ state: 'detached' });
  const { annotations } = await call('judgements.find', { kpi: 'noted' });
  assert.deepEqual(
    annotations.map(({ from, to, note }) => [from, to, note]),
    [['2026-W06', '2026-W08', 'A fair']],
  );

  await choose(page, 0, 'Enter');
  await page.getByRole('button', { name: 'Correct', exact: true }).first().click();
  await dialog.getByLabel('Value').fill('120');
  await dialog.getByLabel('Reason').fill('A slip');
  await dialog.getByRole('button', { name: 'Correct' }).click();
  await dialog.waitFor({ state: 'detached' });
  assert.equal((await call('judgements.find', { kpi: 'noted' })).newest?.value, 120);
});

test('a phase is begun on a span that was chosen, with limits of just those points', async (t) => {
  await makeKpi('locked', [...steady, ...steady]);
  const page = await open(t, '/kpis/locked');
  const dialog = page.getByRole('dialog');
  await choose(page, 11, 'Enter');
  await page.getByRole('region', { name: 'Chosen: Week 50, 2025' }).and(page.locator(':focus')).waitFor();
  await choose(page, 4, 'Shift+Enter');
  await page.getByRole('button', { name: 'Begin a phase, limits from these' }).click();
  await dialog.getByLabel('Reason').fill('The new line');
  await dialog.getByRole('button', { name: 'Begin the phase' }).click();
  await dialog.waitFor({ state: 'detached' });
  const phase = (await call('judgements.find', { kpi: 'locked' })).phases.at(-1);
  assert.deepEqual([phase?.from, phase?.baselineTo, phase?.limits?.count], ['2025-W50', '2026-W05', 8]);
});

test('a unit changes from a day on: what converts goes on, and what does not begins anew', async (t) => {
  const minutes = { kind: 'duration', unit: 'minutes' } as const;
  await makeKpi('waiting', [240, 250, 230, 245, 238, 252, 241], { unit: minutes, addsUp: 'mean' });
  const page = await open(t, '/kpis/waiting/edit');
  await page.getByRole('combobox', { name: 'Counted in' }).selectOption('hours');
  await page.getByText('stays as it was typed, and is shown and judged in hours').waitFor();
  await page.getByLabel('Version 2 holds from').fill('2026-02-02');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL('**/kpis/waiting');
  await page.getByText('4h 01m', { exact: true }).first().waitFor();
  await page.getByText('typed as 4h 01m').first().waitFor();
  await page.getByText('Counted differently from Week 6, 2026 on: in hours, no longer in minutes').waitFor();

  await page.goto(new URL('/kpis/waiting/edit', page.url()).href);
  await page.getByRole('combobox', { name: 'Unit' }).selectOption('Plain number');
  await page.getByText('the series begins anew').waitFor();
  const from = page.getByLabel('Version 3 holds from');
  await from.fill('2026-02-02');
  await page.getByRole('button', { name: 'Save' }).click();
  await page
    .getByText(/has a reading of 2026-W09 in hours, which cannot be read as a plain number/)
    .waitFor();
  await from.fill('2026-03-02');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.waitForURL('**/kpis/waiting');
  await page.getByText('No data').first().waitFor();
  const value = page.getByRole('textbox', { name: 'Value' });
  await value.fill('7');
  await value.press('Enter');
  await page.getByRole('rowheader', { name: 'Week 10, 2026' }).waitFor();
  await page.getByText('As a table').click();
  await page.getByRole('row', { name: /Week 9, 2026 .*4h 01m.* counted differently/ }).waitFor();
});

test('a past day is read as it was known, with what has changed since and the way back', async (t) => {
  await makeKpi('past', steady);
  await call('thresholds.record', { kpi: 'past', from: '2026-01-01', floor: 90 });
  const before = app.clock.now;
  t.after(() => {
    app.clock.now = before;
  });
  app.clock.now = '2026-03-06T12:00:00.000Z';
  await call('readings.record', { kpi: 'past', period: '2026-W08', value: 55, reason: 'Counted again' });
  await call('thresholds.record', { kpi: 'past', from: '2026-01-01', floor: 95 });
  await call('annotations.create', { kpi: 'past', from: '2026-W08', note: 'A storm' });
  const page = await open(t, '/kpis/past?asOf=2026-03-05');
  await page.getByText('As it was known on 5 Mar 2026').waitFor();
  await page.getByText('1 reading corrected since then').click();
  await page.getByText('Week 8, 2026: 99 → 55').waitFor();
  await page.getByText('Since then: 1 threshold set, 1 note added.').waitFor();
  await page.getByText('Floor 90', { exact: true }).first().waitFor();
  assert.equal(await page.getByText('A storm').count(), 0);
  assert.equal(await page.getByRole('button', { name: 'Set', exact: true }).count(), 0);
  assert.equal(await page.getByRole('slider', { name: 'Floor line' }).count(), 0);
  await page.getByRole('button', { name: 'Back to today' }).press('Enter');
  await page.getByText('A storm').first().waitFor();
  assert.equal(new URL(page.url()).search, '');
});

test('a season is seen taken out, as measured between limits that swing with it, and by itself; the address keeps which', async (t) => {
  const day = (at: number) => 100 + [0, 4, 6, 5, 3, -20, -25][at % 7]! + ((at * 5) % 7) / 3;
  const key = 'daily';
  await call('kpis.create', {
    key,
    name: 'Orders a day',
    cadence: 'daily',
    direction: 'higher',
    owner: person.id,
  });
  await call('readings.recordMany', {
    readings: Array.from({ length: 84 }, (_, at) => ({
      ...{ kpi: key, period: shift('2025-12-08', at), value: Math.round(day(at)) },
    })),
  });
  const page = await open(t, `/kpis/${key}`);
  await page.getByText('As measured', { exact: true }).first().click();
  await page.waitForURL('**/kpis/daily?chart=measured');
  const season = page.getByRole('region', { name: 'Season' });
  await until(() => season.getByRole('listitem').count(), 7);
  await season.getByText(/^Highest in \w+day: .* above the level\. Lowest in Sunday: /).waitFor();
  await page.getByText('Median', { exact: true }).click();
  await page.waitForURL('**/kpis/daily?chart=measured&centre=median');
  await page.getByText(/which a few wild points do not widen/).waitFor();
});
