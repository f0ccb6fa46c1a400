import {
  days,
  type FunctionTemplate,
  hours,
  kpi,
  money,
  move,
  number,
  objective,
  percent,
} from '../template.ts';

/** What sales watches and changes. */
export const sales: FunctionTemplate = {
  key: 'sales',
  name: 'Sales',
  what: 'Win customers who stay, at a price that holds, with a forecast that others can plan by.',
  kpis: [
    kpi('win-rate', 'Win rate', [percent, 'higher', 'monthly', 'ratio', 'output'], {
      purpose: 'Says whether we talk to the right buyers and whether they believe us.',
      definition:
        'Deals won over all deals decided in the month, won or lost. A deal that went silent for 90 days counts as lost.',
      counters: ['discount-given'],
      example: { floor: 18, desired: 28 },
    }),
    kpi('discount-given', 'Discount given', [percent, 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'Shows what a signature costs us when the value was not understood.',
      definition:
        'List price less agreed price, summed over the deals won in the month, over the sum of their list prices.',
      counters: ['win-rate'],
      example: { ceiling: 18, desired: 10 },
    }),
    kpi('sales-cycle', 'Length of a sale', [days, 'lower', 'monthly', 'mean', 'output'], {
      purpose: 'Long sales tie up people and hide deals that will never close.',
      definition:
        'Days from the first qualified talk to the signature, as a mean over the deals won in the month.',
      counters: ['discount-given', 'early-losses'],
      example: { ceiling: 80, desired: 50 },
    }),
    kpi('qualified-pipeline', 'Qualified pipeline', [money, 'higher', 'weekly', 'last', 'input'], {
      purpose: 'What is not in the pipeline today cannot be won next quarter.',
      definition:
        'Expected yearly value of the open deals in which need, budget, decision maker and date are known, as it stands at the end of the week.',
      counters: ['win-rate'],
      example: { floor: 800_000, desired: 1_400_000 },
    }),
    kpi('deal-value', 'Value of a deal', [money, 'higher', 'monthly', 'mean', 'output'], {
      purpose: 'Larger deals pay for the care that each customer needs.',
      definition: 'Yearly value of a contract, as a mean over the contracts signed in the month.',
      counters: ['sales-cycle', 'win-rate'],
      example: { floor: 18_000, desired: 30_000 },
    }),
    kpi('forecast-error', 'Error of the sales forecast', [percent, 'lower', 'monthly', 'mean', 'output'], {
      purpose: 'Hiring, stock and cash are planned by what sales foresees.',
      definition:
        'Distance between the sales foreseen on the first working day of the month and those booked by its end, without its sign, over those booked.',
      counters: ['new-sales'],
      example: { ceiling: 30, desired: 12 },
    }),
    kpi('new-sales', 'New sales', [money, 'higher', 'monthly', 'sum', 'output'], {
      purpose: 'The growth that comes from customers whom we did not have before.',
      definition:
        'Yearly value of the contracts signed in the month with customers who bought nothing in the year before.',
      counters: ['early-losses', 'discount-given'],
      example: { floor: 250_000, desired: 390_000 },
    }),
    kpi('first-talks', 'First talks with buyers', [number('talks'), 'higher', 'weekly', 'sum', 'input'], {
      purpose: 'The earliest step that we hold in our own hands.',
      definition:
        'First talks of at least twenty minutes that took place in the week with somebody who takes part in the decision to buy.',
      counters: ['win-rate'],
      example: { floor: 14, desired: 30 },
    }),
    kpi(
      'early-losses',
      'Customers lost in their first year',
      [percent, 'lower', 'monthly', 'ratio', 'output'],
      {
        purpose: 'Tells whether we promised what the product keeps.',
        definition:
          'Of the customers who signed in the same month of last year, the share that has left since.',
        counters: ['new-sales'],
        example: { ceiling: 15, desired: 8 },
      },
    ),
    kpi('enquiry-answer', 'Time to answer an enquiry', [hours, 'lower', 'weekly', 'mean', 'input'], {
      purpose: 'Who asks today has asked others too, and the first to answer is heard best.',
      definition:
        'Working hours from an enquiry to the first answer by a person, as a mean over the enquiries of the week.',
      counters: ['win-rate'],
      example: { ceiling: 16, desired: 4 },
    }),
  ],
  objectives: [
    objective(
      'sales-understood',
      'aspirational',
      'Buyers choose us because we understand their work best',
      'We lose deals to nobody in particular: buyers stop answering once the talk turns from their work to our features.',
      [
        move('win-rate', 'Raise the win rate from {baseline} to {target}', [21, 28], ['discount-given']),
        move('sales-cycle', 'Shorten a sale from {baseline} to {target}', [68, 52], ['early-losses']),
        move(
          'deal-value',
          'Raise the value of a deal from {baseline} to {target}',
          [22_000, 26_000],
          ['sales-cycle'],
        ),
      ],
    ),
    objective(
      'sales-price',
      'aspirational',
      'Customers pay our price gladly, because they see what it gives them',
      'The discount has become the argument, and what is given away at the signature is missed every year after it.',
      [
        move(
          'discount-given',
          'Cut the discount given from {baseline} to {target} of the list price',
          [16, 10],
          ['win-rate'],
        ),
        move(
          'deal-value',
          'Raise the value of a deal from {baseline} to {target}',
          [22_000, 28_000],
          ['sales-cycle'],
        ),
      ],
    ),
    objective(
      'sales-forecast',
      'committed',
      'The whole company can plan by what sales foresees',
      'Twice this year we hired for sales that did not come, and once we had nobody for those that did.',
      [
        move(
          'forecast-error',
          'Cut the error of the sales forecast from {baseline} to {target}',
          [27, 12],
          ['new-sales'],
        ),
        move(
          'qualified-pipeline',
          'Grow the qualified pipeline from {baseline} to {target}',
          [900_000, 1_300_000],
          ['win-rate'],
        ),
      ],
    ),
    objective(
      'sales-stay',
      'aspirational',
      'The customers whom we win are those who stay',
      'Every seventh new customer leaves within a year, which costs more than the sale has brought.',
      [
        move(
          'early-losses',
          'Cut customers lost in their first year from {baseline} to {target}',
          [14, 8],
          ['new-sales'],
        ),
        move(
          'new-sales',
          'Grow new sales from {baseline} to {target} a month',
          [310_000, 370_000],
          ['discount-given'],
        ),
      ],
    ),
    objective(
      'sales-prompt',
      'committed',
      'Whoever asks us gets an answer while the question is still warm',
      'Most enquiries are answered after the weekend, and by then another has been to see them.',
      [
        move(
          'enquiry-answer',
          'Cut the time to answer an enquiry from {baseline} to {target}',
          [19, 4],
          ['win-rate'],
        ),
        move(
          'first-talks',
          'Turn enquiries into talks: from {baseline} to {target} first talks a week',
          [18, 24],
          ['win-rate'],
        ),
      ],
    ),
  ],
};
