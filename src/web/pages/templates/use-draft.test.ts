import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KpiTemplate, ObjectiveTemplate } from '#contract/templates.ts';
import { findObjectiveTemplate, kpisOfObjective } from '#domain/template/library.ts';
import { proposedDraft, type ReadKpi, readKpi, sentOf, titleIn, type UseDraft } from './use-draft.ts';

type Existing = KpiTemplate['existing'];

function template(existing: Existing = null): ObjectiveTemplate {
  const { objective } = findObjectiveTemplate('support-soon')!;
  return {
    ...{
      key: 'support-soon',
      function: 'support',
      title: objective.title,
      why: '',
      commitment: 'aspirational',
    },
    keyResults: objective.keyResults.map(({ title, kpi, measure, guardrails }) => ({
      ...{ title: 'as in the example', wording: title, kpi, measure, guardrails: [...guardrails] },
    })),
    kpis: kpisOfObjective(objective).map((kpi) => ({
      ...kpi,
      ...{ counters: [], function: 'support', existing: kpi.key === 'first-response' ? existing : null },
    })),
  };
}

const levelled: Existing = {
  ...{ id: 'own', key: 'own', name: 'Reply time', level: 3.24, decimals: 1 },
  unit: { kind: 'duration', unit: 'hours' },
};
const draftOf = (of: ObjectiveTemplate, part: Partial<UseDraft> = {}) => ({
  ...proposedDraft(of, 'mia', 'c'),
  ...part,
});
const reader = (of: ObjectiveTemplate, draft: UseDraft) => (key: string) =>
  readKpi(draft, of.kpis.find((each) => each.key === key)!, new Map<string, Omit<ReadKpi, 'isNew'>>());

test('nothing is sent while it is not known where a key result stands', () => {
  const of = template();
  const draft = draftOf(of);
  assert.equal(sentOf(draft, of, reader(of, draft)), undefined);
  const half = draftOf(of, { baselines: { 'first-response': '4h' } });
  assert.equal(sentOf(half, of, reader(of, half)), undefined);
});

test('typed numbers are sent, and targets that nobody typed are proposed', () => {
  const of = template();
  const draft = draftOf(of, {
    baselines: { 'first-response': '5h', 'ticket-backlog': '60' },
    targets: { 'ticket-backlog': '10' },
  });
  const sent = sentOf(draft, of, reader(of, draft))!;
  assert.deepEqual(sent.keyResults, [
    { kpi: 'first-response', baseline: 300, target: 56 },
    { kpi: 'ticket-backlog', baseline: 60, target: 10 },
    { kpi: 'support-satisfaction', level: 4.5 },
  ]);
  assert.deepEqual(
    sent.kpis!.map(({ template: key }) => key),
    ['first-response', 'ticket-backlog', 'support-satisfaction', 'reopened-tickets', 'rating-response'],
  );
});

test('a KPI that is there is linked, and its level is the baseline in its own unit', () => {
  const of = template(levelled);
  const draft = draftOf(of, { without: ['key result ticket-backlog', 'key result support-satisfaction'] });
  const sent = sentOf(draft, of, reader(of, draft))!;
  assert.deepEqual(sent.keyResults, [{ kpi: 'first-response', baseline: 3.2, target: 0.6 }]);
  assert.deepEqual(sent.kpis, [{ template: 'first-response', as: 'own' }, { template: 'reopened-tickets' }]);
  assert.equal(
    titleIn(draft, of.keyResults[0]!, of.kpis[0]!, reader(of, draft)('first-response')),
    'Cut the time to first response from 3.2 to 0.6 hours',
  );
});

test('guardrails that are left out need no KPI', () => {
  const of = template(levelled);
  const without = ['key result ticket-backlog', 'key result support-satisfaction', 'reopened-tickets'];
  const draft = draftOf(of, { without });
  const sent = sentOf(draft, of, reader(of, draft))!;
  assert.deepEqual(
    [sent.without, sent.kpis],
    [['reopened-tickets'], [{ template: 'first-response', as: 'own' }]],
  );
});

test('the title is that of the example until its numbers are known', () => {
  const of = template();
  const draft = draftOf(of);
  assert.equal(
    titleIn(draft, of.keyResults[0]!, of.kpis[0]!, reader(of, draft)('first-response')),
    'as in the example',
  );
});

test('no key result chosen is nothing to send', () => {
  const of = template(levelled);
  const draft = draftOf(of, { without: of.keyResults.map(({ kpi }) => `key result ${kpi}`) });
  assert.equal(sentOf(draft, of, reader(of, draft)), undefined);
});
