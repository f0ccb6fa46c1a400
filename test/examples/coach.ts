import { type Step, step } from './step.ts';

/** What the coach is asked, told and reports; the next cycle is being planned. */
export const coachSteps: readonly Step[] = [
  step('viewer', 'coach.classify', { text: 'open a second clinic' }),
  step(
    'member',
    'objectives.create',
    ({ next, member }) => ({
      ...{ cycle: next!, owner: member!, title: 'Launch the new portal' },
      keyResults: [{ title: 'Hold four workshops', measure: { kind: 'done' } }],
    }),
    { keep: ({ id }) => ({ launch: id }) },
  ),
  step('viewer', 'coach.check', ({ launch, next, member }) => ({
    kind: 'objective',
    subject: launch!,
    text: 'Launch the portal of 2027',
    cycle: next!,
    owner: member!,
    keyResults: ['Hold four workshops'],
  })),
  step('viewer', 'coach.check', ({ launch, csat, handling }) => ({
    kind: 'key_result',
    objective: launch!,
    text: 'Satisfaction rises to 50',
    kpi: csat!,
    measure: { kind: 'move', baseline: 40, target: 50 },
    guardrails: [handling!],
  })),
  step('viewer', 'coach.check', ({ handling }) => ({
    kind: 'kpi',
    text: 'Visitors ever',
    counterMetrics: [handling!],
  })),
  step(
    'member',
    'coach.setAside',
    ({ launch }) => ({
      kind: 'objective',
      subject: launch!,
      rule: 'task',
      reason: 'The board asked for it in these words.',
    }),
    { keep: ({ id }) => ({ aside: id }) },
  ),
  step('viewer', 'coach.report', ({ next, team, member }) => ({ cycle: next!, team: team!, owner: member! })),
  step('viewer', 'coach.report', ({ launch }) => ({ objective: launch! })),
  step('member', 'coach.takeUp', ({ aside }) => ({ setAside: aside! })),
];
