import { initiativeSteps } from './initiatives.ts';
import { type Step, step } from './step.ts';

const moves = (title: string) => ({ title, measure: { kind: 'move', baseline: 40, target: 50 } as const });

const okrDocument = '- Learn to weld\n  - 9 of 10 seams hold => 8';

/** Cycles, objectives and key results from the first draft to the close. */
export const goalSteps: readonly Step[] = [
  step('admin', 'cycles.create', { kind: 'quarter' }, { keep: ({ id }) => ({ cycle: id }) }),
  step('admin', 'cycles.create', { starts: '2026-04-01' }, { keep: ({ id }) => ({ next: id }) }),
  step('viewer', 'cycles.list', {}),
  step('viewer', 'cycles.find', ({ cycle }) => ({ cycle: cycle! })),
  step('viewer', 'templates.list', { function: 'sales', search: 'forecast' }),
  step('viewer', 'templates.find', { template: 'sales-forecast' }),
  step('viewer', 'templates.findKpi', { template: 'win-rate' }),
  step(
    'member',
    'templates.define',
    ({ member, team }) => ({
      owner: member!,
      team: team!,
      kpis: [
        { template: 'win-rate', floor: 20 },
        { template: 'sales-cycle', owner: member! },
      ],
    }),
    { keep: ([rate]) => ({ winRate: rate!.id }) },
  ),
  step('member', 'templates.use', ({ next, member, team, winRate }) => ({
    template: 'sales-forecast',
    cycle: next!,
    owner: member!,
    team: team!,
    keyResults: [
      { kpi: 'forecast-error', baseline: 30, target: 15 },
      { kpi: 'qualified-pipeline', baseline: 700_000 },
    ],
    kpis: [
      { template: 'new-sales', owner: member! },
      { template: 'win-rate', as: winRate! },
    ],
  })),
  step('admin', 'cycles.change', ({ next }) => ({ cycle: next!, name: 'Spring' })),
  step('member', 'okrDocuments.preview', ({ next, team }) => ({
    cycle: next!,
    text: okrDocument,
    teams: [{ line: 1, team: team! }],
  })),
  step('member', 'okrDocuments.apply', ({ next, team }) => ({
    cycle: next!,
    text: okrDocument,
    teams: [{ line: 1, team: team! }],
    lines: [{ line: 2, title: 'Seams that hold from 60% to 90%' }],
  })),
  step(
    'admin',
    'gaps.draft',
    ({ csat, cycle, member }) => ({
      kpi: csat!,
      cycle: cycle!,
      owner: member!,
      target: 95,
      reason: 'the floor',
    }),
    { keep: ({ objective, keyResult }) => ({ drafted: objective, raised: keyResult }) },
  ),
  step(
    'member',
    'objectives.create',
    ({ cycle, member, team, csat, handling, drafted }) => ({
      cycle: cycle!,
      title: 'Customers are answered the same day',
      owner: member!,
      team: team!,
      improves: [csat!],
      gapKpi: csat!,
      parents: [{ objective: drafted!, weight: 0.5 }],
      privateTo: { people: [member!], teams: [team!] },
      keyResults: [
        {
          ...moves('Answered the same day from 40 to 50 %'),
          owner: member!,
          kpi: csat!,
          guardrails: [handling!],
        },
      ],
    }),
    { keep: ({ id }) => ({ objective: id }) },
  ),
  step(
    'member',
    'objectives.create',
    ({ cycle, member }) => ({ cycle: cycle!, title: 'Mia learns', person: member! }),
    {
      keep: ({ id }) => ({ own: id }),
    },
  ),
  step('member', 'objectives.change', ({ objective, member, team, handling, drafted }) => ({
    objective: objective!,
    owner: member!,
    team: team!,
    improves: [handling!],
    parents: [{ objective: drafted!, kind: 'supports' }],
    privateTo: { people: [member!], teams: [team!] },
  })),
  step('member', 'objectives.change', ({ own, member }) => ({
    objective: own!,
    person: member!,
    why: 'to be sure',
  })),
  step('viewer', 'objectives.list', ({ cycle, team, member, csat }) => ({
    cycle: cycle!,
    team: team!,
    owner: member!,
    kpi: csat!,
  })),
  step('member', 'objectives.tree', ({ cycle }) => ({ cycle: cycle! })),
  step('member', 'objectives.map', ({ cycle }) => ({ cycle: cycle! })),
  step('member', 'objectives.find', ({ drafted }) => ({ objective: drafted! })),
  step(
    'member',
    'keyResults.create',
    ({ own, member, csat, handling }) => ({
      ...moves('Read from 40 to 50'),
      objective: own!,
      owner: member!,
      kpi: csat!,
      guardrails: [handling!],
    }),
    { keep: ({ id }) => ({ reading: id }) },
  ),
  step(
    'member',
    'keyResults.create',
    ({ own }) => ({ objective: own!, title: 'Certified', measure: { kind: 'done' } }),
    {
      keep: ({ id }) => ({ certified: id }),
    },
  ),
  step(
    'member',
    'keyResults.create',
    ({ own }) => ({ ...moves('Seams that hold from 40 to 50'), objective: own! }),
    { keep: ({ id }) => ({ seams: id }) },
  ),
  step('member', 'keyResults.change', ({ reading, member, csat, handling }) => ({
    keyResult: reading!,
    owner: member!,
    kpi: csat!,
    guardrails: [handling!],
    weight: 2,
  })),
  step('member', 'keyResults.list', ({ csat, member, cycle }) => ({
    kpi: csat!,
    owner: member!,
    cycle: cycle!,
  })),
  step('viewer', 'keyResults.find', ({ raised }) => ({ keyResult: raised! })),
  step('viewer', 'ambitions.find', ({ cycle, csat }) => ({
    kpi: csat!,
    cycle: cycle!,
    measure: { kind: 'move', baseline: 1, target: 4 },
  })),
  step('viewer', 'ambitions.calibration', {}),
  step('admin', 'cycles.activate', ({ cycle }) => ({ cycle: cycle! })),
  step(
    'member',
    'objectives.create',
    ({ cycle, member }) => ({ cycle: cycle!, title: 'A late one', person: member! }),
    {
      keep: ({ id }) => ({ late: id }),
    },
  ),
  step('member', 'objectives.activate', ({ late }) => ({ objective: late! })),
  step('member', 'objectives.drop', ({ late }) => ({ objective: late!, reason: 'too late' })),
  step('member', 'objectives.drop', ({ objective }) => ({ objective: objective!, reason: 'too much' })),
  step('member', 'keyResults.drop', ({ reading }) => ({ keyResult: reading!, reason: 'read by nobody' })),
  step('member', 'checkIns.due', {}),
  step('member', 'checkIns.record', ({ certified }) => ({
    keyResult: certified!,
    report: { kind: 'done', done: true },
    confidence: 8,
    changed: 'passed',
  })),
  step('member', 'checkIns.recordMany', ({ raised }) => ({
    checkIns: [{ keyResult: raised!, confidence: 4 }],
  })),
  step('viewer', 'checkIns.list', ({ certified }) => ({ keyResult: certified! })),
  ...initiativeSteps,
  step('admin', 'cycles.startGrading', ({ cycle }) => ({ cycle: cycle! })),
  step('viewer', 'grades.list', ({ cycle, own }) => ({ cycle: cycle!, objective: own! })),
  step('member', 'grades.record', ({ certified }) => ({
    keyResult: certified!,
    score: 1,
    fate: 'drop',
    lesson: 'Practice helps.',
  })),
  step('member', 'grades.record', ({ seams, member }) => ({
    keyResult: seams!,
    score: 0.5,
    fate: 'turn into a KPI',
    lesson: 'Count them always.',
    reason: 'Counted by hand.',
    graduate: {
      level: 45,
      kpi: { key: 'seams', name: 'Seams that hold', cadence: 'weekly', owner: member! },
    },
  })),
  step('member', 'grades.record', ({ raised, next }) => ({
    keyResult: raised!,
    score: 0,
    fate: 'carry over',
    lesson: 'It takes longer.',
    reason: 'Nothing was measured since.',
    explanation: 'We began late.',
    carryInto: next!,
  })),
  step('admin', 'cycles.close', ({ cycle }) => ({ cycle: cycle! })),
  step('viewer', 'cycles.plan', ({ cycle, next, team }) => ({ cycle: next!, last: cycle!, team: team! })),
  step('member', 'cycles.copy', ({ next, own, seams }) => ({
    cycle: next!,
    objectives: [{ objective: own!, title: 'Mia learns on', keyResults: [seams!] }],
  })),
  step('viewer', 'cycles.report', ({ cycle }) => ({ cycle: cycle! })),
  step('viewer', 'calibrations.list', { told: 'first', people: 5 }),
  step('viewer', 'sustainWatches.list', ({ csat, drafted }) => ({ kpi: csat!, objective: drafted! })),
];
