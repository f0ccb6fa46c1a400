import { days, type FunctionTemplate, kpi, move, number, objective, percent, stars } from '../template.ts';

/** What human resources watch and change. */
export const people: FunctionTemplate = {
  key: 'people',
  name: 'Human resources',
  what: 'Find people, help them grow, and give them reasons to stay.',
  kpis: [
    kpi(
      'regretted-leavers',
      'Leavers whom we would have kept',
      [percent, 'lower', 'quarterly', 'ratio', 'output'],
      {
        purpose: 'Each of them takes along what took years to learn.',
        definition:
          'People who gave notice in the quarter and whom their lead would have kept, over the mean number of people in it, times four for the year.',
        counters: ['pay-compression', 'engaged-people'],
        example: { ceiling: 9, desired: 5 },
      },
    ),
    kpi(
      'early-leavers',
      'New people who leave within a year',
      [percent, 'lower', 'quarterly', 'ratio', 'output'],
      {
        purpose: 'Tells whether we chose well and kept what we promised.',
        definition:
          'Of the people who began in the same quarter of last year, the share that has left since, whoever decided it.',
        counters: ['time-to-hire'],
        example: { ceiling: 18, desired: 9 },
      },
    ),
    kpi('time-to-hire', 'Time to fill a post', [days, 'lower', 'monthly', 'mean', 'output'], {
      purpose: 'Every week of an empty post is carried by those beside it.',
      definition:
        'Days from the release of a post to the acceptance of an offer, as the median of the posts filled in the month.',
      counters: ['early-leavers', 'offers-accepted'],
      example: { ceiling: 60, desired: 35 },
    }),
    kpi('offers-accepted', 'Offers that are accepted', [percent, 'higher', 'quarterly', 'ratio', 'output'], {
      purpose: 'Candidates who decline have seen something that we do not.',
      definition: 'Offers accepted over all offers made in the quarter; offers withdrawn by us are left out.',
      counters: ['early-leavers'],
      example: { floor: 70, desired: 85 },
    }),
    kpi(
      'engaged-people',
      'People who would choose us again',
      [percent, 'higher', 'quarterly', 'ratio', 'output'],
      {
        purpose: 'The question that sums up pay, work and people.',
        definition:
          'Share of answers of 4 and 5, of 5, to "knowing what I know, I would begin here again", asked each quarter.',
        counters: ['people-answering'],
        example: { floor: 65, desired: 80 },
      },
    ),
    kpi(
      'people-answering',
      'People who answer the survey',
      [percent, 'higher', 'quarterly', 'ratio', 'input'],
      {
        purpose: 'Silence is an answer too, and seldom a kind one.',
        definition: 'People who answered the survey of the quarter over all who were asked.',
        counters: ['engaged-people'],
        example: { floor: 65, desired: 85 },
      },
    ),
    kpi(
      'talks-held',
      'People whose lead asks where they want to go',
      [percent, 'higher', 'quarterly', 'ratio', 'input'],
      {
        purpose: 'People leave leads who never ask where they want to go.',
        definition:
          'People who say that their lead spoke with them about their own growth in the quarter, over all who answered.',
        counters: ['engaged-people'],
        example: { floor: 60, desired: 90 },
      },
    ),
    kpi(
      'posts-from-within',
      'Roles filled from within',
      [percent, 'within', 'quarterly', 'ratio', 'output'],
      {
        purpose: 'Too few, and nobody can rise; too many, and nothing new comes in.',
        definition:
          'Roles filled by people of our own, promotions and moves alike, over all roles filled in the quarter.',
        counters: ['early-leavers'],
        example: { floor: 25, ceiling: 60 },
      },
    ),
    kpi('sick-days', 'Days of sickness', [number('days', 2), 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'Rises months before people give notice.',
      definition:
        'Working days missed through sickness in the month, over the number of people; absences beyond six weeks are left out.',
      counters: ['engaged-people'],
      example: { ceiling: 1.2, desired: 0.8 },
    }),
    kpi('pay-compression', 'Pay of the longest serving', [percent, 'higher', 'yearly', 'mean', 'input'], {
      purpose: 'Loyalty that is paid less than arrival does not last.',
      definition:
        'Pay of people of more than three years over the pay of new people in the same role and grade, as a mean over the roles.',
      counters: ['offers-accepted'],
      example: { floor: 98, desired: 104 },
    }),
    kpi(
      'onboarding-rating',
      'Rating of the first ninety days',
      [stars, 'higher', 'quarterly', 'mean', 'output'],
      {
        purpose: 'The first weeks decide how long the years will be.',
        definition:
          'Mean answer from 1 to 5 of those who began in the quarter to how well they were received and prepared.',
        counters: ['early-leavers'],
        example: { floor: 3.8, desired: 4.5 },
      },
    ),
  ],
  objectives: [
    objective(
      'people-stay',
      'aspirational',
      'Good people have reasons to stay',
      'Of those who left last year, seven in ten told us afterwards that one talk would have changed it.',
      [
        move(
          'regretted-leavers',
          'Cut leavers whom we would have kept from {baseline} to {target}',
          [10.5, 6.5],
          ['pay-compression'],
        ),
        move(
          'talks-held',
          'Raise people whose lead knows where they want to go from {baseline} to {target}',
          [48, 80],
          ['engaged-people'],
        ),
        move(
          'engaged-people',
          'Raise people who would choose us again from {baseline} to {target}',
          [66, 75],
          ['people-answering'],
        ),
      ],
    ),
    objective(
      'people-hire',
      'committed',
      'Teams get the people whom they need before they are worn out',
      'A post stays empty for two months, and every fifth of those who fill it is gone within the year.',
      [
        move(
          'time-to-hire',
          'Cut the time to fill a post from {baseline} to {target}',
          [64, 40],
          ['early-leavers'],
        ),
        move(
          'offers-accepted',
          'Raise offers that are accepted from {baseline} to {target}',
          [68, 82],
          ['pay-compression'],
        ),
      ],
    ),
    objective(
      'people-arrive',
      'aspirational',
      'New people feel at home and useful within their first quarter',
      'They get a laptop on the first day and a purpose in the third month.',
      [
        move(
          'onboarding-rating',
          'Raise the rating of the first ninety days from {baseline} to {target}',
          [3.6, 4.3],
          ['time-to-hire'],
        ),
        move(
          'early-leavers',
          'Cut new people who leave within a year from {baseline} to {target}',
          [19, 11],
          ['time-to-hire'],
        ),
      ],
    ),
    objective(
      'people-health',
      'learning',
      'Understand what makes our people ill, and take it away',
      'Days of sickness have risen for four quarters, and every lead has another explanation.',
      [
        move(
          'sick-days',
          'Reduce days of sickness from {baseline} to {target} a person and month',
          [1.35, 1],
          ['engaged-people'],
        ),
        move(
          'people-answering',
          'Raise people who answer the survey from {baseline} to {target}',
          [61, 80],
          ['engaged-people'],
        ),
      ],
    ),
    objective(
      'people-rise',
      'aspirational',
      'Whoever wants to grow can do so here',
      'For a larger role people go elsewhere, and we hire strangers into the roles that they wanted.',
      [
        move(
          'posts-from-within',
          'Raise open roles taken by people of our own from {baseline} to {target}',
          [17, 35],
          ['early-leavers'],
        ),
        move(
          'pay-compression',
          'Lift the pay of the longest serving from {baseline} to {target} of that of new people',
          [93, 100],
          ['offers-accepted'],
        ),
      ],
    ),
  ],
};
