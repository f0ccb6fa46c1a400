import {
  cents,
  type FunctionTemplate,
  hold,
  kpi,
  minutes,
  move,
  number,
  objective,
  percent,
  stars,
} from '../template.ts';

/** What customer support watches and changes. */
export const support: FunctionTemplate = {
  key: 'support',
  name: 'Support',
  what: 'Answer soon, solve for good, and make most questions unnecessary.',
  kpis: [
    kpi('first-response', 'Time to first response', [minutes, 'lower', 'weekly', 'mean', 'input'], {
      purpose: 'Waiting without a word is what customers complain of most.',
      definition:
        'Minutes in opening hours from a new ticket to the first answer written by a person, as the median of the tickets of the week.',
      counters: ['reopened-tickets', 'support-satisfaction'],
      example: { ceiling: 180, desired: 45 },
    }),
    kpi('time-to-solve', 'Time to solve', [minutes, 'lower', 'weekly', 'mean', 'output'], {
      purpose: 'A quick first answer helps nobody whose problem lasts for days.',
      definition:
        'Minutes in opening hours from a new ticket to its last solution, as the median of the tickets solved in the week.',
      counters: ['reopened-tickets'],
      example: { ceiling: 960, desired: 480 },
    }),
    kpi('support-satisfaction', 'Satisfaction with support', [stars, 'higher', 'weekly', 'mean', 'output'], {
      purpose: 'What the answer was worth, said by those who received it.',
      definition: 'Mean of the ratings from 1 to 5 that customers give after a solved ticket.',
      counters: ['rating-response', 'time-to-solve'],
      example: { floor: 4.2, desired: 4.6 },
    }),
    kpi('rating-response', 'Tickets that are rated', [percent, 'higher', 'weekly', 'ratio', 'input'], {
      purpose: 'A rating that only the delighted give says nothing.',
      definition: 'Solved tickets with a rating over all solved tickets of the week.',
      counters: ['support-satisfaction'],
      example: { floor: 20, desired: 35 },
    }),
    kpi('solved-at-once', 'Solved at first contact', [percent, 'higher', 'weekly', 'ratio', 'output'], {
      purpose: 'Each further message is work for two, and doubt for one.',
      definition:
        'Tickets solved with a single answer, and not opened again within seven days, over all tickets solved in the week.',
      counters: ['reopened-tickets', 'support-satisfaction'],
      example: { floor: 50, desired: 70 },
    }),
    kpi('reopened-tickets', 'Tickets opened again', [percent, 'lower', 'weekly', 'ratio', 'output'], {
      purpose: 'Says how often "solved" was our word and not that of the customer.',
      definition:
        'Tickets that the customer opens again within seven days of their solution, over those solved in the week.',
      counters: ['time-to-solve'],
      example: { ceiling: 9, desired: 4 },
    }),
    kpi(
      'contact-rate',
      'Tickets for each 100 customers',
      [number('tickets', 1), 'lower', 'monthly', 'ratio', 'output'],
      {
        purpose: 'The best answer is the question that nobody needs to ask.',
        definition:
          'New tickets of the month over active customers at its end, times 100. Spam and duplicates are left out.',
        counters: ['help-found', 'support-satisfaction'],
        example: { ceiling: 34, desired: 22 },
      },
    ),
    kpi(
      'help-found',
      'Questions answered by the help pages',
      [percent, 'higher', 'monthly', 'ratio', 'input'],
      {
        purpose: 'Customers who find the answer themselves have it at night too.',
        definition:
          'Visits to a help page without a ticket of the same person within 24 hours, over all visits to help pages.',
        counters: ['support-satisfaction'],
        example: { floor: 60, desired: 78 },
      },
    ),
    kpi(
      'ticket-backlog',
      'Tickets older than three days',
      [number('tickets'), 'lower', 'weekly', 'last', 'input'],
      {
        purpose: 'Old tickets are the ones that turn into departures.',
        definition:
          'Tickets that are open on Friday evening and were opened more than three working days before.',
        counters: ['reopened-tickets'],
        example: { ceiling: 60, desired: 20 },
      },
    ),
    kpi('cost-per-ticket', 'Cost of a ticket', [cents, 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'Shows what an avoidable question costs, which is the case for preventing it.',
      definition:
        'All costs of the support team in the month, tools included, over the tickets solved in it.',
      counters: ['support-satisfaction'],
      example: { ceiling: 14, desired: 10 },
    }),
  ],
  objectives: [
    objective(
      'support-soon',
      'aspirational',
      'Customers get an answer while they still care',
      'Who waits for half a day has written a second ticket, or has begun to look around.',
      [
        move(
          'first-response',
          'Cut the time to first response from {baseline} to {target}',
          [240, 45],
          ['reopened-tickets'],
        ),
        move(
          'ticket-backlog',
          'Reduce tickets older than three days from {baseline} to {target}',
          [85, 25],
          ['reopened-tickets'],
        ),
        hold(
          'support-satisfaction',
          'Reach a satisfaction of {level} or better in {run} weeks in a row',
          ['at least', 4.5, 6, 'weekly'],
          ['rating-response'],
        ),
      ],
    ),
    objective(
      'support-for-good',
      'aspirational',
      'What we call solved is solved for the customer',
      'Every tenth ticket comes back, and the second round takes three times as long.',
      [
        move(
          'reopened-tickets',
          'Cut tickets opened again from {baseline} to {target}',
          [9.5, 5],
          ['time-to-solve'],
        ),
        move(
          'solved-at-once',
          'Raise tickets solved at first contact from {baseline} to {target}',
          [54, 66],
          ['support-satisfaction'],
        ),
        move(
          'time-to-solve',
          'Cut the time to solve from {baseline} to {target}',
          [900, 600],
          ['reopened-tickets'],
        ),
      ],
    ),
    objective(
      'support-prevent',
      'aspirational',
      'Customers succeed without having to ask us',
      'Forty questions make up half of all tickets, and each of them has an answer that could be in the product.',
      [
        move(
          'contact-rate',
          'Reduce tickets for each 100 customers from {baseline} to {target}',
          [32, 24],
          ['support-satisfaction'],
        ),
        move(
          'help-found',
          'Raise questions answered by the help pages from {baseline} to {target}',
          [61, 74],
          ['support-satisfaction'],
        ),
      ],
    ),
    objective(
      'support-listen',
      'committed',
      'We hear from quiet customers as well as from loud ones',
      'Only those who are delighted or furious rate us, so the mean tells of neither.',
      [
        move(
          'rating-response',
          'Raise tickets that are rated from {baseline} to {target}',
          [18, 32],
          ['support-satisfaction'],
        ),
        move(
          'support-satisfaction',
          'Raise satisfaction with support from {baseline} to {target}',
          [4.25, 4.45],
          ['cost-per-ticket'],
        ),
      ],
    ),
  ],
};
