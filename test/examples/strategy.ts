import { type Step, step } from './step.ts';

/** The strategy: a mission, pillars in an order, and one that is taken away again. */
export const strategySteps: readonly Step[] = [
  step('admin', 'strategy.change', { mission: 'Everybody is answered.' }),
  step(
    'member',
    'pillars.create',
    { name: 'Service', description: 'Whoever asks is answered.' },
    {
      keep: ({ id }) => ({ service: id }),
    },
  ),
  step('member', 'pillars.create', { name: 'Thrift' }, { keep: ({ id }) => ({ thrift: id }) }),
  step('member', 'kpis.change', ({ csat }) => ({ kpi: csat!, pillar: 'service' })),
  step('admin', 'pillars.order', ({ service, thrift }) => ({ pillars: [thrift!, service!] })),
  step('admin', 'pillars.change', ({ service }) => ({ pillar: service!, name: 'Good service' })),
  step('viewer', 'strategy.find', {}),
  step('viewer', 'pillars.list', {}),
  step('admin', 'pillars.remove', ({ thrift }) => ({ pillar: thrift! })),
];
