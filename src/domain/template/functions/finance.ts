import { cents, type FunctionTemplate, hold, kpi, move, number, objective, percent } from '../template.ts';

/** What finance watches and changes. */
export const finance: FunctionTemplate = {
  key: 'finance',
  name: 'Finance',
  what: 'Keep the organisation able to pay, able to see, and able to choose.',
  kpis: [
    kpi('cash-runway', 'Months of cash', [number('months', 1), 'higher', 'monthly', 'last', 'output'], {
      purpose: 'Everything else can be mended while there is money.',
      definition:
        'Cash and free credit at the end of the month, over the mean outflow of the last three months less what was certain to come in.',
      counters: ['budget-distance', 'supplier-days'],
      example: { floor: 9, desired: 15 },
    }),
    kpi('gross-margin', 'Gross margin', [percent, 'higher', 'monthly', 'ratio', 'output'], {
      purpose: 'What is left to run and to grow on.',
      definition:
        'Revenue of the month less what it cost to deliver it (goods, hosting, support, licences), over the revenue.',
      counters: ['support-satisfaction', 'win-rate'],
      example: { floor: 62, desired: 70 },
    }),
    kpi('operating-margin', 'Operating margin', [percent, 'higher', 'quarterly', 'ratio', 'output'], {
      purpose: 'Whether what we do pays for itself.',
      definition: 'Profit of the quarter before interest and tax, over its revenue.',
      counters: ['new-sales', 'engaged-people'],
      example: { floor: 5, desired: 12 },
    }),
    kpi(
      'receivable-days',
      'Days until customers pay',
      [number('days', 1), 'lower', 'monthly', 'ratio', 'output'],
      {
        purpose: 'We are not the bank of our customers.',
        definition:
          'Open invoices at the end of the month over the revenue of the last three months, times 91.',
        counters: ['net-promoter'],
        example: { ceiling: 52, desired: 38 },
      },
    ),
    kpi(
      'overdue-receivables',
      'Invoices overdue by a month',
      [percent, 'lower', 'weekly', 'ratio', 'input'],
      {
        purpose: 'What is old is often never paid.',
        definition:
          'Sum of invoices that are more than 30 days past their date, over all open invoices at the end of the week.',
        counters: ['net-promoter'],
        example: { ceiling: 12, desired: 4 },
      },
    ),
    kpi('supplier-days', 'Days until we pay', [number('days', 1), 'within', 'monthly', 'ratio', 'input'], {
      purpose: 'Too early costs us cash, too late costs us friends.',
      definition:
        'Open bills of suppliers at the end of the month over the purchases of the last three months, times 91.',
      counters: ['cash-runway'],
      example: { floor: 20, ceiling: 45 },
    }),
    kpi(
      'close-days',
      'Days to close the month',
      [number('working days'), 'lower', 'monthly', 'last', 'output'],
      {
        purpose: 'Figures that come late are history, not steering.',
        definition: 'Working days from the end of the month until its figures were released to the leads.',
        counters: ['close-corrections'],
        example: { ceiling: 10, desired: 5 },
      },
    ),
    kpi(
      'close-corrections',
      'Corrections after the close',
      [number('entries'), 'lower', 'monthly', 'sum', 'output'],
      {
        purpose: 'A quick close that is mended for weeks was not one.',
        definition: 'Entries booked in the month into months that had been closed before.',
        counters: ['close-days'],
        example: { ceiling: 20, desired: 6 },
      },
    ),
    kpi('forecast-distance', 'Error of the cash forecast', [percent, 'lower', 'monthly', 'mean', 'output'], {
      purpose: 'A surprise in cash is a decision that somebody else takes.',
      definition:
        'Distance between the cash foreseen three months before and the cash at the end of the month, without its sign, over the cash.',
      counters: ['close-days'],
      example: { ceiling: 15, desired: 6 },
    }),
    kpi('budget-distance', 'Spending beside the plan', [percent, 'within', 'monthly', 'ratio', 'output'], {
      purpose: 'Overspending hurts today, and what is not spent may be missed tomorrow.',
      definition: 'Spending of the month less what was planned for it, over the plan; all cost centres.',
      counters: ['operating-margin'],
      example: { floor: -8, ceiling: 4 },
    }),
    kpi('invoice-cost', 'Cost of handling a bill', [cents, 'lower', 'quarterly', 'ratio', 'input'], {
      purpose: 'Paper that passes through five hands costs more than what it is about.',
      definition:
        'Cost of the people and tools that receive, check and pay bills in the quarter, over the bills paid.',
      counters: ['close-corrections'],
      example: { ceiling: 9, desired: 4.5 },
    }),
  ],
  objectives: [
    objective(
      'finance-cash',
      'committed',
      'We decide about our future from a position of calm',
      'With less than a year of cash every choice is taken by the calendar.',
      [
        move(
          'cash-runway',
          'Extend the months of cash from {baseline} to {target}',
          [8.5, 13],
          ['supplier-days'],
        ),
        move(
          'receivable-days',
          'Cut the days until customers pay from {baseline} to {target}',
          [55, 42],
          ['net-promoter'],
        ),
        move(
          'overdue-receivables',
          'Cut invoices overdue by a month from {baseline} to {target}',
          [14, 6],
          ['net-promoter'],
        ),
      ],
    ),
    objective(
      'finance-see',
      'committed',
      'Leads steer by figures that are fresh and right',
      'The March figures arrived in the last week of April, and were corrected in May.',
      [
        move(
          'close-days',
          'Cut the days to close the month from {baseline} to {target}',
          [12, 6],
          ['close-corrections'],
        ),
        move(
          'close-corrections',
          'Reduce corrections after the close from {baseline} to {target} a month',
          [26, 8],
          ['close-days'],
        ),
      ],
    ),
    objective(
      'finance-earn',
      'aspirational',
      'What we deliver leaves enough to grow on',
      'Revenue has doubled in two years, and what is left of it has not moved.',
      [
        move(
          'gross-margin',
          'Raise the gross margin from {baseline} to {target}',
          [60, 66],
          ['support-satisfaction'],
        ),
        move(
          'operating-margin',
          'Raise the operating margin from {baseline} to {target}',
          [4, 8],
          ['engaged-people'],
        ),
      ],
    ),
    objective(
      'finance-foresee',
      'aspirational',
      'Nothing about our money surprises us',
      'Three of the last six months ended a fifth away from what we had foreseen.',
      [
        move(
          'forecast-distance',
          'Cut the error of the cash forecast from {baseline} to {target}',
          [18, 7],
          ['close-days'],
        ),
        hold(
          'budget-distance',
          'Bring spending to at most {level} above plan in {run} consecutive months',
          ['at most', 3, 3, 'monthly'],
          ['operating-margin'],
        ),
      ],
    ),
    objective(
      'finance-light',
      'aspirational',
      'Paying a bill is no work for anybody',
      'A bill of forty euros is touched by five people.',
      [
        move(
          'invoice-cost',
          'Cut the cost of handling a bill from {baseline} to {target}',
          [9.4, 5],
          ['close-corrections'],
        ),
        move(
          'close-days',
          'Cut the days to close the month from {baseline} to {target}',
          [12, 8],
          ['close-corrections'],
        ),
      ],
    ),
  ],
};
