import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { makeTeam } from '../make.ts';
import { makeKpi, makeObjective, makeQuarter, moves } from '../make-okr.ts';
import { served } from './served.ts';
import { inScheme, violations } from './violations.ts';

const { app, organisation, person, open, address } = await served('admin');
const call = app.as(person);

app.clock.now = '2026-01-02T09:00:00.000Z';
const values = [4, 5, 4, 4, 5, 4, 5, 5, 4, 4, 5, 4, 5, 4, 5, 4, 4, 1];
const kpi = await makeKpi(app, person, { from: '2024-07-01', values });
await call('thresholds.record', { kpi, from: '2024-07-01', floor: 4.6, desired: 5 });
await call('strategy.change', { mission: 'Everybody is answered.' });
await call('kpis.change', { kpi, pillar: 'Service' });
await call('annotations.create', { kpi, from: '2025-03', note: 'A new way of asking' });
const cycle = await makeQuarter(app, organisation);
const objective = await makeObjective(app, person, cycle, {
  title: 'Customers stay',
  keyResults: [
    { title: 'Satisfaction', kpi, measure: { kind: 'move', baseline: 4.4, target: 5 } },
    moves('Answers at once'),
  ],
});
await call('cycles.activate', { cycle });
app.clock.now = '2026-03-04T12:00:00.000Z';
const report = { kind: 'value', value: 40 } as const;
await call('checkIns.record', { keyResult: objective.keyResults[1]!, confidence: 4, report });
const tracker = { kind: 'gitlab', address: 'https://gitlab.com', accessToken: 'read' } as const;
await call('trackers.create', tracker);
const issue = 'https://gitlab.com/acme/desk/-/issues/3';
for (const more of [{ link: issue, due: '2026-03-01' }, { state: 'done' as const }])
  await call('initiatives.create', { keyResult: objective.keyResults[1]!, title: 'A second shift', ...more });
const team = await makeTeam(app, organisation, { name: 'Support' });
const invitation = await call('invitations.create', {
  email: 'new@example.org',
  name: 'Nia New',
  role: 'member',
});
const link = new URL(invitation.link, address).pathname;

/** An address of each route, and who looks at it. */
const addresses: Record<string, string> = {
  '/': '/?group=team',
  '/kpis/new': '/kpis/new',
  '/kpis/$kpi': '/kpis/csat',
  '/kpis/$kpi/edit': '/kpis/csat/edit',
  '/kpis/$kpi/source': '/kpis/csat/source',
  '/settings/connectors': '/settings/connectors',
  '/settings/trackers': '/settings/trackers',
  '/kpis/$kpi/drivers': '/kpis/csat/drivers',
  '/strategy': '/strategy',
  '/gaps': '/gaps',
  '/fitness': '/fitness',
  '/cycles': '/cycles',
  '/okrs/import': '/okrs/import',
  '/cycles/$cycle': `/cycles/${cycle}`,
  '/cycles/$cycle/plan': `/cycles/${cycle}/plan`,
  '/templates': '/templates?open=support-soon',
  '/coach': `/coach?cycle=${cycle}`,
  '/objectives/new': `/objectives/new?cycle=${cycle}`,
  '/objectives/$objective': `/objectives/${objective.id}`,
  '/guide': '/guide?sentence=Maintain+98%25+uptime',
  '/calibration': '/calibration',
  '/cycles/$cycle/report': `/cycles/${cycle}/report`,
  '/check-in': '/check-in',
  '/grade': `/grade?cycle=${cycle}`,
  '/import': '/import',
  '/people': '/people',
  '/people/$person': `/people/${person.id}`,
  '/teams/$team': `/teams/${team}`,
  '/settings': '/settings',
  '/tokens': '/tokens',
  '/account': '/account',
  '/audit': '/audit',
  '/wallboard': '/wallboard?group=team',
  '/sign-in': '/sign-in',
  '/welcome': '/welcome',
  '/invitations/$invitation': link,
};

async function inBothThemes(t: TestContext, page: Page, path: string): Promise<void> {
  await page.goto(address + path);
  for (const scheme of ['light', 'dark'] as const) {
    await t.test(`${path} in the ${scheme} theme`, async () => {
      await inScheme(page, scheme);
      assert.deepEqual(await violations(page), []);
    });
  }
}

test('every route of the web is looked at', () => {
  const table = readFileSync(new URL('../../src/web/routes.tsx', import.meta.url), 'utf8');
  const routes = [...table.matchAll(/\b(?:inside|outside)\('([^']+)'/g)].map(([, path]) => path);
  assert.ok(routes.length > 20, `only ${routes.length} routes were found`);
  assert.deepEqual(Object.keys(addresses).sort(), routes.sort());
});

test('no page has an axe violation in either theme', async (t) => {
  const page = await open(t, '/');
  for (const path of Object.values(addresses)) await inBothThemes(t, page, path);
  await inBothThemes(t, page, '/no/such/page');
});

test('what opens over a page has no axe violation', async (t) => {
  const page = await open(t, '/kpis/csat');
  const opened = page.getByRole('dialog');
  await page.getByRole('button', { name: 'why?' }).first().click();
  await opened.waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  await opened.waitFor({ state: 'detached' });
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('textbox', { name: 'Search, or go to' }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press('Escape');
  await opened.waitFor({ state: 'detached' });
  await page.locator('main').press('?');
  await opened.waitFor();
  assert.deepEqual(await violations(page), []);
});
