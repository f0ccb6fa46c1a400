import { collect } from '#app/connector/collect.ts';
import { waitingRuns } from '#app/connector/due-runs.ts';
import type { Input } from '#contract/index.ts';
import type { TestApp } from '../app.ts';
import { feedPlace } from './feed.ts';
import { type Step, step } from './step.ts';

const config: Input<'connectors.create'>['config'] = {
  kind: 'http-json',
  url: `http://${feedPlace}/handling`,
  headers: [{ name: 'x-key', secret: true }],
  period: 'month',
  value: 'minutes',
};
const secrets = { 'header x-key': 'a key that nobody sees again' };
const nightly = { every: 'day', at: '02:30' } as const;

/** What the jobs do meanwhile: every run that waits is collected. */
async function collected({ tandem }: TestApp): Promise<void> {
  for (const run of await waitingRuns(tandem)) await collect(tandem, run, 'walk');
}

/** A KPI is connected to a source, which says otherwise than what somebody typed. */
export const connectorSteps: readonly Step[] = [
  step(
    'admin',
    'allowedHosts.add',
    { host: feedPlace, reason: 'the feed of our own telephone exchange' },
    { keep: ({ id }) => ({ allowedHost: id }) },
  ),
  step('admin', 'allowedHosts.list', {}),
  step('member', 'readings.record', ({ handling }) => ({ kpi: handling!, period: '2026-01', value: 15 })),
  step('member', 'connectors.test', ({ handling }) => ({ kpi: handling!, config, secrets, from: '2025-12' })),
  step(
    'member',
    'connectors.create',
    ({ handling }) => ({ kpi: handling!, config, secrets, schedule: nightly }),
    { keep: ({ id }) => ({ connector: id }) },
  ),
  step('viewer', 'connectors.list', ({ handling }) => ({ kpi: handling! })),
  step('member', 'connectors.change', ({ connector }) => ({
    connector: connector!,
    schedule: { every: 'week', weekday: 1, at: '06:00' },
    lookBack: 2,
  })),
  step('member', 'connectors.run', ({ connector }) => ({ connector: connector! }), { meanwhile: collected }),
  step('member', 'connectors.runs', ({ connector }) => ({ connector: connector! }), {
    keep: ([run]) => ({ connectorRun: run!.id }),
  }),
  step('member', 'connectors.runs', ({ connector, connectorRun }) => ({
    connector: connector!,
    before: connectorRun!,
  })),
  step('member', 'connectors.runs', ({ connector }) => ({
    connector: connector!,
    asOf: '2026-03-04T12:00:00.000Z',
  })),
  step('member', 'connectors.find', ({ connector }) => ({ connector: connector! })),
  step('member', 'connectors.take', ({ connector }) => ({
    connector: connector!,
    period: '2026-01',
    reason: 'a slip of the pen',
  })),
  step(
    'member',
    'connectors.backfill',
    ({ connector }) => ({ connector: connector!, from: '2025-10', to: '2025-12' }),
    { meanwhile: collected },
  ),
  step('member', 'connectors.remove', ({ connector }) => ({ connector: connector! })),
  step('admin', 'allowedHosts.remove', ({ allowedHost }) => ({ allowedHost: allowedHost! })),
  step('member', 'tokens.create', ({ handling }) => ({
    name: 'telephone exchange',
    scope: 'push' as const,
    kpis: [handling!],
  })),
];
