import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { makePerson, makeTeam } from '../make.ts';
import { makeKpi, makeObjective, makeQuarter, moves } from '../make-okr.ts';
import { served } from './served.ts';
import { until, untilIt } from './until.ts';
import { inScheme, overWidth, violations } from './violations.ts';

const { app, organisation, person, open } = await served('admin');
const call = app.as(person);

app.clock.now = '2026-01-02T09:00:00.000Z';
const team = await makeTeam(app, organisation, { name: 'Support' });
const kpi = await makeKpi(app, person, { from: '2025-11-01', values: [4, 4] });
const year = await call('cycles.create', { kind: 'year', starts: '2026-01-01' });
const cycle = await makeQuarter(app, organisation);
const keyResults = [moves()];
const far = await makeObjective(app, person, year.id, { title: 'Everybody recommends us', keyResults });
const top = await makeObjective(app, person, cycle, {
  title: 'Customers stay',
  pillar: 'Service',
  parents: [{ objective: far.id }],
  keyResults: [moves('Answers at once')],
});
const below = await makeObjective(app, person, cycle, {
  ...{ title: 'Answer at once', team, keyResults, improves: [kpi] },
  parents: [{ objective: top.id, kind: 'contributes to' }],
});
await makeObjective(app, person, cycle, {
  ...{ title: 'Know more', team, keyResults },
  parents: [{ objective: top.id, kind: 'supports' }],
});
await makeObjective(app, person, cycle, { title: 'On its own', team, keyResults });
await call('cycles.activate', { cycle });
app.clock.now = '2026-02-04T12:00:00.000Z';
const report = { kind: 'value', value: 40 } as const;
await call('checkIns.record', { keyResult: top.keyResults[0]!, confidence: 4, report });
await call('checkIns.record', {
  ...{ keyResult: below.keyResults[0]!, confidence: 4 },
  report: { kind: 'value', value: 20 },
});

async function drawn(page: Page): Promise<void> {
  await page.locator('.react-flow__node').first().waitFor();
}

/** The title of what is focused in the tree that is heard. */
async function here(page: Page): Promise<string> {
  return page.evaluate(() => document.activeElement?.textContent?.split(',')[0] ?? '');
}

test('the map is walked by keys: to what is above, below and beside, folded, and opened', async (t) => {
  const page = await open(t, `/cycles/${cycle}?view=map`);
  await drawn(page);
  await page.getByRole('tree').locator('[tabindex="0"]').press('Home');
  for (const [key, title] of [
    ['ArrowRight', /^Customers stay$/],
    ['ArrowRight', /^(Answer at once|Know more)$/],
    ['ArrowLeft', /^Customers stay$/],
    ['ArrowLeft', /^Everybody recommends us$/],
  ] as const) {
    await page.keyboard.press(key);
    await untilIt(
      () => here(page),
      (seen) => title.test(seen),
      `${key} leads to ${title}`,
    );
  }
  // The node that is focused wears a ring on the drawing.
  const far = page.locator('.react-flow__node').filter({ hasText: 'Everybody recommends us' });
  await until(
    () => far.evaluate((node) => getComputedStyle(node.children[0] as Element).outlineStyle),
    'solid',
  );
  await page.keyboard.press('ArrowRight');
  await until(() => here(page), 'Customers stay');
  await page.keyboard.press(' ');
  await page
    .getByRole('treeitem', { name: /^Customers stay/, expanded: false })
    .filter({ hasText: /contributes to it, on track, .*2 folded away$/ })
    .and(page.locator(':focus'))
    .waitFor({ state: 'attached' });
  await page.getByRole('treeitem', { name: /^Know more/ }).waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowRight');
  await page.getByRole('treeitem', { name: /^Know more, supports it/ }).waitFor({ state: 'attached' });
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Customers stay' }).waitFor();
});

test('what is chosen says what its progress is made of, and the map narrows down to what is around it', async (t) => {
  const page = await open(t, `/cycles/${cycle}?view=map`);
  await drawn(page);
  await page.locator('.react-flow__node').filter({ hasText: 'Customers stay' }).click();
  const panel = page.getByRole('complementary', { name: 'Chosen on the map' });
  await panel.getByRole('row', { name: /Answers at once 40% 50\.0% 20\.0%/ }).waitFor();
  await panel.getByRole('row', { name: /^Progress 30\.0%/ }).waitFor();
  await panel.getByRole('button', { name: 'Only what is above and below' }).click();
  await page.waitForURL(/focus=/);
  await page.getByRole('treeitem', { name: /^On its own/ }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Show all' }).click();
  await page.getByRole('treeitem', { name: /^On its own.*orphan/ }).waitFor({ state: 'attached' });
  await page.keyboard.press('Escape');
});

test('KPIs join the map, a filter narrows it, an objective is found, and it is saved as a file', async (t) => {
  const page = await open(t, `/cycles/${cycle}?view=map`);
  await drawn(page);
  await page.getByRole('switch', { name: 'KPIs' }).check({ force: true });
  await page.waitForURL(/kpis=yes/);
  await page.getByRole('treeitem', { name: /^KPI CSAT, to be improved/ }).waitFor({ state: 'attached' });
  await page.getByText('improves the KPI').waitFor();
  await page.getByRole('combobox', { name: 'Find an objective on the map' }).fill('know');
  await page.getByRole('option', { name: 'Know more' }).click();
  await until(() => here(page), 'Know more');
  await page.getByRole('combobox', { name: 'Alignment' }).click();
  await page.getByRole('option', { name: /^Orphans \(1\)/ }).click();
  await page.waitForURL(/alignment=orphan/);
  await page.getByRole('treeitem', { name: /^Know more/ }).waitFor({ state: 'detached' });
  await page.locator('.react-flow__node').filter({ hasText: 'Know more' }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Save as…' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'SVG' }).click(),
  ]);
  const svg = await readFile(await file.path(), 'utf8');
  assert.match(svg, /On its own/);
  assert.doesNotMatch(svg, /var\(|Know more/);
});

test('the map has no axe violation with what is chosen beside it, and on a phone it is a list', async (t) => {
  const page = await open(t, `/cycles/${cycle}?view=map&kpis=yes`);
  await drawn(page);
  await page.getByRole('tree').locator('[tabindex="0"]').focus();
  await page.getByRole('complementary', { name: 'Chosen on the map' }).getByRole('table').waitFor();
  for (const scheme of ['light', 'dark'] as const) {
    await inScheme(page, scheme);
    assert.deepEqual(await violations(page), []);
  }
  await page.setViewportSize({ width: 390, height: 800 });
  await page.getByText('supports, does not count').waitFor();
  assert.equal(await overWidth(page), 0);
});

test('an admin writes the mission, renames a pillar and puts it first; a member reads it', async (t) => {
  const page = await open(t, '/strategy');
  await page.getByRole('button', { name: 'Write it' }).click();
  await page.getByRole('textbox', { name: 'Mission' }).fill('Whoever asks is answered.');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Whoever asks is answered.').waitFor();
  await page.getByRole('button', { name: 'Add a pillar' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Thrift');
  await page.getByRole('button', { name: 'Add it' }).click();
  await page.getByRole('heading', { name: 'Thrift' }).waitFor();
  await page.getByRole('button', { name: 'More for Thrift' }).click();
  await page.getByRole('menuitem', { name: 'Move up' }).click();
  await until(() => page.locator('main h2').first().textContent(), 'Thrift');
  await page.getByRole('button', { name: 'More for Service' }).click();
  await page.getByRole('menuitem', { name: 'Rename or describe …' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Good service');
  await page.getByRole('button', { name: 'Save' }).click();
  const service = page.getByRole('region', { name: 'Good service' });
  await service.getByRole('link', { name: 'Customers stay' }).waitFor();
  await service.getByText('2 more contribute to or support these.').waitFor();
  await page.getByText('1 KPI and 1 objective carry no pillar.').waitFor();
  const password = 'correct horse battery staple';
  const member = await makePerson(app, organisation, { name: 'Mo Member', password });
  const other = await open(t, '/strategy', { as: member });
  await other.getByRole('heading', { name: 'Good service' }).waitFor();
  // Who may change it is known once the page knows who is there.
  await other.getByText('Mo Member').first().waitFor();
  assert.equal(await other.getByRole('button', { name: 'Change the mission' }).count(), 0);
});
