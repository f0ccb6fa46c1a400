import assert from 'node:assert/strict';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { makeObjective, makeQuarter } from '../make-okr.ts';
import { served } from './served.ts';

const { app, organisation, person, open } = await served('admin');
const cycle = await makeQuarter(app, organisation);
const top = await makeObjective(app, person, cycle, { title: 'Customers stay' });
// More than a map begins with.
for (let family = 0; family < 7; family += 1) {
  const parents = [{ objective: top.id }];
  const { id } = await makeObjective(app, person, cycle, { title: `Family ${family}`, parents });
  for (let at = 0; at < 6; at += 1)
    await makeObjective(app, person, cycle, { title: `Member ${family}${at}`, parents: [{ objective: id }] });
}
const objectives = 1 + 7 + 7 * 6;

const address = `/cycles/${cycle}?view=map`;
const cards = (page: Page) => page.locator('.react-flow__node');
const heard = (page: Page, name: RegExp) => page.getByRole('treeitem', { name });
const drawing = (page: Page) =>
  page.locator('.react-flow__viewport').evaluate((element) => (element as HTMLElement).style.transform);

async function whole(page: Page): Promise<void> {
  await cards(page).first().waitFor();
  await page.getByRole('button', { name: 'Unfold all' }).click();
  await heard(page, /^Member 65/).waitFor({ state: 'attached' });
}

test('a large map is heard whole, but only what is in sight is in the page; from afar nothing but shapes', async (t) => {
  const page = await open(t, address);
  await cards(page).first().waitFor();
  await heard(page, /^Family 3.*6 folded away$/).waitFor({ state: 'attached' });
  await whole(page);
  assert.equal(await page.getByRole('treeitem').count(), objectives);
  const near = await cards(page).count();
  assert.ok(near > 0 && near < objectives, `${near} cards are in the page`);
  await page.getByTitle('All of it (0)').click();
  await cards(page).first().waitFor({ state: 'detached' });
  const marked = await page
    .locator('path[marker-mid]')
    .evaluateAll((paths) => paths.map((path) => (path.getAttribute('d') ?? '').split(/[ML]/).length - 1));
  assert.equal(
    marked.reduce((sum, corners) => sum + corners, 0),
    objectives,
  );
});

test('an objective is found, and the map is moved to where it can be read', async (t) => {
  const page = await open(t, address);
  await cards(page).first().waitFor();
  await page.getByRole('combobox', { name: 'Find an objective on the map' }).fill('Member 6');
  await page.getByRole('option', { name: /^Member 64/ }).click();
  await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('Member 64'));
  await cards(page).filter({ hasText: 'Member 64' }).waitFor();
});

test('keys make the map smaller and whole, the next step makes it readable, and it is found again as it was left', async (t) => {
  const page = await open(t, address);
  await whole(page);
  await page.getByRole('tree').locator('[tabindex="0"]').focus();
  const first = await drawing(page);
  await page.keyboard.press('-');
  await page.waitForFunction(
    (before) => document.querySelector<HTMLElement>('.react-flow__viewport')?.style.transform !== before,
    first,
  );
  await page.keyboard.press('0');
  await cards(page).first().waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowRight');
  await cards(page).filter({ hasText: 'Family' }).first().waitFor();
  const [words, left] = [await page.evaluate(() => document.activeElement?.textContent), await drawing(page)];
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: /^Family/ }).waitFor();
  await page.goBack();
  await page.waitForFunction((before) => document.activeElement?.textContent === before, words);
  assert.equal(await page.getByRole('treeitem').count(), objectives);
  assert.equal(await drawing(page), left);
});
