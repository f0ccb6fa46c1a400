import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import type { Page } from 'playwright-core';
import { makeKpi, makeObjective, makeQuarter, moves } from '../make-okr.ts';
import { served } from './served.ts';
import { untilIt } from './until.ts';
import { isStill, violations } from './violations.ts';

const { app, organisation, person, open } = await served();
const call = app.as(person);
const values = [5, 7, 4, 6, 5, 8, 6, 4, 7, 5, 6, 25.5];
await makeKpi(app, person, {
  key: 'alpha',
  name: '=HYPERLINK("alpha")',
  labels: ['north'],
  from: '2025-03-01',
  values,
});
await makeKpi(app, person, {
  key: 'beta',
  name: 'Beta, the second',
  labels: ['south'],
  from: '2025-03-01',
  values: [-3, -2],
});
await call('thresholds.record', { kpi: 'alpha', from: '2025-01-01', floor: 6 });
await call('annotations.create', { kpi: 'alpha', from: '2025-06', note: 'A <new> way & another' });
const cycle = await makeQuarter(app, organisation);
const objective = await makeObjective(app, person, cycle, {
  title: 'Customers stay',
  keyResults: [moves('Answers at once'), moves('Alpha rises', { kpi: 'alpha' })],
});
await app.as(organisation.admin)('cycles.activate', { cycle });
for (const confidence of [4, 7]) {
  const report = { kind: 'value', value: 10 * confidence } as const;
  await call('checkIns.record', { keyResult: objective.keyResults[0]!, confidence, report });
}

/** Chooses a format of a "Save as…" by the keyboard alone; the file's name and content. */
async function saved(page: Page, of: string, format: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: `Save as… ${of}` }).press('ArrowDown');
  const focused = page.locator('[role=menuitem]:focus');
  const item = focused.and(page.getByRole('menuitem', { name: new RegExp(`^${format}\\b(?!,)`) }));
  // The opened menu takes the focus; before that a key would be the button's.
  await focused.waitFor();
  for (let presses = 0; presses < 6 && (await item.count()) === 0; presses += 1) {
    const before = await focused.textContent();
    await page.keyboard.press('ArrowDown');
    await untilIt(
      () => focused.textContent(),
      (text) => text !== before,
      'the focus goes on',
    );
  }
  const [download] = await Promise.all([page.waitForEvent('download'), item.press('Enter')]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

async function savedAs(page: Page, of: string, format: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: `Save as… ${of}` }).press('ArrowDown');
  const item = page.getByRole('menuitem', { name: new RegExp(`^${format}`) });
  const [download] = await Promise.all([page.waitForEvent('download'), item.click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const textOf = ({ bytes }: { bytes: Buffer }) => bytes.toString('utf8');

test('the panel is saved as it is filtered and sorted, with numbers as numbers and no formula that would run', async (t) => {
  const page = await open(t, '/?sort=-name');
  const file = await saved(page, 'the panel', 'CSV');
  assert.match(file.name, /^panel-\d{4}-\d\d-\d\d\.csv$/);
  const lines = textOf(file).split('\r\n');
  assert.ok(lines[0]!.startsWith('\uFEFFkey,name,'));
  assert.deepEqual(
    lines.slice(1, 3).map((line) => line.slice(0, 24)),
    ['beta,"Beta, the second",', `alpha,"'=HYPERLINK(""alpha`.slice(0, 24)],
  );
  assert.match(lines[1]!, /,2025-04,-2,/);
  await page.goto(new URL('/?label=north&group=label', page.url()).href);
  const narrowed = await saved(page, 'the panel', 'CSV');
  assert.match(narrowed.name, /^panel-north-by-label-/);
  assert.equal(textOf(narrowed).split('\r\n').length, 3);
  assert.ok(textOf(narrowed).includes('\r\nnorth,alpha,'));
});

test('gaps, readings and a cycle are saved as tables', async (t) => {
  const page = await open(t, '/gaps');
  assert.match(textOf(await saved(page, 'the gaps', 'CSV')), /\r\n.*,alpha,/);
  await page.goto(new URL('/kpis/beta', page.url()).href);
  const readings = await saved(page, 'the readings of Beta', 'CSV');
  assert.match(readings.name, /^beta-readings-/);
  assert.deepEqual(
    textOf(readings)
      .split('\r\n')
      .map((line) => line.split(',').slice(0, 3).join()),
    ['\uFEFFkpi,period,value', 'beta,2025-03,-3', 'beta,2025-04,-2', ''],
  );
  await page.goto(new URL('/fitness', page.url()).href);
  assert.match(textOf(await saved(page, 'what to mend', 'CSV')), /\r\nbeta,"Beta, the second",/);
  await page.goto(new URL(`/cycles/${cycle}`, page.url()).href);
  assert.match(textOf(await saved(page, 'the cycle', 'CSV')), /Customers stay,.*,Answers at once,/);
});

test('the tree of a cycle is saved as a drawing', async (t) => {
  const page = await open(t, `/cycles/${cycle}`);
  const file = await saved(page, 'the cycle', 'SVG');
  assert.match(file.name, /^okrs-.*\.svg$/);
  assert.match(textOf(file), />Customers stay</);
  assert.equal((await saved(page, 'the cycle', 'PNG')).bytes.readUInt32BE(16), 1800);
});

test('the panel and the gaps are saved as drawings with their sparklines, in the colours of the page', async (t) => {
  const page = await open(t, '/?group=label', { colorScheme: 'dark' });
  const file = await saved(page, 'the panel', 'SVG');
  assert.match(file.name, /^panel-by-label-.*\.svg$/);
  const svg = textOf(file);
  assert.doesNotMatch(svg, /var\(|class=| style=|href=/);
  assert.ok(
    svg.includes('>north (1)<') && svg.includes('>Beta, the second<') && svg.includes('fill="#131416"'),
  );
  assert.equal((await saved(page, 'the panel', 'PNG')).bytes.subarray(1, 4).toString(), 'PNG');
  await page.goto(new URL('/gaps', page.url()).href);
  assert.match(textOf(await saved(page, 'the gaps', 'SVG')), />=HYPERLINK\("alpha"\)</);
});

test('beside its chart a KPI gives its sparkline, and a key result the course of its confidence', async (t) => {
  const page = await open(t, '/kpis/alpha');
  const small = await savedAs(page, 'the chart of', 'SVG, sparkline');
  assert.match(small.name, /^hyperlink-alpha-sparkline-/);
  assert.ok(
    textOf(small).includes('width="132" height="26"') && textOf(small).includes('stroke-width="1.25"'),
  );
  await page.goto(new URL(`/objectives/${objective.id}`, page.url()).href);
  const course = await savedAs(page, 'the chart of Answers at once', 'SVG, confidence');
  assert.match(course.name, /^answers-at-once-confidence-/);
  assert.deepEqual(
    [...textOf(course).matchAll(/text-anchor="middle"[^>]*>(\d+)</g)].map(([, text]) => text),
    ['4', '7'],
  );
});

test('the target of a key result is saved from its dialog, which stays when Escape closes the menu', async (t) => {
  const page = await open(t, `/objectives/${objective.id}`);
  const section = page.getByRole('article', { name: 'Alpha rises' });
  await section.locator('header [aria-haspopup=menu]').click();
  await page.getByRole('menuitem', { name: 'Change …' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Save as…/ }).press('ArrowDown');
  await dialog.getByRole('menuitem', { name: /^SVG\b(?!,)/ }).press('Escape');
  await dialog.getByRole('menuitem').first().waitFor({ state: 'detached' });
  assert.equal(await dialog.isVisible(), true);
  const file = await savedAs(page, 'the chart of =HYPERLINK("alpha"), the target', 'SVG');
  assert.match(textOf(file), /Target 100/);
});

test('a chart is saved as an SVG that needs nothing else, and in the dark in light colours too', async (t) => {
  const page = await open(t, '/kpis/alpha', { colorScheme: 'dark' });
  const file = await saved(page, 'the chart of', 'SVG');
  assert.match(file.name, /^hyperlink-alpha-\d{4}-\d\d-\d\d\.svg$/);
  const svg = textOf(file);
  assert.doesNotMatch(svg, /var\(|class=| style=|href=|rgb\(/);
  assert.ok(svg.includes('<title>=HYPERLINK("alpha")</title>') && svg.includes('A &lt;new> way') === false);
  assert.ok(svg.includes('A &lt;new&gt; way &amp; another'));
  assert.ok(svg.includes('fill="#131416"') && (svg.match(/<circle/g)?.length ?? 0) >= 10);
  await page.getByRole('button', { name: 'Save as… the chart of' }).press('ArrowDown');
  const [light] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'SVG, light' }).click(),
  ]);
  const lightSvg = readFileSync(await light.path(), 'utf8');
  assert.ok(lightSvg.includes('fill="#fbfbfa"') && !lightSvg.includes('#131416'));
  // What a browser makes of the file by itself, without the page around it.
  const alone = await page.context().newPage();
  await alone.setContent(lightSvg);
  const box = await alone.locator('svg svg').first().boundingBox();
  assert.ok(box && box.width > 300 && box.height > 200);
});

test('a chart is saved as a PNG that is twice as sharp as the page', async (t) => {
  const page = await open(t, '/kpis/alpha');
  const svg = page.locator('figure svg').first();
  await svg.waitFor();
  // All that makes the page long, and with a scroll bar the chart narrower, is there.
  await isStill(page);
  const chart = (await svg.boundingBox())!;
  const { bytes, name } = await saved(page, 'the chart of', 'PNG');
  assert.match(name, /\.png$/);
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
  const width = bytes.readUInt32BE(16);
  assert.equal(width, 2 * (Math.round(chart.width) + 40));
});

test('the opened menu has no axe violation, and Escape gives the focus back', async (t) => {
  const page = await open(t, '/kpis/alpha');
  const button = page.getByRole('button', { name: 'Save as… the chart of' });
  await button.press('Enter');
  await page.getByRole('menuitem', { name: /^PNG\b(?!,)/ }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  await page.getByRole('menuitem').first().waitFor({ state: 'detached' });
  await button.and(page.locator(':focus')).waitFor();
});
