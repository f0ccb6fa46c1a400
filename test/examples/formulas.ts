import { type Step, step } from './step.ts';

/** Formulas over other KPIs, what they give and why, and what should move what. */
export const formulaSteps: readonly Step[] = [
  step(
    'admin',
    'kpis.create',
    { key: 'visits', name: 'Visits', direction: 'higher', cadence: 'daily', addsUp: 'sum' },
    { keep: ({ id }) => ({ visits: id }) },
  ),
  step('viewer', 'formulas.check', { formula: 'csat / * calls' }),
  step('viewer', 'formulas.check', { formula: '100 * monthly(visits) / csat', periods: 3 }),
  step('viewer', 'formulas.check', ({ calls }) => ({ formula: 'csat - calls-north', kpi: calls! })),
  step('viewer', 'formulas.check', { formula: 'csat / 2', cadence: 'weekly', unit: { kind: 'percent' } }),
  step(
    'admin',
    'kpis.create',
    ({ member }) => ({
      key: 'calls-a-visit',
      name: 'Calls a visit',
      direction: 'lower',
      cadence: 'monthly',
      addsUp: 'ratio',
      owner: member!,
      formula: 'calls / monthly(visits)',
    }),
    { keep: ({ id }) => ({ ratio: id }) },
  ),
  step('member', 'readings.recordMany', ({ visits }) => ({
    readings: [
      { kpi: visits!, period: '2026-01-30', value: 4 },
      { kpi: visits!, period: '2026-01-31', value: 6 },
    ],
  })),
  step('viewer', 'readings.list', { kpi: 'calls-a-visit' }),
  step('viewer', 'readings.rolledUp', { kpi: 'visits', cadence: 'monthly' }),
  step('viewer', 'readings.rolledUp', ({ visits }) => ({
    ...{ kpi: visits!, cadence: 'weekly' as const, from: '2026-01-26', to: '2026-02-28' },
  })),
  step('viewer', 'formulas.explain', ({ ratio }) => ({ kpi: ratio!, period: '2026-01' })),
  step('viewer', 'formulas.explain', ({ ratio }) => ({
    kpi: ratio!,
    period: '2026-01',
    asOf: '2026-03-04T12:00:00.000Z',
  })),
  step('member', 'kpis.change', ({ ratio }) => ({
    kpi: ratio!,
    formula: 'round(calls / monthly(visits), 3)',
    validFrom: '2026-02-01',
  })),
  step('viewer', 'kpis.versions', ({ ratio }) => ({ kpi: ratio! })),
  step('admin', 'drivers.link', ({ visits }) => ({ kpi: 'csat', input: visits!, note: 'busy days annoy' })),
  step('admin', 'drivers.link', ({ csat, visits }) => ({ kpi: csat!, input: visits!, note: 'worded anew' })),
  step('viewer', 'drivers.list', {}),
  step('viewer', 'drivers.list', ({ csat }) => ({ kpi: csat! })),
  step('viewer', 'drivers.tree', ({ csat }) => ({ kpi: csat!, up: 2 }), { unordered: true }),
  step('viewer', 'drivers.tree', { kpi: 'visits', down: 1 }, { unordered: true }),
  step('viewer', 'drivers.tree', { kpi: 'visits', asOf: '2026-03-04T12:00:00.000Z' }, { unordered: true }),
  step('admin', 'drivers.unlink', ({ csat, visits }) => ({ kpi: csat!, input: visits! })),
];
