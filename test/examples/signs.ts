import { workbookFile } from '../make-workbook.ts';
import { type Step, step } from './step.ts';

const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
const sheet = 'kpi,period,value\nnps,2026-01,31\nnps,2026-02,twelve\n';
const book = await workbookFile([
  { name: 'Notes', rows: [['nothing to import']], hidden: true },
  {
    name: 'KPIs',
    rows: [
      ['kpi', 'period', 'value'],
      ['nps', '2026-01', 31],
      ['nps', '2026-02', '#N/A'],
    ],
  },
]);

/** KPIs, readings and what is said of them. */
export const signSteps: readonly Step[] = [
  step(
    'admin',
    'kpis.create',
    ({ member, team }) => ({
      key: 'csat',
      name: 'Customer satisfaction',
      direction: 'higher',
      cadence: 'monthly',
      owner: member!,
      team: team!,
      person: member!,
      labels: ['support', 'voice'],
    }),
    { keep: ({ id }) => ({ csat: id }) },
  ),
  step(
    'admin',
    'kpis.create',
    ({ csat }) => ({
      key: 'handling',
      name: 'Handling time',
      direction: 'lower',
      cadence: 'monthly',
      unit: { kind: 'duration', unit: 'minutes' },
      counterMetrics: [csat!],
    }),
    { keep: ({ id }) => ({ handling: id }) },
  ),
  step(
    'admin',
    'kpis.create',
    { key: 'calls', name: 'Calls', direction: 'higher', cadence: 'monthly', addsUp: 'sum' },
    {
      keep: ({ id }) => ({ calls: id }),
    },
  ),
  step(
    'admin',
    'kpis.create',
    ({ calls }) => ({
      key: 'calls-north',
      name: 'Calls, north',
      direction: 'higher',
      cadence: 'monthly',
      addsUp: 'sum',
      parent: calls!,
    }),
    { keep: ({ id }) => ({ north: id }) },
  ),
  step('admin', 'kpis.fanOut', ({ calls, member, team }) => ({
    kpi: calls!,
    children: [{ key: 'calls-south', name: 'Calls, south', owner: member!, team: team!, person: member! }],
  })),
  step('viewer', 'kpis.list', ({ calls }) => ({ parent: calls! })),
  step('viewer', 'kpis.list', { archived: true }),
  step('viewer', 'kpis.find', ({ calls }) => ({ kpi: calls! })),
  step('viewer', 'kpis.find', { kpi: 'csat' }),
  step('admin', 'kpis.change', ({ csat, handling, member, viewer, field }) => ({
    kpi: csat!,
    definition: 'Share of answers of 4 and 5',
    owner: member!,
    team: field!,
    person: viewer!,
    counterMetrics: [handling!],
    validFrom: '2026-03-01',
  })),
  step('viewer', 'kpis.acknowledge', ({ csat }) => ({ kpi: csat! })),
  step('member', 'kpis.acknowledge', ({ csat }) => ({ kpi: csat!, version: 2 })),
  step('viewer', 'kpis.acknowledgements', ({ csat }) => ({ kpi: csat! })),
  step('viewer', 'kpis.versions', ({ csat }) => ({ kpi: csat! })),
  step('admin', 'thresholds.record', ({ csat }) => ({
    kpi: csat!,
    from: '2025-01-01',
    floor: 90,
    desired: 95,
    desiredBy: '2026-12-31',
  })),
  step('viewer', 'thresholds.list', ({ csat }) => ({ kpi: csat! })),
  step('admin', 'readings.recordMany', ({ csat, north }) => ({
    readings: [
      ...months.map((month, index) => ({ kpi: csat!, period: `2025-${month}`, value: 80 + (index % 4) })),
      { kpi: north!, period: '2026-01', value: -3, note: 'refunds' },
    ],
  })),
  step('member', 'readings.record', ({ csat }) => ({
    kpi: csat!,
    period: '2026-01',
    value: 81.5,
    note: 'by hand',
  })),
  step('member', 'readings.record', ({ csat }) => ({
    kpi: csat!,
    period: '2026-01',
    value: -0.25,
    reason: 'a slip',
  })),
  step('member', 'readings.withdraw', ({ csat }) => ({
    kpi: csat!,
    period: '2026-01',
    reason: 'not that month',
  })),
  step('viewer', 'readings.revisions', ({ csat }) => ({ kpi: csat!, period: '2026-01' })),
  step('viewer', 'readings.list', ({ csat }) => ({ kpi: csat!, from: '2025-06-01', to: '2025-12-31' })),
  step('viewer', 'readings.list', { kpi: 'calls' }),
  step('member', 'phases.create', ({ csat }) => ({ kpi: csat!, from: '2025-07', reason: 'a new team' }), {
    keep: ({ id }) => ({ phase: id }),
  }),
  step('member', 'phases.undo', ({ csat, phase }) => ({ kpi: csat!, phase: phase! })),
  step(
    'member',
    'annotations.create',
    ({ csat }) => ({ kpi: csat!, from: '2025-06', to: '2025-07', note: 'new ticket system' }),
    { keep: ({ id }) => ({ annotation: id }) },
  ),
  step('viewer', 'judgements.find', ({ csat }) => ({ kpi: csat!, average: 'median' })),
  step('viewer', 'forecasts.find', ({ csat }) => ({ kpi: csat!, until: '2026-12-31', target: 85 })),
  step('member', 'annotations.remove', ({ csat, annotation }) => ({ kpi: csat!, annotation: annotation! })),
  step('viewer', 'panel.list', ({ calls }) => ({ parent: calls! })),
  step('viewer', 'panel.list', ({ calls }) => ({ parent: calls!, asOf: '2026-03-04T12:00:00.000Z' })),
  step('viewer', 'panel.list', {}),
  step('admin', 'imports.preview', ({ member }) => ({
    content: sheet,
    accept: [{ name: 'nps', key: 'nps', cadence: 'monthly', owner: member! }],
  })),
  step('admin', 'imports.apply', ({ member }) => ({
    content: sheet,
    accept: [{ name: 'nps', key: 'nps', cadence: 'monthly', owner: member! }],
  })),
  step('admin', 'imports.preview', { ...book, sheet: 'KPIs' }),
  step('viewer', 'gaps.list', {}),
  step('viewer', 'gaps.find', ({ csat }) => ({ kpi: csat! })),
  step('viewer', 'gaps.find', ({ csat }) => ({ kpi: csat!, asOf: '2026-03-04T12:00:00.000Z' })),
  step('member', 'gaps.decide', ({ csat }) => ({
    kpi: csat!,
    kind: 'accept',
    reason: 'first the tickets',
    until: '2026-06-30',
  })),
  step('viewer', 'gaps.decisions', ({ csat }) => ({ kpi: csat! })),
  step('viewer', 'fitness.find', ({ csat }) => ({ kpi: csat! })),
  step('viewer', 'fitness.find', ({ csat }) => ({ kpi: csat!, asOf: '2026-03-04T12:00:00.000Z' })),
  step('viewer', 'fitness.list', {}),
  step('viewer', 'fitness.list', ({ member, team }) => ({
    owner: member!,
    team: team!,
    cause: 'balanced',
    limit: 3,
  })),
];
