import {
  cents,
  days,
  type FunctionTemplate,
  kpi,
  move,
  number,
  objective,
  percent,
  stars,
} from '../template.ts';

/** What schools, colleges and training providers watch and change. */
export const education: FunctionTemplate = {
  key: 'education',
  name: 'Education',
  what: 'See that learners learn, stay, and leave with something that carries them on.',
  kpis: [
    kpi(
      'course-completion',
      'Learners who finish their course',
      [percent, 'higher', 'quarterly', 'ratio', 'output'],
      {
        purpose: 'A course that is not finished has taken time and given little.',
        definition:
          'Learners who passed the final assessment, over those who were enrolled after the second week, for courses that ended in the quarter.',
        counters: ['assessment-rigour'],
        example: { floor: 75, desired: 88 },
      },
    ),
    kpi('learning-gain', 'Learning gain', [number('points', 1), 'higher', 'quarterly', 'mean', 'output'], {
      purpose: 'Shows what the teaching added, wherever learners began.',
      definition:
        'Points of a hundred in a test at the end less points in an equal test at the start, as a mean over the learners who took both.',
      counters: ['course-completion'],
      example: { floor: 15, desired: 25 },
    }),
    kpi(
      'assessment-rigour',
      'Marks confirmed by a second marker',
      [percent, 'higher', 'quarterly', 'ratio', 'input'],
      {
        purpose: 'Passing more is easy where the bar is lowered.',
        definition:
          'Of a random tenth of the assessments of the quarter, the share in which an independent second marker agrees within five points.',
        counters: ['feedback-days'],
        example: { floor: 85, desired: 95 },
      },
    ),
    kpi('attendance', 'Attendance', [percent, 'higher', 'weekly', 'ratio', 'input'], {
      purpose: 'Absence is the first sign of dropping out, weeks ahead.',
      definition:
        'Learners present, over learners expected, summed over all lessons of the week; illness with a note is left out of both.',
      counters: ['learner-rating'],
      example: { floor: 88, desired: 94 },
    }),
    kpi('learner-rating', 'Rating by learners', [stars, 'higher', 'quarterly', 'mean', 'output'], {
      purpose: 'Says how the teaching arrives, though not how much was learnt.',
      definition:
        'Mean answer from 1 to 5 of the learners of the quarter to "this course helps me towards what I came for".',
      counters: ['learning-gain'],
      example: { floor: 3.8, desired: 4.4 },
    }),
    kpi('feedback-days', 'Days until work comes back', [days, 'lower', 'monthly', 'mean', 'input'], {
      purpose: 'A comment after the next lesson is a comment too late.',
      definition:
        'Days from handing in a piece of work until marks and comments are with the learner, as a mean over the month.',
      counters: ['assessment-rigour'],
      example: { ceiling: 14, desired: 7 },
    }),
    kpi(
      'support-reached',
      'Learners at risk who are reached',
      [percent, 'higher', 'monthly', 'ratio', 'input'],
      {
        purpose: 'Help that waits to be asked for comes to those who need it least.',
        definition:
          'Of the learners who missed three lessons in a row or two pieces of work, the share with whom a tutor spoke within a week.',
        counters: ['tutor-load'],
        example: { floor: 70, desired: 92 },
      },
    ),
    kpi(
      'tutor-load',
      'Learners for each tutor',
      [number('learners', 1), 'within', 'quarterly', 'ratio', 'input'],
      {
        purpose: 'Beyond a number, names become numbers.',
        definition: 'Enrolled learners over full-time tutors at the end of the quarter.',
        counters: ['support-reached'],
        example: { floor: 14, ceiling: 26 },
      },
    ),
    kpi('next-step', 'Leavers on a good next step', [percent, 'higher', 'yearly', 'ratio', 'output'], {
      purpose: 'The reason for which all of it exists.',
      definition:
        'Of the learners who left with a pass, the share that is in work, training or study of its choice six months later.',
      counters: ['course-completion'],
      example: { floor: 75, desired: 88 },
    }),
    kpi(
      'gap-between-groups',
      'Gap between groups of learners',
      [number('points', 1), 'lower', 'quarterly', 'last', 'output'],
      {
        purpose: 'A good mean can hide that some are left behind.',
        definition:
          'Pass rate of all learners less that of learners from low-income homes, in points, for courses that ended in the quarter.',
        counters: ['learning-gain'],
        example: { ceiling: 10, desired: 4 },
      },
    ),
    kpi('cost-per-pass', 'Cost of a learner who passes', [cents, 'lower', 'yearly', 'ratio', 'output'], {
      purpose: 'Sets what we spend against what comes of it.',
      definition: 'All spending on teaching and support in the year, over the learners who passed in it.',
      counters: ['learning-gain', 'tutor-load'],
      example: { ceiling: 4_800, desired: 4_200 },
    }),
  ],
  objectives: [
    objective(
      'education-finish',
      'aspirational',
      'Learners who begin with us arrive',
      'Every fourth learner leaves before the end, most of them without a word between the third and the sixth week.',
      [
        move(
          'course-completion',
          'Raise learners who finish their course from {baseline} to {target}',
          [74, 83],
          ['assessment-rigour'],
        ),
        move('attendance', 'Raise attendance from {baseline} to {target}', [86, 92], ['learner-rating']),
        move(
          'support-reached',
          'Raise learners at risk who are reached within a week from {baseline} to {target}',
          [45, 85],
          ['tutor-load'],
        ),
      ],
    ),
    objective(
      'education-learn',
      'aspirational',
      'Learners leave knowing far more than they came with',
      'Our marks are good, and our tests show that half of it was known before.',
      [
        move(
          'learning-gain',
          'Raise the learning gain from {baseline} to {target} points',
          [14, 20],
          ['course-completion'],
        ),
        move(
          'feedback-days',
          'Cut the days until work comes back from {baseline} to {target}',
          [15, 7],
          ['assessment-rigour'],
        ),
        move(
          'learner-rating',
          'Raise the rating by learners from {baseline} to {target}',
          [3.7, 4.2],
          ['learning-gain'],
        ),
      ],
    ),
    objective(
      'education-fair',
      'committed',
      'Where somebody comes from does not decide how far they get',
      'Learners from low-income homes pass twelve points less often, and the distance has grown for two years.',
      [
        move(
          'gap-between-groups',
          'Close the gap between groups of learners from {baseline} to {target} points',
          [12, 7],
          ['learning-gain'],
        ),
        move(
          'support-reached',
          'Raise learners at risk who are reached within a week from {baseline} to {target}',
          [45, 80],
          ['tutor-load'],
        ),
      ],
    ),
    objective(
      'education-onward',
      'aspirational',
      'What our learners take along opens doors',
      'One leaver in four does not find what they learnt it for.',
      [
        move(
          'next-step',
          'Raise leavers on a good next step from {baseline} to {target}',
          [74, 82],
          ['course-completion'],
        ),
        move(
          'cost-per-pass',
          'Cut the cost of a learner who passes from {baseline} to {target}',
          [4_900, 4_500],
          ['learning-gain'],
        ),
      ],
    ),
  ],
};
