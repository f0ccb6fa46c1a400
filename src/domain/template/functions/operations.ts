import {
  cents,
  days,
  type FunctionTemplate,
  hours,
  kpi,
  move,
  number,
  objective,
  percent,
} from '../template.ts';

/** What operations watch and change: making, storing and delivering. */
export const operations: FunctionTemplate = {
  key: 'operations',
  name: 'Operations',
  what: 'Deliver what was promised, on the day, without waste and without harm.',
  kpis: [
    kpi(
      'on-time-in-full',
      'Delivered on time and in full',
      [percent, 'higher', 'weekly', 'ratio', 'output'],
      {
        purpose: 'The promise as the customer counts it.',
        definition:
          'Orders delivered complete, without damage and on the day first confirmed, over all orders due in the week.',
        counters: ['stock-days', 'promise-days'],
        example: { floor: 90, desired: 97 },
      },
    ),
    kpi('promise-days', 'Days promised to customers', [days, 'lower', 'weekly', 'mean', 'output'], {
      purpose: 'A promise can always be kept by promising little.',
      definition: 'Days from the order to the day first confirmed, as a mean over the orders of the week.',
      counters: ['on-time-in-full'],
      example: { ceiling: 9, desired: 5 },
    }),
    kpi('throughput-days', 'Days through the works', [days, 'lower', 'weekly', 'mean', 'input'], {
      purpose: 'Most of the time nothing is done to a thing; it waits.',
      definition:
        'Days from the release of a job to its last step, as the median of the jobs finished in the week.',
      counters: ['first-pass'],
      example: { ceiling: 8, desired: 4 },
    }),
    kpi('first-pass', 'Right at the first pass', [percent, 'higher', 'weekly', 'ratio', 'output'], {
      purpose: 'What is done twice is paid twice, and is late besides.',
      definition:
        'Pieces that pass all steps without rework, repair or scrap, over all pieces begun in the week.',
      counters: ['throughput-days'],
      example: { floor: 92, desired: 97 },
    }),
    kpi('scrap-cost', 'Cost of scrap and rework', [percent, 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'Puts a price on what everybody has become used to.',
      definition: 'Material and hours spent on scrap and rework in the month, over all material and hours.',
      counters: ['faults-let-through'],
      example: { ceiling: 4, desired: 2 },
    }),
    kpi(
      'faults-let-through',
      'Complaints for each thousand deliveries',
      [number('complaints', 1), 'lower', 'monthly', 'ratio', 'output'],
      {
        purpose: 'The faults that our own eyes have passed.',
        definition: 'Justified complaints of the month over the deliveries of the month before, times 1,000.',
        counters: ['scrap-cost'],
        example: { ceiling: 9, desired: 4 },
      },
    ),
    kpi('stock-days', 'Days of stock', [number('days', 1), 'within', 'monthly', 'ratio', 'input'], {
      purpose: 'Too little stops the line, too much ties up cash and hides faults.',
      definition:
        'Value of the stock at the end of the month over the cost of goods of the last three months, times 91.',
      counters: ['on-time-in-full'],
      example: { floor: 15, ceiling: 40 },
    }),
    kpi('planned-uptime', 'Machines that run when planned', [percent, 'higher', 'weekly', 'ratio', 'input'], {
      purpose: 'An hour lost at the bottleneck is lost for all.',
      definition:
        'Hours that the bottleneck machines ran, over the hours that they were planned to run in the week.',
      counters: ['maintenance-on-time'],
      example: { floor: 85, desired: 93 },
    }),
    kpi(
      'maintenance-on-time',
      'Maintenance done on its day',
      [percent, 'higher', 'monthly', 'ratio', 'input'],
      {
        purpose: 'Put-off maintenance is a stop with an unknown date.',
        definition:
          'Planned maintenance jobs finished within two days of their date, over those planned for the month.',
        counters: ['planned-uptime'],
        example: { floor: 80, desired: 95 },
      },
    ),
    kpi('near-misses', 'Near misses told', [number('reports', 1), 'higher', 'monthly', 'ratio', 'input'], {
      purpose: 'Where nobody tells of near misses, the next accident comes unannounced.',
      definition: 'Reports of dangerous situations without harm in the month, for each 100 people on site.',
      counters: ['accident-rate'],
      example: { floor: 4, desired: 9 },
    }),
    kpi(
      'accident-rate',
      'Accidents with lost time',
      [number('accidents', 1), 'lower', 'quarterly', 'ratio', 'output'],
      {
        purpose: 'Everybody goes home as they came: the one line that no order may cross.',
        definition: 'Accidents of the quarter that cost at least one shift, for each million hours worked.',
        counters: ['near-misses'],
        example: { ceiling: 6, desired: 2 },
      },
    ),
    kpi('cost-per-unit', 'Cost of a unit', [cents, 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'What is left of all the improvements in the end.',
      definition: 'All costs of making and delivering in the month, over the good units delivered.',
      counters: ['first-pass', 'accident-rate'],
      example: { ceiling: 42, desired: 36 },
    }),
    kpi('change-over', 'Time of a change-over', [hours, 'lower', 'weekly', 'mean', 'input'], {
      purpose: 'Long change-overs breed large batches, and large batches breed waiting.',
      definition:
        'Hours from the last good piece of one job to the first good piece of the next on the bottleneck machines; median of the week.',
      counters: ['first-pass'],
      example: { ceiling: 2.5, desired: 1 },
    }),
  ],
  objectives: [
    objective(
      'operations-promise',
      'committed',
      'A promised day is a promised day',
      'Late deliveries are the first reason that customers give when they leave.',
      [
        move(
          'on-time-in-full',
          'Raise orders delivered on time and in full from {baseline} to {target}',
          [88, 95],
          ['promise-days'],
        ),
        move(
          'throughput-days',
          'Cut the days through the works from {baseline} to {target}',
          [9, 5.5],
          ['first-pass'],
        ),
        move(
          'promise-days',
          'Shorten the days promised to customers from {baseline} to {target}',
          [10, 7],
          ['stock-days'],
        ),
      ],
    ),
    objective(
      'operations-once',
      'aspirational',
      'What leaves a step is right, and nobody makes it twice',
      'One hour in twelve goes into what was done before.',
      [
        move(
          'first-pass',
          'Raise pieces that are right at the first pass from {baseline} to {target}',
          [91, 96],
          ['throughput-days'],
        ),
        move(
          'scrap-cost',
          'Cut the cost of scrap and rework from {baseline} to {target}',
          [4.5, 2.5],
          ['faults-let-through'],
        ),
        move(
          'faults-let-through',
          'Reduce complaints for each thousand deliveries from {baseline} to {target}',
          [9.8, 5],
          ['scrap-cost'],
        ),
      ],
    ),
    objective(
      'operations-bottleneck',
      'aspirational',
      'Our bottleneck never waits for us',
      'The machine on which everything depends stands still for one hour in six.',
      [
        move(
          'planned-uptime',
          'Raise the running time of the bottleneck from {baseline} to {target} of what was planned',
          [83, 91],
          ['maintenance-on-time'],
        ),
        move(
          'change-over',
          'Cut the time of a change-over from {baseline} to {target}',
          [2.6, 1.4],
          ['first-pass'],
        ),
        move(
          'maintenance-on-time',
          'Raise maintenance done on its day from {baseline} to {target}',
          [70, 92],
          ['planned-uptime'],
        ),
      ],
    ),
    objective(
      'operations-safe',
      'committed',
      'Everybody goes home as healthy as they came',
      'Three people were hurt this year, each at a place that somebody had pointed out before.',
      [
        move(
          'accident-rate',
          'Reduce accidents with lost time from {baseline} to {target} for each million hours',
          [6.5, 3],
          ['near-misses'],
        ),
        move(
          'near-misses',
          'Raise near misses told from {baseline} to {target} a month for each 100 people',
          [3.2, 7],
          ['accident-rate'],
        ),
      ],
    ),
    objective(
      'operations-lean',
      'aspirational',
      'Customers pay for what we make, and for nothing else',
      'Our prices have come to their limit, and our costs have not.',
      [
        move(
          'cost-per-unit',
          'Cut the cost of a unit from {baseline} to {target}',
          [43, 38.5],
          ['accident-rate'],
        ),
        move(
          'stock-days',
          'Cut the days of stock from {baseline} to {target}',
          [46, 30],
          ['on-time-in-full'],
        ),
      ],
    ),
  ],
};
