import { cents, type FunctionTemplate, hours, kpi, money, move, objective, percent } from '../template.ts';

/** What charities, foundations and associations watch and change. */
export const nonprofit: FunctionTemplate = {
  key: 'nonprofit',
  name: 'Nonprofit',
  what: 'Turn gifts of money and time into a change that lasts for the people whom it is for.',
  kpis: [
    kpi(
      'lasting-change',
      'People better off after a year',
      [percent, 'higher', 'yearly', 'ratio', 'output'],
      {
        purpose: 'The reason for which we exist; everything else only leads there.',
        definition:
          'Of the people who completed our programme a year ago and could be reached, the share that still meets the goal set with them.',
        counters: ['follow-up-reached'],
        example: { floor: 50, desired: 68 },
      },
    ),
    kpi(
      'follow-up-reached',
      'People whom we find again after a year',
      [percent, 'higher', 'quarterly', 'ratio', 'input'],
      {
        purpose: 'Those who cannot be found are seldom those who do best.',
        definition:
          'People who answered our follow-up, over all who completed the programme in the same quarter of last year.',
        counters: ['programme-cost'],
        example: { floor: 55, desired: 80 },
      },
    ),
    kpi(
      'programme-completed',
      'People who complete the programme',
      [percent, 'higher', 'quarterly', 'ratio', 'output'],
      {
        purpose: 'Who stays finds it worth their time, and they are the best judges.',
        definition:
          'People who reached the end of the programme, over those who began it in the same intake.',
        counters: ['hardest-reached'],
        example: { floor: 65, desired: 80 },
      },
    ),
    kpi(
      'hardest-reached',
      'Places taken by those in greatest need',
      [percent, 'higher', 'quarterly', 'ratio', 'input'],
      {
        purpose: 'Results are easy with those who would have managed anyway.',
        definition:
          'People who meet at least three of our five marks of need, over all who began a programme in the quarter.',
        counters: ['programme-completed'],
        example: { floor: 40, desired: 55 },
      },
    ),
    kpi('programme-cost', 'Cost of a lasting change', [cents, 'lower', 'yearly', 'ratio', 'output'], {
      purpose: 'Donors ask for overhead; this is what they should ask for.',
      definition:
        'All spending of the year, administration included, over the people better off a year after.',
      counters: ['hardest-reached', 'lasting-change'],
      example: { ceiling: 3_600, desired: 2_900 },
    }),
    kpi('donor-retention', 'Donors who give again', [percent, 'higher', 'quarterly', 'ratio', 'output'], {
      purpose: 'To win a donor costs several times what it costs to keep one.',
      definition:
        'Of the people who gave in the same quarter of last year, the share that has given again since.',
      counters: ['cost-to-raise'],
      example: { floor: 42, desired: 58 },
    }),
    kpi('regular-gifts', 'Regular gifts', [money, 'higher', 'monthly', 'sum', 'output'], {
      purpose: 'What comes every month can be planned with.',
      definition: 'Sum of gifts of the month by standing order, membership or payroll.',
      counters: ['donor-retention', 'cost-to-raise'],
      example: { floor: 30_000, desired: 48_000 },
    }),
    kpi('cost-to-raise', 'Cost of each euro raised', [cents, 'lower', 'quarterly', 'ratio', 'output'], {
      purpose: 'Watches that asking does not eat what is given.',
      definition: 'Spending on fundraising in the quarter, people included, over the gifts received in it.',
      counters: ['donor-retention'],
      example: { ceiling: 0.28, desired: 0.18 },
    }),
    kpi('unrestricted-share', 'Income free of conditions', [percent, 'higher', 'yearly', 'ratio', 'output'], {
      purpose: 'Only free money lets us answer what nobody planned for.',
      definition: 'Income of the year that no donor has tied to a purpose, over all income.',
      counters: ['donor-retention'],
      example: { floor: 30, desired: 45 },
    }),
    kpi('volunteer-hours', 'Hours given by volunteers', [hours, 'higher', 'monthly', 'sum', 'input'], {
      purpose: 'Without them most of it would not happen.',
      definition: 'Hours of volunteers in the month as they are entered after each shift.',
      counters: ['volunteers-return'],
      example: { floor: 900, desired: 1_400 },
    }),
    kpi(
      'volunteers-return',
      'Volunteers who come back',
      [percent, 'higher', 'quarterly', 'ratio', 'output'],
      {
        purpose: 'People give their time where it is treated well.',
        definition:
          'Of the people who helped for the first time in the quarter before, the share that helped again in this one.',
        counters: ['volunteer-hours'],
        example: { floor: 40, desired: 60 },
      },
    ),
  ],
  objectives: [
    objective(
      'nonprofit-lasting',
      'aspirational',
      'The change that we help to make outlasts our help',
      'At the end of a programme we celebrate; a year on we hardly know what became of it.',
      [
        move(
          'lasting-change',
          'Raise people better off after a year from {baseline} to {target}',
          [49, 60],
          ['follow-up-reached'],
        ),
        move(
          'follow-up-reached',
          'Raise people whom we find again after a year from {baseline} to {target}',
          [48, 72],
          ['programme-cost'],
        ),
        move(
          'programme-completed',
          'Raise people who complete the programme from {baseline} to {target}',
          [64, 75],
          ['hardest-reached'],
        ),
      ],
    ),
    objective(
      'nonprofit-need',
      'committed',
      'We are there for those whom others do not reach',
      'Our places fill within a day, with people who read our newsletter.',
      [
        move(
          'hardest-reached',
          'Raise places taken by those in greatest need from {baseline} to {target}',
          [36, 50],
          ['programme-completed'],
        ),
        move(
          'programme-cost',
          'Cut the cost of a lasting change from {baseline} to {target}',
          [3_700, 3_300],
          ['lasting-change'],
        ),
      ],
    ),
    objective(
      'nonprofit-giving',
      'aspirational',
      'People who give once become friends for years',
      'Six of ten donors never give again, and we thank all of them in the same words.',
      [
        move(
          'donor-retention',
          'Raise donors who give again from {baseline} to {target}',
          [40, 50],
          ['cost-to-raise'],
        ),
        move(
          'regular-gifts',
          'Grow regular gifts from {baseline} to {target} a month',
          [31_000, 40_000],
          ['cost-to-raise'],
        ),
      ],
    ),
    objective(
      'nonprofit-volunteers',
      'aspirational',
      'Volunteers leave each shift wanting to come again',
      'Every second new volunteer comes once, waits for somebody to tell them what to do, and stays away.',
      [
        move(
          'volunteers-return',
          'Raise volunteers who come back from {baseline} to {target}',
          [38, 54],
          ['volunteer-hours'],
        ),
        move(
          'volunteer-hours',
          'Grow hours given by volunteers from {baseline} to {target} a month',
          [950, 1_250],
          ['volunteers-return'],
        ),
      ],
    ),
    objective(
      'nonprofit-free',
      'aspirational',
      'We can act when nobody has planned for it',
      'When the flood came we had money for three projects and none for the flood.',
      [
        move(
          'unrestricted-share',
          'Raise income free of conditions from {baseline} to {target}',
          [27, 36],
          ['donor-retention'],
        ),
        move(
          'cost-to-raise',
          'Cut the cost of each euro raised from {baseline} to {target}',
          [0.29, 0.22],
          ['donor-retention'],
        ),
      ],
    ),
  ],
};
