import { days, type FunctionTemplate, kpi, money, move, number, objective, percent } from '../template.ts';

/** What customer success watches and changes. */
export const success: FunctionTemplate = {
  key: 'success',
  name: 'Customer success',
  what: 'See to it that customers reach what they bought the product for, and stay because of it.',
  kpis: [
    kpi('net-retention', 'Net revenue retention', [percent, 'higher', 'monthly', 'ratio', 'output'], {
      purpose: 'Growth from those who know us best: the plainest proof of worth.',
      definition:
        'Recurring revenue today from the customers of twelve months ago, over their recurring revenue then; growth, shrinkage and departures included.',
      counters: ['gross-churn', 'net-promoter'],
      example: { floor: 98, desired: 108 },
    }),
    kpi('gross-churn', 'Revenue lost to departures', [percent, 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'Growth elsewhere can hide it for a year, but never for two.',
      definition:
        'Recurring revenue of customers who left or shrank in the month, over the recurring revenue at its start.',
      counters: ['retention-discount'],
      example: { ceiling: 1.8, desired: 1 },
    }),
    kpi('retention-discount', 'Discount given at renewal', [percent, 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'A customer who is kept by a discount has been told what we are worth.',
      definition: 'Old price less new price of the contracts renewed in the month, over their old price.',
      counters: ['gross-churn'],
      example: { ceiling: 8, desired: 4 },
    }),
    kpi('time-to-value', 'Time to first value', [days, 'lower', 'monthly', 'mean', 'input'], {
      purpose: 'Customers decide in the first weeks whether it was a good idea.',
      definition:
        'Days from the signature until the customer has done for the first time what they bought the product for, as the median of those who did in the month.',
      counters: ['adopted-customers'],
      example: { ceiling: 40, desired: 21 },
    }),
    kpi(
      'adopted-customers',
      'Customers who use what they bought',
      [percent, 'higher', 'monthly', 'ratio', 'input'],
      {
        purpose: 'Unused licences are departures that have a date.',
        definition:
          'Customers in which at least six of ten paid seats did something in the product in the month, over all customers.',
        counters: ['customer-effort'],
        example: { floor: 60, desired: 75 },
      },
    ),
    kpi(
      'customer-effort',
      'Effort told by customers',
      [number('points', 2), 'lower', 'quarterly', 'mean', 'output'],
      {
        purpose: 'Ease predicts staying better than delight does.',
        definition:
          'Mean answer from 1 (very easy) to 7 (very hard) to how hard it was to reach the last thing that they wanted.',
        counters: ['adopted-customers'],
        example: { ceiling: 3.4, desired: 2.6 },
      },
    ),
    kpi('net-promoter', 'Net promoter score', [number('points'), 'higher', 'quarterly', 'mean', 'output'], {
      purpose: 'Whether people would put their own name beside ours.',
      definition:
        'Share of answers of 9 and 10 less share of answers up to 6, of all customers asked in the quarter, on how likely they would recommend us.',
      counters: ['survey-answers'],
      example: { floor: 25, desired: 42 },
    }),
    kpi(
      'survey-answers',
      'Customers who answer our survey',
      [percent, 'higher', 'quarterly', 'ratio', 'input'],
      {
        purpose: 'A score from one tenth of the customers is a score of that tenth.',
        definition: 'Customers with at least one answer over all customers asked in the quarter.',
        counters: ['net-promoter'],
        example: { floor: 30, desired: 45 },
      },
    ),
    kpi('expansion', 'Expansion revenue', [money, 'higher', 'monthly', 'sum', 'output'], {
      purpose: 'Customers who buy more have found what they came for.',
      definition: 'Additional recurring revenue that customers of more than 90 days agreed to in the month.',
      counters: ['gross-churn', 'net-promoter'],
      example: { floor: 20_000, desired: 45_000 },
    }),
  ],
  objectives: [
    objective(
      'success-first-weeks',
      'aspirational',
      'New customers reach what they came for within their first weeks',
      'Those who get there in a month stay for years; those who do not are gone at the first renewal.',
      [
        move(
          'time-to-value',
          'Cut the time to first value from {baseline} to {target}',
          [38, 24],
          ['adopted-customers'],
        ),
        move(
          'adopted-customers',
          'Raise customers who use what they bought from {baseline} to {target}',
          [61, 72],
          ['customer-effort'],
        ),
      ],
    ),
    objective(
      'success-stay',
      'committed',
      'Customers stay because leaving would cost them something that they value',
      "Half of last year's departures had not been spoken with for a quarter.",
      [
        move(
          'gross-churn',
          'Cut revenue lost to departures from {baseline} to {target} a month',
          [1.9, 1.2],
          ['retention-discount'],
        ),
        move(
          'retention-discount',
          'Cut the discount given at renewal from {baseline} to {target}',
          [9, 5],
          ['gross-churn'],
        ),
        move(
          'net-retention',
          'Raise net revenue retention from {baseline} to {target}',
          [97, 103],
          ['net-promoter'],
        ),
      ],
    ),
    objective(
      'success-grow',
      'aspirational',
      'Customers grow with us because it pays for them',
      'Six of our ten largest customers began small, and nobody had planned it.',
      [
        move(
          'expansion',
          'Grow expansion revenue from {baseline} to {target} a month',
          [24_000, 38_000],
          ['net-promoter'],
        ),
        move(
          'adopted-customers',
          'Raise customers who use what they bought from {baseline} to {target}',
          [61, 70],
          ['customer-effort'],
        ),
      ],
    ),
    objective(
      'success-easy',
      'aspirational',
      'Customers find us easy to deal with',
      'Customers praise our people and curse our paths: three systems, four forms, two names for everything.',
      [
        move(
          'customer-effort',
          'Cut the effort told by customers from {baseline} to {target}',
          [3.6, 2.8],
          ['adopted-customers'],
        ),
        move(
          'net-promoter',
          'Raise the net promoter score from {baseline} to {target}',
          [27, 38],
          ['survey-answers'],
        ),
        move(
          'survey-answers',
          'Raise customers who answer our survey from {baseline} to {target}',
          [28, 40],
          ['net-promoter'],
        ),
      ],
    ),
  ],
};
