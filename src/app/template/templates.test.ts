import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Input } from '#contract/index.ts';
import { type TestApp, testApp } from '../../../test/app.ts';
import { makeOrganisation } from '../../../test/make.ts';
import { makeKpi, makeQuarter } from '../../../test/make-okr.ts';

const minutes = { kind: 'duration', unit: 'minutes' } as const;
const app = await testApp(undefined, { now: '2026-01-05T09:00:00.000Z' });

async function made(at: TestApp = app) {
  const acme = await makeOrganisation(at);
  const mia = at.as(acme.member);
  const cycle = await makeQuarter(at, acme);
  const use = (more: Partial<Input<'templates.use'>> = {}) =>
    mia('templates.use', { template: 'support-soon', cycle, ...more });
  return { acme, mia, cycle, use };
}

const stands = [
  { kpi: 'first-response', baseline: 300 },
  { kpi: 'ticket-backlog', baseline: 60, target: 10 },
  { kpi: 'support-satisfaction', level: 4.4 },
];

test('the library is listed by function, and searched by words', async () => {
  const { mia } = await made();
  const all = await mia('templates.list', {});
  assert.equal(all.functions.length, 16);
  assert.equal(
    all.objectives.length,
    all.functions.reduce((sum, each) => sum + each.objectives, 0),
  );
  assert.equal(
    all.kpis.length,
    all.functions.reduce((sum, each) => sum + each.kpis, 0),
  );
  const sales = await mia('templates.list', { function: 'sales' });
  assert.ok(sales.objectives.every((each) => each.function === 'sales') && sales.kpis.length > 0);
  assert.equal(sales.functions.length, 16, 'all functions, to choose another');
  const found = await mia('templates.list', { search: 'FIRST response' });
  assert.deepEqual(
    found.kpis.map(({ key }) => key),
    ['first-response'],
  );
  assert.deepEqual(
    found.objectives.map(({ key }) => key),
    ['support-soon'],
  );
  assert.deepEqual((await mia('templates.list', { search: 'nobody says this' })).objectives, []);
  await assert.rejects(mia('templates.list', { function: 'magic' }), {
    code: 'not_found',
    field: 'function',
  });
});

test('a template shows its key results with the KPIs that feed and guard them', async () => {
  const { mia } = await made();
  const template = await mia('templates.find', { template: 'support-soon' });
  assert.deepEqual(
    [template.keyResults[0]!.title, template.keyResults[0]!.kpi, template.keyResults[0]!.guardrails],
    ['Cut the time to first response from 240 to 45 minutes', 'first-response', ['reopened-tickets']],
  );
  assert.deepEqual(
    template.kpis.map(({ key }) => key),
    ['first-response', 'ticket-backlog', 'support-satisfaction', 'reopened-tickets', 'rating-response'],
  );
  await assert.rejects(mia('templates.find', { template: 'nothing' }), { code: 'not_found' });
  await assert.rejects(mia('templates.findKpi', { template: 'nothing' }), { code: 'not_found' });
  assert.equal((await mia('templates.findKpi', { template: 'win-rate' })).function, 'sales');
});

test('a template that is used makes the objective, its key results and the KPIs that they need', async () => {
  const { acme, mia, use } = await made();
  const answer = await use({ keyResults: stands });
  const objective = await mia('objectives.find', { objective: answer.objective });
  assert.deepEqual(
    [objective.title, objective.commitment, objective.owner, objective.state],
    ['Customers get an answer while they still care', 'aspirational', acme.member.id, 'draft'],
  );
  assert.deepEqual(
    objective.keyResults.map(({ title, measure, kpi, guardrails }) => ({
      ...{ title, measure, kpi: kpi?.key, guards: guardrails.map(({ key }) => key) },
    })),
    [
      {
        title: 'Cut the time to first response from 300 to 56 minutes',
        measure: { kind: 'move', baseline: 300, target: 56 },
        ...{ kpi: 'first-response', guards: ['reopened-tickets'] },
      },
      {
        title: 'Reduce tickets older than three days from 60 to 10',
        measure: { kind: 'move', baseline: 60, target: 10 },
        ...{ kpi: 'ticket-backlog', guards: ['reopened-tickets'] },
      },
      {
        title: 'Reach a satisfaction of 4.4 or better in 6 weeks in a row',
        measure: { kind: 'hold', bound: 'at least', level: 4.4, run: 6, cadence: 'weekly' },
        ...{ kpi: 'support-satisfaction', guards: ['rating-response'] },
      },
    ],
  );
  assert.deepEqual(
    answer.keyResults,
    objective.keyResults.map(({ id }) => id),
  );
  assert.ok(answer.kpis.length === 5 && answer.kpis.every((each) => each.made));
  const kpi = await mia('kpis.find', { kpi: 'first-response' });
  assert.deepEqual(
    [kpi.name, kpi.unit, kpi.direction, kpi.cadence, kpi.role, kpi.labels, kpi.owner],
    ['Time to first response', minutes, 'lower', 'weekly', 'input', ['support'], acme.member.id],
  );
  const reopened = answer.kpis.find(({ template }) => template === 'reopened-tickets')!;
  assert.ok(kpi.counterMetrics.includes(reopened.id));
});

test('a KPI that is there is linked, and its level is the baseline', async () => {
  const { acme, mia, use } = await made();
  const values = [200, 210, 190, 205, 195, 200, 200, 198, 202, 200];
  const own = await makeKpi(app, acme.member, {
    ...{ key: 'answers', name: 'time to FIRST response', unit: minutes, decimals: 0, direction: 'lower' },
    ...{ cadence: 'weekly', from: '2025-10-06', values },
  });
  assert.equal((await mia('templates.findKpi', { template: 'first-response' })).existing?.id, own);
  const answer = await use({ keyResults: [{ kpi: 'first-response' }] });
  const { keyResults } = await mia('objectives.find', { objective: answer.objective });
  assert.deepEqual(
    [keyResults[0]!.kpi?.id, keyResults[0]!.measure],
    [own, { kind: 'move', baseline: 200, target: 38 }],
  );
  assert.deepEqual(
    answer.kpis.map(({ template, made: isMade }) => [template, isMade]),
    [
      ['first-response', false],
      ['reopened-tickets', true],
    ],
  );
  assert.deepEqual(
    (await mia('kpis.find', { kpi: own })).counterMetrics,
    [],
    'what was there stays as it was',
  );
});

test('a KPI of choice is linked in its own unit, and one that does not fit is refused', async () => {
  const { acme, mia, use } = await made();
  const hours = { kind: 'duration', unit: 'hours' } as const;
  const own = await makeKpi(app, acme.member, {
    ...{ key: 'reply-hours', name: 'Reply', unit: hours, decimals: 1, direction: 'lower', cadence: 'weekly' },
  });
  const keyResults = [{ kpi: 'first-response', baseline: 4 }];
  const answer = await use({
    keyResults,
    kpis: [{ template: 'first-response', as: 'reply-hours' }],
    without: ['reopened-tickets'],
  });
  const { keyResults: written } = await mia('objectives.find', { objective: answer.objective });
  assert.equal(written[0]!.title, 'Cut the time to first response from 4 to 0.8 hours');
  assert.deepEqual(written[0]!.guardrails, []);
  assert.equal(answer.kpis[0]!.id, own);
  await makeKpi(app, acme.member, { key: 'share', name: 'Share', unit: { kind: 'percent' } });
  const refused = (as: string, code: string) =>
    assert.rejects(use({ keyResults, kpis: [{ template: 'first-response', as }] }), {
      code,
      field: 'kpis.0.as',
    });
  await refused('share', 'invalid');
  await refused('nothing', 'not_found');
});

test('new KPIs get another key where theirs is taken, the currency that is asked for, and lines from today on', async () => {
  const { acme, mia, cycle } = await made();
  await makeKpi(app, acme.member, {
    key: 'discount-given',
    name: 'Something else',
    unit: { kind: 'percent' },
  });
  const answer = await mia('templates.use', {
    ...{ template: 'sales-price', cycle, currency: 'CHF' },
    keyResults: [
      { kpi: 'discount-given', baseline: 20 },
      { kpi: 'deal-value', baseline: 10_000 },
    ],
    kpis: [{ template: 'discount-given', ceiling: 25 }],
  });
  const keyOf = (template: string) => answer.kpis.find((each) => each.template === template)!.key;
  assert.equal(keyOf('discount-given'), 'discount-given-2');
  assert.deepEqual((await mia('kpis.find', { kpi: 'deal-value' })).unit, { kind: 'currency', code: 'CHF' });
  const [line] = await mia('thresholds.list', { kpi: 'discount-given-2' });
  assert.deepEqual([line!.from, line!.floor, line!.ceiling], ['2026-01-05', null, 25]);
});

test('what is wrong is refused as a whole, and nothing is left behind', async () => {
  const { acme, mia, cycle, use } = await made();
  const before = (await mia('kpis.list', {})).length;
  const refused = (more: Partial<Input<'templates.use'>>, code: string, field?: string) =>
    assert.rejects(use(more), { code, field });
  await refused({}, 'invalid', 'keyResults');
  await refused({ keyResults: [{ kpi: 'first-response' }] }, 'invalid', 'keyResults.0.baseline');
  await refused({ keyResults: [{ kpi: 'win-rate', baseline: 3 }] }, 'not_found', 'keyResults.0.kpi');
  await refused(
    { keyResults: [{ kpi: 'first-response', baseline: 3, target: 3 }] },
    'invalid',
    'keyResults.0.target',
  );
  await refused({ keyResults: [stands[0]!, stands[0]!] }, 'invalid', 'keyResults.1.kpi');
  await refused({ keyResults: stands, kpis: [{ template: 'win-rate' }] }, 'invalid', 'kpis.0.template');
  await refused({ keyResults: stands, owner: acme.admin.id }, 'forbidden');
  await refused({ template: 'nothing' }, 'not_found', 'template');
  await assert.rejects(app.as(acme.viewer)('templates.use', { template: 'support-soon', cycle }), {
    code: 'forbidden',
  });
  assert.equal((await mia('kpis.list', {})).length, before);
  assert.deepEqual(await mia('objectives.list', { cycle }), []);
});

test('KPIs are defined by their templates without an objective', async () => {
  const { acme, mia } = await made();
  const [rate, discount] = await mia('templates.define', {
    kpis: [
      { template: 'win-rate', floor: 20 },
      { template: 'discount-given', key: 'rebate', name: 'Rebate', owner: null },
    ],
  });
  assert.deepEqual(
    [rate!.key, rate!.owner, rate!.counterMetrics],
    ['win-rate', acme.member.id, [discount!.id]],
  );
  assert.deepEqual([discount!.key, discount!.name, discount!.owner], ['rebate', 'Rebate', null]);
  await assert.rejects(mia('templates.define', { kpis: [{ template: 'nothing' }] }), {
    ...{ code: 'not_found', field: 'kpis.0.template' },
  });
  await assert.rejects(
    mia('templates.define', { kpis: [{ template: 'win-rate' }, { template: 'win-rate' }] }),
    {
      ...{ code: 'invalid', field: 'kpis.1.template' },
    },
  );
});
