import {
  days,
  type FunctionTemplate,
  hours,
  kpi,
  minutes,
  move,
  number,
  objective,
  percent,
} from '../template.ts';

/** What software development watches and changes. */
export const development: FunctionTemplate = {
  key: 'development',
  name: 'Development',
  part: 'Engineering',
  what: 'Change the product often, safely, and with people who can do so for years.',
  kpis: [
    kpi('lead-time-change', 'Lead time of a change', [hours, 'lower', 'weekly', 'mean', 'output'], {
      purpose: 'The time in which work is done and useful to nobody.',
      definition:
        'Hours from the first commit of a change until it runs for customers, as the median of the changes of the week.',
      counters: ['change-failures'],
      example: { ceiling: 72, desired: 24 },
    }),
    kpi('deployments', 'Deployments', [number('deployments'), 'higher', 'weekly', 'sum', 'output'], {
      purpose: 'Small steps are easier to understand, to test and to undo.',
      definition: 'Releases of the week that reached customers; repeats after a failed release are left out.',
      counters: ['change-failures'],
      example: { floor: 10, desired: 25 },
    }),
    kpi('change-failures', 'Changes that fail', [percent, 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'Speed that breaks things is borrowed.',
      definition: 'Releases that had to be undone or mended within 48 hours, over all releases of the month.',
      counters: ['deployments', 'lead-time-change'],
      example: { ceiling: 15, desired: 7 },
    }),
    kpi(
      'restore-time',
      'Time to recover from a failed change',
      [hours, 'lower', 'monthly', 'mean', 'output'],
      {
        purpose: 'Failures happen; how long they last is our choice.',
        definition:
          'Hours from a release that harmed customers until they were served as before, as the median of those of the month.',
        counters: ['change-failures'],
        example: { ceiling: 4, desired: 1 },
      },
    ),
    kpi('review-wait', 'Wait for a review', [hours, 'lower', 'weekly', 'mean', 'input'], {
      purpose: 'Most of the lead time is waiting, and most of the waiting is for each other.',
      definition:
        'Working hours from asking for a review to its first comment or approval, as the median of the week.',
      counters: ['change-failures'],
      example: { ceiling: 8, desired: 3 },
    }),
    kpi('change-size', 'Size of a change', [number('lines'), 'lower', 'weekly', 'mean', 'input'], {
      purpose: 'Beyond a few hundred lines reviewers stop reading.',
      definition:
        'Lines added and removed in a change, generated files left out, as the median of the changes of the week.',
      counters: ['lead-time-change'],
      example: { ceiling: 300, desired: 120 },
    }),
    kpi('planned-share', 'Work that was planned', [percent, 'within', 'monthly', 'ratio', 'input'], {
      purpose: 'Too little planned work means being driven, all of it means not listening.',
      definition:
        'Working days of the month spent on what was planned at its start, over all working days of the team.',
      counters: ['lead-time-change'],
      example: { floor: 60, ceiling: 85 },
    }),
    kpi(
      'developer-ease',
      'Developers who work without hindrance',
      [percent, 'higher', 'quarterly', 'ratio', 'output'],
      {
        purpose: 'Those who do the work know first what slows it.',
        definition:
          'Share of developers who answer 4 or 5, of 5, to "nothing but the problem itself stood in my way", asked each quarter.',
        counters: ['change-failures'],
        example: { floor: 50, desired: 70 },
      },
    ),
    kpi('onboarding-days', 'Days to the first own change', [days, 'lower', 'quarterly', 'mean', 'input'], {
      purpose: 'A new colleague who can change something soon was welcomed by good tools.',
      definition:
        "Days from the first working day until a change of one's own runs for customers, as a mean over those who began in the quarter.",
      counters: ['change-failures'],
      example: { ceiling: 20, desired: 7 },
    }),
    kpi('build-time', 'Time of a build', [minutes, 'lower', 'weekly', 'mean', 'input'], {
      purpose: 'What takes long is done seldom, and all at once.',
      definition: 'Time from a push until all automatic checks have answered, as the median of the week.',
      counters: ['change-failures'],
      example: { ceiling: 36, desired: 12 },
    }),
  ],
  objectives: [
    objective(
      'development-flow',
      'aspirational',
      'A finished change reaches customers the same day',
      'A change of an hour waits for three days: for a review, for a build, for the next release.',
      [
        move(
          'lead-time-change',
          'Cut the lead time of a change from {baseline} to {target}',
          [76, 30],
          ['change-failures'],
        ),
        move(
          'review-wait',
          'Cut the wait for a review from {baseline} to {target}',
          [9, 4],
          ['change-failures'],
        ),
        move(
          'change-size',
          'Reduce the size of a change from {baseline} to {target} lines',
          [310, 180],
          ['lead-time-change'],
        ),
      ],
    ),
    objective(
      'development-safe',
      'committed',
      'Everybody dares to release, because little can go wrong for long',
      'We release on Tuesdays only, since the last Friday that cost us a weekend.',
      [
        move(
          'change-failures',
          'Cut changes that fail from {baseline} to {target}',
          [16, 9],
          ['lead-time-change'],
        ),
        move(
          'restore-time',
          'Cut the time to recover from {baseline} to {target}',
          [5, 1.5],
          ['change-failures'],
        ),
        move(
          'deployments',
          'Grow deployments from {baseline} to {target} a week',
          [9, 18],
          ['change-failures'],
        ),
      ],
    ),
    objective(
      'development-ease',
      'aspirational',
      'Developers spend their days on the problem and not on the tools',
      'In the last survey half of us named the build, and a third named the test data.',
      [
        move(
          'developer-ease',
          'Raise developers who work without hindrance from {baseline} to {target}',
          [48, 62],
          ['change-failures'],
        ),
        move(
          'build-time',
          'Cut the time of a build from {baseline} to {target}',
          [42, 18],
          ['change-failures'],
        ),
      ],
    ),
    objective(
      'development-welcome',
      'aspirational',
      'New colleagues change something real in their first days',
      'Our last five needed a month each until they could release on their own.',
      [
        move(
          'onboarding-days',
          'Cut the days to the first own change from {baseline} to {target}',
          [22, 9],
          ['change-failures'],
        ),
        move(
          'developer-ease',
          'Raise developers who work without hindrance from {baseline} to {target}',
          [48, 58],
          ['planned-share'],
        ),
      ],
    ),
  ],
};
