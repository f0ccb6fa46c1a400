import assert from 'node:assert/strict';
import test from 'node:test';
import { makeKpi } from '../make-okr.ts';
import { served } from './served.ts';
import { until, untilIt } from './until.ts';

const { app, person, open } = await served();
await makeKpi(app, person, { from: '2024-07-01', values: [4, 5, 4, 4, 5, 4, 5, 5, 4, 4, 5, 4, 5] });
const many = 1_500;

// Straight into the tables: what is looked at is the page, and 1,500 calls would take longer than all of it.
await app.database.owner.query(
  `insert into kpi (organisation, id, key, name, unit, decimals, direction, cadence, adds_up, owner, labels, created_at)
   select organisation, gen_random_uuid(), 'kpi-' || n, 'Indicator ' || lpad(n::text, 4, '0'), unit, decimals, direction, cadence, adds_up, owner,
     array[case when n % 2 = 0 then 'even' else 'odd' end], created_at
   from kpi, generate_series(1, ${many - 1}) n where key = 'csat'`,
);
await app.database.owner.query(
  `insert into kpi_state
   select (jsonb_populate_record(s, jsonb_build_object('kpi', k.id))).* from kpi_state s join kpi o on o.id = s.kpi and o.key = 'csat', kpi k where k.key like 'kpi-%'`,
);

test('a large panel draws the rows in sight, says how many there are, and is walked to its end by keys', async (t) => {
  const page = await open(t, '/');
  const rows = page.locator('tr[data-row]');
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('tr')?.getAttribute('data-row') ?? null);
  await rows.first().waitFor();
  assert.ok((await rows.count()) < 100);
  const table = page.getByRole('table', { name: 'KPIs' });
  await until(() => table.getAttribute('aria-rowcount'), `${many + 1}`);
  await until(() => rows.first().getAttribute('aria-rowindex'), '2');

  await page.keyboard.press('j');
  for (let step = 0; step < 60; step += 1) await page.keyboard.press('ArrowDown');
  await until(focused, '60');
  await page.keyboard.press('End');
  await until(focused, `${many - 1}`);
  assert.ok((await rows.count()) < 100);

  // Scrolled out of sight, the row and the focus on it are gone; keys go on from where they were.
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.locator('tr[data-row="0"]').waitFor();
  await until(focused, null);
  await page.keyboard.press('k');
  await until(focused, `${many - 2}`);
});

test('columns stand still while rows come and go, and heads of groups are counted as lines', async (t) => {
  const page = await open(t, '/?group=label');
  const rows = page.locator('tr[data-row]');
  const first = () => rows.first().getAttribute('data-row');
  await rows.first().waitFor();
  const table = page.getByRole('table', { name: 'KPIs' });
  await until(() => table.getAttribute('aria-rowcount'), `${many + 1 + 3}`);
  const edges = () =>
    page
      .locator('thead th')
      .evaluateAll((heads) => heads.map((head) => Math.round(head.getBoundingClientRect().left)));
  const before = await edges();
  for (const y of [9_000, 20_000, 40_000]) {
    await page.evaluate((to) => window.scrollTo(0, to), y);
    // Rows are some 36 px high, and twelve are drawn beyond what is in sight.
    await untilIt(
      first,
      (row) => y / 45 < Number(row) && Number(row) < y / 30,
      `the rows at ${y} px are drawn`,
    );
    assert.deepEqual(await edges(), before);
  }
});

test('on paper every row is there, and afterwards only those in sight', async (t) => {
  const page = await open(t, '/');
  const rows = page.locator('tr[data-row]');
  await rows.first().waitFor();
  const printed = await page.evaluate(() => {
    window.dispatchEvent(new Event('beforeprint'));
    return document.querySelectorAll('tr[data-row]').length;
  });
  assert.equal(printed, many);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.waitForFunction(() => document.querySelectorAll('tr[data-row]').length < 100);
});

test('who opens the search of the browser is told what it cannot find', async (t) => {
  const page = await open(t, '/');
  await page.locator('tr[data-row]').first().waitFor();
  await page.keyboard.press('ControlOrMeta+f');
  await page.getByText('finds only the rows in sight').waitFor();
});
