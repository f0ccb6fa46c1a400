import { days, type FunctionTemplate, kpi, move, number, objective, percent } from '../template.ts';

/** What product management watches and changes. */
export const product: FunctionTemplate = {
  key: 'product',
  name: 'Product',
  what: 'Decide what is worth building, and learn whether it was.',
  kpis: [
    kpi(
      'weekly-users',
      'People who get something done each week',
      [number('people'), 'higher', 'weekly', 'last', 'output'],
      {
        purpose: 'Counts those for whom the product has become a habit.',
        definition:
          'People who finished at least one of the three main tasks of the product in the week; staff and tests are left out.',
        counters: ['task-success', 'product-effort'],
        example: { floor: 5_000, desired: 8_000 },
      },
    ),
    kpi(
      'activation',
      'Newcomers who reach their first success',
      [percent, 'higher', 'weekly', 'ratio', 'input'],
      {
        purpose: 'Who has never succeeded once will not come back to try.',
        definition:
          'Of the people who signed up in the week, the share that finished a main task within seven days.',
        counters: ['week-eight'],
        example: { floor: 35, desired: 55 },
      },
    ),
    kpi(
      'week-eight',
      'Newcomers still there in week eight',
      [percent, 'higher', 'weekly', 'ratio', 'output'],
      {
        purpose: 'The one number that says whether the product keeps its promise.',
        definition:
          'Of the people who signed up eight weeks before, the share that finished a main task in this week.',
        counters: ['activation'],
        example: { floor: 20, desired: 32 },
      },
    ),
    kpi(
      'task-success',
      'Main tasks finished without help',
      [percent, 'higher', 'weekly', 'ratio', 'output'],
      {
        purpose: 'Usability as it happens, and not as it is told.',
        definition:
          'Main tasks that were begun and finished within a session, without a visit to help or support, over those begun.',
        counters: ['weekly-users'],
        example: { floor: 72, desired: 85 },
      },
    ),
    kpi('feature-uptake', 'Uptake of what is new', [percent, 'higher', 'monthly', 'mean', 'output'], {
      purpose: 'What nobody uses was built for us and not for them.',
      definition:
        'Share of the people for whom a new feature was meant who used it at least twice in its first 30 days, as a mean over the features of the month.',
      counters: ['task-success'],
      example: { floor: 15, desired: 30 },
    }),
    kpi('idea-to-use', 'Time from idea to use', [days, 'lower', 'monthly', 'mean', 'output'], {
      purpose: 'The longer it takes, the more rests on a guess.',
      definition:
        'Days from the decision to build something until the first customer uses it, as the median of what went out in the month.',
      counters: ['feature-uptake'],
      example: { ceiling: 90, desired: 45 },
    }),
    kpi(
      'bets-tested',
      'Bets tested before they are built',
      [percent, 'higher', 'monthly', 'ratio', 'input'],
      {
        purpose: 'A test of a week is cheaper than a regret of a quarter.',
        definition:
          'Of what building began on in the month and will take more than two weeks, the share that was tested with five or more users first.',
        counters: ['idea-to-use'],
        example: { floor: 40, desired: 80 },
      },
    ),
    kpi('bets-stopped', 'Bets stopped after their test', [percent, 'within', 'quarterly', 'ratio', 'input'], {
      purpose: 'If no test ever stops anything, the tests are for show.',
      definition:
        'Bets that were dropped because of what a test showed, over all bets tested in the quarter.',
      counters: ['feature-uptake'],
      example: { floor: 20, ceiling: 60 },
    }),
    kpi(
      'product-effort',
      'Steps to finish a main task',
      [number('steps', 1), 'lower', 'monthly', 'mean', 'input'],
      {
        purpose: 'Each step is a chance to give up.',
        definition:
          'Median number of clicks and fields from opening the product to finishing a main task, as a mean over the three main tasks.',
        counters: ['task-success'],
        example: { ceiling: 14, desired: 9 },
      },
    ),
  ],
  objectives: [
    objective(
      'product-first-success',
      'aspirational',
      'Newcomers succeed on their first day',
      'Two of three people who sign up never finish anything, and we learn nothing from them.',
      [
        move(
          'activation',
          'Raise newcomers who reach their first success from {baseline} to {target}',
          [36, 50],
          ['week-eight'],
        ),
        move(
          'product-effort',
          'Reduce the steps to finish a main task from {baseline} to {target}',
          [15, 10],
          ['task-success'],
        ),
      ],
    ),
    objective(
      'product-habit',
      'aspirational',
      'People come back because their work has become easier',
      'Many try us and few stay: we have been adding where we should have been smoothing.',
      [
        move(
          'week-eight',
          'Raise newcomers still there in week eight from {baseline} to {target}',
          [19, 27],
          ['activation'],
        ),
        move(
          'task-success',
          'Raise main tasks finished without help from {baseline} to {target}',
          [71, 82],
          ['weekly-users'],
        ),
        move(
          'weekly-users',
          'Grow people who get something done each week from {baseline} to {target}',
          [5_200, 6_800],
          ['product-effort'],
        ),
      ],
    ),
    objective(
      'product-bets',
      'learning',
      'Know before we build whether somebody wants it',
      'Of eleven features of last year four are used, and we could have known of five of the others.',
      [
        move(
          'bets-tested',
          'Raise bets tested before they are built from {baseline} to {target}',
          [25, 70],
          ['idea-to-use'],
        ),
        move(
          'feature-uptake',
          'Raise the uptake of what is new from {baseline} to {target}',
          [14, 25],
          ['bets-stopped'],
        ),
      ],
    ),
    objective(
      'product-quick',
      'committed',
      'Customers get improvements while they still remember asking',
      'A small wish takes a quarter, because it waits behind large ones that nobody cuts up.',
      [
        move(
          'idea-to-use',
          'Cut the time from idea to use from {baseline} to {target}',
          [95, 55],
          ['feature-uptake'],
        ),
        move(
          'feature-uptake',
          'Raise the uptake of what is new from {baseline} to {target}',
          [14, 20],
          ['task-success'],
        ),
      ],
    ),
  ],
};
