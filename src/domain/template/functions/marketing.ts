import { cents, type FunctionTemplate, kpi, money, move, number, objective, percent } from '../template.ts';

/** What marketing watches and changes. */
export const marketing: FunctionTemplate = {
  key: 'marketing',
  name: 'Marketing',
  what: 'Be found, understood and believed by the people for whom the product is made.',
  kpis: [
    kpi('qualified-leads', 'Qualified leads', [number('leads'), 'higher', 'monthly', 'sum', 'output'], {
      purpose: 'What marketing hands on must be worth the time of those who receive it.',
      definition:
        'People of the month whom sales has spoken with and found to have a need, a budget and a date.',
      counters: ['cost-per-lead', 'lead-to-customer'],
      example: { floor: 120, desired: 220 },
    }),
    kpi('cost-per-lead', 'Cost of a qualified lead', [cents, 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'Keeps growth honest: anybody can buy attention.',
      definition:
        'All that was spent on campaigns, tools and agencies in the month, over the qualified leads of the month.',
      counters: ['lead-to-customer'],
      example: { ceiling: 260, desired: 160 },
    }),
    kpi(
      'lead-to-customer',
      'Leads that become customers',
      [percent, 'higher', 'monthly', 'ratio', 'output'],
      {
        purpose: 'Tells whether we attract those for whom we are made.',
        definition: 'Of the qualified leads of the month three months ago, the share that has bought by now.',
        counters: ['qualified-leads'],
        example: { floor: 8, desired: 14 },
      },
    ),
    kpi('aided-recall', 'People who name us unasked', [percent, 'higher', 'quarterly', 'ratio', 'output'], {
      purpose: 'Being known makes every other step cheaper, and it moves slowly.',
      definition:
        'Share of 400 people of our market, drawn anew each quarter, who name us when asked which makers they know.',
      counters: ['spend-share'],
      example: { floor: 8, desired: 15 },
    }),
    kpi('search-share', 'Search for our name', [percent, 'higher', 'monthly', 'ratio', 'input'], {
      purpose: 'Who searches for a name has heard of it: the earliest sign that a message arrives.',
      definition:
        'Searches for our name over the searches for our name and those of our five nearest rivals.',
      counters: ['spend-share'],
      example: { floor: 12, desired: 20 },
    }),
    kpi('page-to-trial', 'Visitors who try the product', [percent, 'higher', 'weekly', 'ratio', 'input'], {
      purpose: 'Shows whether the page says what the product does, to those whom it is for.',
      definition:
        'Visitors who start a trial within seven days over all visitors of the week; robots and staff are left out.',
      counters: ['trial-to-paid'],
      example: { floor: 2, desired: 4 },
    }),
    kpi('trial-to-paid', 'Trials that become paid', [percent, 'higher', 'monthly', 'ratio', 'output'], {
      purpose: 'A trial that nobody pays for afterwards was a wrong promise.',
      definition:
        'Of the trials that ended in the month, the share that pays within fourteen days of its end.',
      counters: ['page-to-trial', 'early-losses'],
      example: { floor: 11, desired: 18 },
    }),
    kpi('spend-share', 'Marketing spend in revenue', [percent, 'within', 'quarterly', 'ratio', 'input'], {
      purpose: 'Too little starves next year, too much buys this one.',
      definition:
        'All that marketing spends in the quarter, people included, over the revenue of the quarter.',
      counters: ['qualified-leads'],
      example: { floor: 6, ceiling: 12 },
    }),
    kpi('reader-return', 'Readers who come back', [percent, 'higher', 'monthly', 'ratio', 'input'], {
      purpose: 'Who returns by choice has found something useful; a click is only a click.',
      definition:
        'Of the people who read an article of ours to its end last month, the share that read another one this month.',
      counters: ['cost-per-lead'],
      example: { floor: 15, desired: 25 },
    }),
    kpi('attributed-revenue', 'Revenue begun by marketing', [money, 'higher', 'quarterly', 'sum', 'output'], {
      purpose: 'The result by which a budget can be argued for.',
      definition:
        'Revenue of the quarter from customers whose first recorded contact was a channel of marketing.',
      counters: ['cost-per-lead'],
      example: { floor: 400_000, desired: 650_000 },
    }),
  ],
  objectives: [
    objective(
      'marketing-right-people',
      'aspirational',
      'The people who reach sales are those whom we can help',
      'Sales sorts out two of three people whom we send, and has stopped trusting the list.',
      [
        move(
          'lead-to-customer',
          'Raise leads that become customers from {baseline} to {target}',
          [9, 13],
          ['qualified-leads'],
        ),
        move(
          'cost-per-lead',
          'Cut the cost of a qualified lead from {baseline} to {target}',
          [240, 180],
          ['lead-to-customer'],
        ),
        move(
          'qualified-leads',
          'Grow qualified leads from {baseline} to {target} a month',
          [140, 190],
          ['lead-to-customer'],
        ),
      ],
    ),
    objective(
      'marketing-known',
      'aspirational',
      'Our market thinks of us first',
      'Buyers like us once they meet us, but they put us on the list last, or not at all.',
      [
        move(
          'aided-recall',
          'Raise people who name us unasked from {baseline} to {target}',
          [9, 13],
          ['spend-share'],
        ),
        move(
          'search-share',
          'Lift our share of searches from {baseline} to {target}',
          [13, 18],
          ['spend-share'],
        ),
      ],
    ),
    objective(
      'marketing-page',
      'committed',
      'Whoever comes to our pages understands at once what the product is for',
      'In talks with visitors, six of ten could not say what we sell after a minute on the page.',
      [
        move(
          'page-to-trial',
          'Raise visitors who try the product from {baseline} to {target}',
          [2.1, 3.4],
          ['trial-to-paid'],
        ),
        move(
          'trial-to-paid',
          'Raise trials that become paid from {baseline} to {target}',
          [12, 16],
          ['early-losses'],
        ),
      ],
    ),
    objective(
      'marketing-readers',
      'learning',
      'Find out what our readers would miss if we stopped writing',
      'We publish every week and do not know which piece has ever helped anybody.',
      [
        move(
          'reader-return',
          'Raise readers who come back from {baseline} to {target}',
          [16, 24],
          ['cost-per-lead'],
        ),
        move(
          'attributed-revenue',
          'Grow revenue begun by marketing from {baseline} to {target} a quarter',
          [420_000, 520_000],
          ['cost-per-lead'],
        ),
      ],
    ),
  ],
};
