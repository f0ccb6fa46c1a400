import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { tokens } from '#web/tokens.ts';
import { makeKpi, makeObjective, makeQuarter, makeReadings, moves } from '../make-okr.ts';
import { pdfPages, squeezed } from '../pdf-text.ts';
import { served } from './served.ts';
import { until, untilIt } from './until.ts';

const { app, organisation, person, open } = await served('admin');
const call = app.as(person);

const january = '2026-01-02T09:00:00.000Z';

async function closedQuarter() {
  app.clock.now = january;
  const cycle = await makeQuarter(app, organisation);
  const weekly = { cadence: 'weekly', from: '2025-01-01' } as const;
  const quiet = Array.from({ length: 52 }, (_, index) => 50 + [0, 2, -1, 1, -2][index % 5]!);
  const calls = await makeKpi(app, person, {
    key: 'calls',
    name: 'Calls answered',
    ...weekly,
    values: quiet,
  });
  const quality = await makeKpi(app, person, { key: 'quality', name: 'Quality of answers' });
  await call('thresholds.record', { kpi: quality, from: '2025-01-01', floor: 95 });
  const { keyResults } = await makeObjective(app, person, cycle, {
    ...{ title: 'Callers are heard', owner: person.id },
    keyResults: [
      {
        ...{ title: 'Calls answered from 50 to 70', kpi: calls, guardrails: [quality] },
        measure: { kind: 'move', baseline: 50, target: 70 },
      },
      ...Array.from({ length: 14 }, (_, index) => moves(`Shop ${index + 1} answers by itself`)),
    ],
  });
  await call('cycles.activate', { cycle });
  app.clock.now = '2026-02-10T09:00:00.000Z';
  await call('keyResults.change', {
    ...{ keyResult: keyResults[0]!, reason: 'the line was closed for a month' },
    measure: { kind: 'move', baseline: 50, target: 65 },
  });
  app.clock.now = '2026-03-30T09:00:00.000Z';
  await call('checkIns.recordMany', {
    checkIns: keyResults.map((keyResult, index) => ({
      ...{ keyResult, confidence: 7 },
      ...(index > 0 && { report: { kind: 'value' as const, value: index * 7 } }),
    })),
  });
  app.clock.now = '2026-04-02T09:00:00.000Z';
  await makeReadings(app, person, calls, {
    cadence: 'weekly',
    from: '2025-12-31',
    values: Array(13).fill(62),
  });
  await makeReadings(app, person, quality, { from: '2025-12-01', values: [98, 97, 93, 96] });
  return { cycle, keyResults };
}

test('the report of a cycle is printed: interim, then as it was closed, with every part and no blank page', async (t) => {
  const { cycle, keyResults } = await closedQuarter();
  const page = await open(t, `/cycles/${cycle}/report`);
  await page.getByRole('heading', { name: '2026 Q1: interim report' }).waitFor();

  await call('cycles.startGrading', { cycle });
  for (const [index, keyResult] of keyResults.entries())
    await call('grades.record', {
      ...{ keyResult, score: index === 0 ? 0.8 : 1, reason: 'seen in the shops' },
      ...{ fate: 'drop', lesson: `Lesson ${index}: ask who calls.` },
    });
  await call('cycles.close', { cycle });
  await page.reload();
  await page.getByRole('heading', { name: '2026 Q1: report' }).waitFor();
  await page.getByRole('heading', { name: 'KPIs of these goals' }).waitFor();
  await page.getByRole('main').getByText('Paula Present').first().waitFor();
  for (const format of ['A4', 'Letter'] as const) {
    const pages = pdfPages(await page.pdf({ format }));
    const text = pages.join('');
    for (const part of [
      '2026 Q1: report',
      (await call('organisations.find', {})).name,
      'Closed on 2 Apr 2026',
      'Callers are heard',
      'Calls answered from 50 to 70',
      'yes, improvement',
      'Lesson 14: ask who calls.',
      'Quality of answers: 93.00 in February 2026, floor 95.00',
      'by the promise as it was frozen it would be 0.60',
      '70.00 → 65.00',
      'the line was closed for a month',
      'Paula Present',
      'Calibration of confidence',
      `${pages.length} / ${pages.length}`,
    ])
      assert.ok(text.includes(squeezed(part)), `${format}: ${part} is missing in\n${text}`);
    assert.doesNotMatch(text, /Skiptocontent|Search|Settings|PrintorsaveasPDF/);
    assert.ok(pages.length >= 2, `${pages.length} pages`);
    for (const [at, each] of pages.entries())
      assert.ok(each.length > 60, `page ${at + 1} of ${pages.length} on ${format} has only “${each}”`);
  }
});

test('on paper the colours are those of the light theme, and the screen keeps its own', async (t) => {
  const [cycle] = await call('cycles.list', {});
  const page = await open(t, `/cycles/${cycle!.id}/report`, { colorScheme: 'dark' });
  await page.getByRole('heading', { name: 'KPIs of these goals' }).waitFor();
  await page.evaluate(() => {
    const seen = window as unknown as { inkOnPaper: string };
    window.addEventListener('beforeprint', () => {
      seen.inkOnPaper = getComputedStyle(document.documentElement).getPropertyValue('--ink');
    });
  });
  await page.pdf();
  assert.equal(
    await page.evaluate(() => (window as unknown as { inkOnPaper: string }).inkOnPaper),
    tokens.ink[0],
  );
  await until(
    () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--ink')),
    tokens.ink[1],
  );
});

test('the calibration page says how often a confidence came true', async (t) => {
  const page = await open(t, '/calibration');
  await page.getByRole('heading', { name: 'Everybody' }).waitFor();
  const row = page.getByRole('row', { name: /Paula Present/ });
  await row.getByText('under-confident').waitFor();
  await row.getByRole('button', { name: 'Paula Present' }).click();
  await page.getByRole('heading', { name: 'Paula Present' }).waitFor();
  await untilIt(
    () => page.locator('figure svg').first().getAttribute('aria-label'),
    (label) => /7: 14 of 15 came true/.test(label ?? ''),
    'the chart says how often a confidence of 7 came true',
  );

  await page.getByRole('button', { name: 'Save as… the chart of Confidence of Paula Present' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'SVG' }).click(),
  ]);
  const svg = readFileSync(await download.path(), 'utf8');
  assert.match(svg, /perfectly calibrated/);
});
