import {
  cents,
  days,
  type FunctionTemplate,
  kpi,
  minutes,
  move,
  number,
  objective,
  percent,
} from '../template.ts';

/** What public services and administrations watch and change. */
export const publicSector: FunctionTemplate = {
  key: 'public-sector',
  name: 'Public sector',
  what: 'Serve everybody alike, in time and in words that can be understood, with money that is theirs.',
  kpis: [
    kpi('decision-days', 'Days until a decision', [days, 'lower', 'monthly', 'mean', 'output'], {
      purpose: 'Behind every application somebody waits with a plan for their life.',
      definition:
        'Days from an application to the decision sent, as the median of the decisions of the month; time in which papers were missing counts.',
      counters: ['decisions-overturned'],
      example: { ceiling: 40, desired: 21 },
    }),
    kpi(
      'decided-in-time',
      'Decisions within the promised time',
      [percent, 'higher', 'monthly', 'ratio', 'output'],
      {
        purpose: 'People can plan with a long time, but not with an unknown one.',
        definition:
          'Decisions sent within the days that our service charter promises, over all decisions of the month.',
        counters: ['decisions-overturned', 'staff-sickness'],
        example: { floor: 85, desired: 95 },
      },
    ),
    kpi(
      'decisions-overturned',
      'Decisions overturned on appeal',
      [percent, 'lower', 'quarterly', 'ratio', 'output'],
      {
        purpose: 'Speed must not be bought with injustice.',
        definition:
          'Decisions changed after an appeal or by a court in the quarter, over the decisions sent in the quarter before.',
        counters: ['decision-days'],
        example: { ceiling: 3, desired: 1.2 },
      },
    ),
    kpi(
      'complete-first',
      'Applications complete at first',
      [percent, 'higher', 'monthly', 'ratio', 'input'],
      {
        purpose: 'If people send the wrong papers, we asked in the wrong words.',
        definition:
          'Applications for which nothing had to be asked for afterwards, over all applications of the month.',
        counters: ['left-out'],
        example: { floor: 55, desired: 78 },
      },
    ),
    kpi(
      'online-finished',
      'Applications finished online',
      [percent, 'higher', 'monthly', 'ratio', 'output'],
      {
        purpose: 'A form that people give up on drives them to the counter.',
        definition: 'Online applications that were sent off, over those that were begun in the month.',
        counters: ['left-out'],
        example: { floor: 60, desired: 80 },
      },
    ),
    kpi('left-out', 'People entitled who do not apply', [percent, 'lower', 'yearly', 'ratio', 'output'], {
      purpose: 'Those who never come are in none of our other numbers.',
      definition:
        'Estimate from the census and our register: households entitled to the service without an application in the year, over all entitled.',
      counters: ['cost-per-decision'],
      example: { ceiling: 35, desired: 22 },
    }),
    kpi('counter-wait', 'Wait at the counter', [minutes, 'lower', 'weekly', 'mean', 'output'], {
      purpose: 'For most people the counter is what the state looks like.',
      definition: 'Minutes from taking a number to being called, as the median of the visits of the week.',
      counters: ['second-visits'],
      example: { ceiling: 25, desired: 12 },
    }),
    kpi('second-visits', 'People who have to come twice', [percent, 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'The second visit costs them a morning and us a counter.',
      definition:
        'Visits for a matter for which the same person had been there within 30 days, over all visits of the month.',
      counters: ['counter-wait'],
      example: { ceiling: 20, desired: 10 },
    }),
    kpi(
      'treated-fairly',
      'People who felt treated with respect',
      [percent, 'higher', 'quarterly', 'ratio', 'output'],
      {
        purpose: 'A refusal can be accepted, contempt cannot.',
        definition:
          'Share of "yes" to "were you treated with respect?", asked of 600 people after a decision, half of them refused.',
        counters: ['decision-days'],
        example: { floor: 80, desired: 90 },
      },
    ),
    kpi('cost-per-decision', 'Cost of a decision', [cents, 'lower', 'quarterly', 'ratio', 'output'], {
      purpose: "It is other people's money, all of it.",
      definition:
        'Spending of the office in the quarter, buildings and systems included, over the decisions sent.',
      counters: ['decisions-overturned', 'treated-fairly'],
      example: { ceiling: 92, desired: 74 },
    }),
    kpi('staff-sickness', 'Sick leave in the office', [percent, 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'Who clears a backlog on the backs of people builds the next one.',
      definition: 'Working days lost to sickness in the month, over the working days of all staff.',
      counters: ['decided-in-time'],
      example: { ceiling: 7, desired: 5 },
    }),
    kpi(
      'published-data',
      'Data sets published and fresh',
      [number('data sets'), 'higher', 'quarterly', 'last', 'output'],
      {
        purpose: 'What belongs to everybody should be readable by everybody.',
        definition:
          'Data sets in the open portal that were brought up to date within their stated interval, at the end of the quarter.',
        counters: ['cost-per-decision'],
        example: { floor: 25, desired: 60 },
      },
    ),
    kpi(
      'data-requests-answered',
      'Requests for information answered in time',
      [percent, 'higher', 'quarterly', 'ratio', 'output'],
      {
        purpose: 'A right that takes half a year is none.',
        definition:
          'Requests under the information law answered within the legal time, over those whose time ended in the quarter.',
        counters: ['published-data'],
        example: { floor: 85, desired: 97 },
      },
    ),
  ],
  objectives: [
    objective(
      'public-decide',
      'committed',
      'People know where they stand within weeks and not months',
      'A family waits for seven weeks, and for five of them nothing happens to its file.',
      [
        move(
          'decision-days',
          'Cut the days until a decision from {baseline} to {target}',
          [48, 28],
          ['decisions-overturned'],
        ),
        move(
          'decided-in-time',
          'Raise decisions within the promised time from {baseline} to {target}',
          [71, 90],
          ['staff-sickness'],
        ),
        move(
          'complete-first',
          'Raise applications complete at first from {baseline} to {target}',
          [44, 66],
          ['left-out'],
        ),
      ],
    ),
    objective(
      'public-understand',
      'aspirational',
      'Anybody can apply without help',
      'Our form uses words that three of our own colleagues explained in three ways.',
      [
        move(
          'online-finished',
          'Raise applications finished online from {baseline} to {target}',
          [52, 72],
          ['left-out'],
        ),
        move(
          'left-out',
          'Cut people entitled who do not apply from {baseline} to {target}',
          [38, 30],
          ['cost-per-decision'],
        ),
      ],
    ),
    objective(
      'public-counter',
      'aspirational',
      'Whoever comes to us is helped at once, and with respect',
      'Of ten visits two are second visits, for a paper that nobody had mentioned.',
      [
        move(
          'second-visits',
          'Cut people who have to come twice from {baseline} to {target}',
          [22, 12],
          ['counter-wait'],
        ),
        move(
          'counter-wait',
          'Cut the wait at the counter from {baseline} to {target}',
          [28, 15],
          ['second-visits'],
        ),
        move(
          'treated-fairly',
          'Raise people who felt treated with respect from {baseline} to {target}',
          [78, 86],
          ['decision-days'],
        ),
      ],
    ),
    objective(
      'public-open',
      'aspirational',
      'Citizens understand what is done with their money',
      'The commonest request for information asks for tables that we could have published.',
      [
        move(
          'published-data',
          'Grow data sets published and fresh from {baseline} to {target}',
          [22, 45],
          ['cost-per-decision'],
        ),
        move(
          'data-requests-answered',
          'Raise requests for information answered in time from {baseline} to {target}',
          [79, 94],
          ['published-data'],
        ),
      ],
    ),
    objective(
      'public-thrift',
      'aspirational',
      'The same service costs the public less, and nobody is the worse for it',
      'Demand grows by a tenth each year, and our budget does not.',
      [
        move(
          'cost-per-decision',
          'Cut the cost of a decision from {baseline} to {target}',
          [94, 84],
          ['treated-fairly'],
        ),
        move(
          'treated-fairly',
          'Raise people who felt treated with respect from {baseline} to {target}',
          [78, 82],
          ['staff-sickness'],
        ),
      ],
    ),
  ],
};
