import assert from 'node:assert/strict';
import test from 'node:test';
import { makeKpi, makeObjective, makeQuarter, moves } from '../make-okr.ts';
import { served } from './served.ts';
import { until } from './until.ts';
import { inScheme, overWidth, violations } from './violations.ts';

const { app, organisation, person, open, address } = await served('admin');
const call = app.as(person);

app.clock.now = '2025-10-02T09:00:00.000Z';
const past = await makeQuarter(app, organisation);
const old = await makeObjective(app, person, past, { title: 'Old', keyResults: [moves('Was moved')] });
await call('cycles.activate', { cycle: past });
app.clock.now = '2026-01-01T09:00:00.000Z';
await call('cycles.startGrading', { cycle: past });
app.clock.now = '2026-01-02T09:00:00.000Z';
const cycle = await makeQuarter(app, organisation);
const kpi = await makeKpi(app, person, {
  from: '2024-07-01',
  values: [4, 5, 4, 4, 5, 4, 5, 5, 4, 4, 5, 4, 5],
});
const top = await makeObjective(app, person, cycle, { title: 'Customers stay', keyResults: [moves()] });
const child = await makeObjective(app, person, cycle, {
  title: 'Answer at once',
  why: 'Waiting is what people remember.',
  parents: [{ objective: top.id, kind: 'contributes to' }],
  privateTo: { people: [], teams: [] },
  keyResults: [
    { title: 'Satisfaction', kpi, measure: { kind: 'move', baseline: 4, target: 5 }, guardrails: [kpi] },
    { title: 'Held', measure: { kind: 'hold', bound: 'at least', level: 4, run: 3, cadence: 'monthly' } },
    { title: 'On time', measure: { kind: 'hit rate', planned: 13, cadence: 'weekly' } },
    { title: 'Desk', measure: { kind: 'milestones', steps: [{ id: 'a', title: 'Hire', weight: 1 }] } },
    { title: 'Live', measure: { kind: 'done' } },
  ],
});
await makeObjective(app, person, cycle, {
  title: 'Know more',
  commitment: 'learning',
  parents: [{ objective: top.id, kind: 'supports' }],
});
await call('cycles.activate', { cycle });
app.clock.now = '2026-03-04T12:00:00.000Z';
const report = { kind: 'value', value: 40 } as const;
await call('checkIns.record', { keyResult: top.keyResults[0]!, confidence: 4, report, blocks: 'Time' });

const addresses = {
  'the list of cycles': '/cycles',
  'a cycle': `/cycles/${cycle}`,
  'a cycle by key result': `/cycles/${cycle}?view=key-results`,
  'a cycle as a tree': `/cycles/${cycle}?view=tree`,
  'a cycle that is graded': `/cycles/${past}`,
  'a new objective': `/objectives/new?cycle=${cycle}&parent=${top.id}`,
  'an objective': `/objectives/${child.id}`,
  'an objective that is graded': `/objectives/${old.id}`,
  'the check-in': '/check-in',
  'a key result at its grading': `/grade?cycle=${past}`,
  'the result of a cycle': `/grade?cycle=${cycle}`,
};

for (const [name, path] of Object.entries(addresses)) {
  test(`${name} has no axe violation in either theme`, async (t) => {
    const page = await open(t, path, { colorScheme: 'light' });
    assert.deepEqual(await violations(page), []);
    await inScheme(page, 'dark');
    assert.deepEqual(await violations(page), []);
  });
}

test('no page of OKRs is wider than a phone', async (t) => {
  const page = await open(t, '/cycles', { viewport: { width: 390, height: 800 } });
  const wide: string[] = [];
  for (const path of Object.values(addresses)) {
    await page.goto(address + path);
    const over = await overWidth(page);
    if (over > 0) wide.push(`${path} by ${over} px`);
  }
  assert.deepEqual(wide, []);
});

test('the address keeps how a cycle is looked at', async (t) => {
  const page = await open(t, `/cycles/${cycle}?view=tree`);
  await page.getByText('supports, does not count').waitFor();
  await page.getByRole('radiogroup', { name: 'Show' }).getByText('Objectives').click();
  await page.getByRole('button', { name: 'Progress' }).click();
  await page.getByRole('combobox', { name: 'Health' }).click();
  await page.getByRole('option', { name: 'Outdated' }).click();
  await page.waitForURL(/health=outdated/);
  await until(() => new URL(page.url()).search, '?sort=progress&health=outdated');
  await page.reload();
  await page.getByRole('columnheader', { name: 'Progress' }).and(page.locator('[aria-sort]')).waitFor();
  await until(() => page.getByRole('rowheader').allInnerTexts(), ['Answer at once\nprivate']);
});
