import { days, type FunctionTemplate, kpi, minutes, move, number, objective, percent } from '../template.ts';

/** What software quality watches and changes. */
export const quality: FunctionTemplate = {
  key: 'quality',
  name: 'Quality',
  part: 'Engineering',
  what: 'Find faults before customers do, and learn from those that they find.',
  kpis: [
    kpi(
      'escaped-faults',
      'Faults found by customers',
      [number('faults'), 'lower', 'monthly', 'sum', 'output'],
      {
        purpose: 'Each one was missed by everything that we do to prevent it.',
        definition:
          'Confirmed faults that a customer reported first in the month; wishes and known limits are left out.',
        counters: ['lead-time-change', 'fault-reports'],
        example: { ceiling: 40, desired: 18 },
      },
    ),
    kpi(
      'fault-reports',
      'Customers who report what is wrong',
      [percent, 'higher', 'quarterly', 'ratio', 'input'],
      {
        purpose: 'Fewer faults must not mean that people stopped telling us.',
        definition:
          'Of the sessions of the quarter that ended in an error message, the share that was followed by a report.',
        counters: ['escaped-faults'],
        example: { floor: 5, desired: 10 },
      },
    ),
    kpi('serious-fault-age', 'Age of serious faults', [days, 'lower', 'weekly', 'mean', 'output'], {
      purpose: 'A list of old faults is a list of broken promises.',
      definition:
        'Days since their report, as a mean over the open faults that stop somebody from working, at the end of the week.',
      counters: ['reopened-faults'],
      example: { ceiling: 21, desired: 7 },
    }),
    kpi('reopened-faults', 'Faults mended twice', [percent, 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'A fault that returns was hidden, not understood.',
      definition: 'Faults that were opened again within 60 days, over the faults closed in the month.',
      counters: ['serious-fault-age'],
      example: { ceiling: 10, desired: 4 },
    }),
    kpi('flaky-runs', 'Test runs that fail without a cause', [percent, 'lower', 'weekly', 'ratio', 'input'], {
      purpose: 'Who has learnt to press "again" does not read the red any more.',
      definition:
        'Runs of the main branch that failed and then passed on the same code, over all runs of the week.',
      counters: ['risk-covered'],
      example: { ceiling: 5, desired: 1 },
    }),
    kpi('test-duration', 'Time of the tests', [minutes, 'lower', 'weekly', 'mean', 'input'], {
      purpose: 'Tests that take long are run late.',
      definition:
        'Minutes from the start of the tests of a change to their verdict, as the median of the week.',
      counters: ['risk-covered'],
      example: { ceiling: 20, desired: 8 },
    }),
    kpi('risk-covered', 'Critical paths under test', [percent, 'higher', 'monthly', 'ratio', 'input'], {
      purpose: 'Coverage of lines can be had cheaply; coverage of what matters cannot.',
      definition:
        'Of the paths that the team listed as critical for customers, the share that a test walks from end to end.',
      counters: ['test-duration', 'flaky-runs'],
      example: { floor: 70, desired: 95 },
    }),
    kpi(
      'faults-explained',
      'Serious faults with a cause written down',
      [percent, 'higher', 'monthly', 'ratio', 'input'],
      {
        purpose: 'A fault is paid for; the lesson is what we get for the price.',
        definition:
          'Serious faults closed in the month for which cause, missed chance and change of practice are written down, over all of them.',
        counters: ['serious-fault-age'],
        example: { floor: 60, desired: 90 },
      },
    ),
  ],
  objectives: [
    objective(
      'quality-first',
      'aspirational',
      'We find the faults, not our customers',
      'Four of ten faults are told to us by people who pay for the product.',
      [
        move(
          'escaped-faults',
          'Reduce faults found by customers from {baseline} to {target} a month',
          [44, 22],
          ['fault-reports'],
        ),
        move(
          'risk-covered',
          'Raise critical paths under test from {baseline} to {target}',
          [62, 90],
          ['test-duration'],
        ),
      ],
    ),
    objective(
      'quality-trust',
      'committed',
      'A red test means that something is wrong',
      'Every developer repeats failed runs by habit, and two real faults slipped through that way.',
      [
        move(
          'flaky-runs',
          'Cut test runs that fail without a cause from {baseline} to {target}',
          [7, 1.5],
          ['risk-covered'],
        ),
        move(
          'test-duration',
          'Cut the time of the tests from {baseline} to {target}',
          [24, 10],
          ['risk-covered'],
        ),
      ],
    ),
    objective(
      'quality-serious',
      'committed',
      'Nobody waits for weeks with a fault that stops their work',
      'The oldest serious fault has been open for three months, and the customer who told us of it has left.',
      [
        move(
          'serious-fault-age',
          'Cut the age of serious faults from {baseline} to {target}',
          [23, 8],
          ['reopened-faults'],
        ),
        move(
          'reopened-faults',
          'Cut faults mended twice from {baseline} to {target}',
          [11, 5],
          ['serious-fault-age'],
        ),
      ],
    ),
    objective(
      'quality-learn',
      'learning',
      'Understand where our faults come from',
      'We mend each of them and have never looked at all of them together.',
      [
        move(
          'faults-explained',
          'Raise serious faults with a cause written down from {baseline} to {target}',
          [20, 85],
          ['serious-fault-age'],
        ),
        move(
          'escaped-faults',
          'Reduce faults found by customers from {baseline} to {target} a month',
          [44, 34],
          ['fault-reports'],
        ),
      ],
    ),
  ],
};
