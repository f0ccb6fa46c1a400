import { days, type FunctionTemplate, hours, kpi, move, number, objective, percent } from '../template.ts';

/** What information security watches and changes. */
export const security: FunctionTemplate = {
  key: 'security',
  name: 'Security',
  part: 'Engineering',
  what: 'Make the safe way the easy one, and be quick when something happens after all.',
  kpis: [
    kpi(
      'critical-exposure',
      'Days a critical weakness stays open',
      [days, 'lower', 'monthly', 'mean', 'output'],
      {
        purpose: 'Attackers use what is known; the days between are theirs.',
        definition:
          'Days from the publication of a critical weakness in what we run to its repair on all machines, as a mean over those closed in the month.',
        counters: ['change-failures', 'weaknesses-found'],
        example: { ceiling: 14, desired: 4 },
      },
    ),
    kpi(
      'overdue-weaknesses',
      'Weaknesses past their date',
      [number('weaknesses'), 'lower', 'weekly', 'last', 'input'],
      {
        purpose: 'A rule with exceptions without end is no rule.',
        definition:
          'Known weaknesses that are open beyond the days that our policy gives their severity, at the end of the week.',
        counters: ['weaknesses-found'],
        example: { ceiling: 25, desired: 5 },
      },
    ),
    kpi(
      'weaknesses-found',
      'Weaknesses found by ourselves',
      [percent, 'higher', 'quarterly', 'ratio', 'input'],
      {
        purpose: 'To find little is only good news for those who look.',
        definition:
          'Weaknesses that our own tests, reviews and people found, over all weaknesses that became known in the quarter.',
        counters: ['overdue-weaknesses'],
        example: { floor: 60, desired: 85 },
      },
    ),
    kpi('strong-sign-in', 'Accounts with a second factor', [percent, 'higher', 'weekly', 'ratio', 'input'], {
      purpose: 'Stolen passwords are the commonest way in.',
      definition:
        'Accounts of staff and suppliers that cannot sign in with a password alone, over all active accounts.',
      counters: ['sign-in-help'],
      example: { floor: 90, desired: 100 },
    }),
    kpi(
      'sign-in-help',
      'Requests for help with signing in',
      [number('requests'), 'lower', 'weekly', 'sum', 'output'],
      {
        purpose: 'Security that locks the right people out is worked around.',
        definition:
          'Tickets of staff in the week because they could not sign in or lacked a right that they need for their work.',
        counters: ['stale-rights'],
        example: { ceiling: 30, desired: 12 },
      },
    ),
    kpi('stale-rights', 'Rights that nobody uses', [percent, 'lower', 'monthly', 'ratio', 'input'], {
      purpose: 'A right that is not used can only be misused.',
      definition:
        'Rights to systems with personal or financial data that were not used for 90 days, over all such rights.',
      counters: ['sign-in-help'],
      example: { ceiling: 25, desired: 8 },
    }),
    kpi(
      'phish-reported',
      'Test messages that are reported',
      [percent, 'higher', 'monthly', 'ratio', 'output'],
      {
        purpose: 'One who reports protects all who would have clicked.',
        definition:
          'People who report our forged message of the month within the hour, over all who received it.',
        counters: ['phish-clicked'],
        example: { floor: 25, desired: 55 },
      },
    ),
    kpi('phish-clicked', 'Test messages that work', [percent, 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'Shows how open the door is that no software closes.',
      definition:
        'People who enter something after a forged message of ours, over all who received it in the month.',
      counters: ['phish-reported'],
      example: { ceiling: 8, desired: 3 },
    }),
    kpi('contain-time', 'Time to contain an incident', [hours, 'lower', 'quarterly', 'mean', 'output'], {
      purpose: 'The damage grows with the hours, not with the skill of the intruder.',
      definition:
        'Hours from the first sign of a security incident until it could not spread any more; exercises count, median of the quarter.',
      counters: ['weaknesses-found'],
      example: { ceiling: 24, desired: 6 },
    }),
  ],
  objectives: [
    objective(
      'security-known',
      'committed',
      'Nothing that the world knows to be broken runs with us for long',
      'The last attack on our industry used a weakness that had been public for eight weeks.',
      [
        move(
          'critical-exposure',
          'Cut the days a critical weakness stays open from {baseline} to {target}',
          [17, 5],
          ['change-failures'],
        ),
        move(
          'overdue-weaknesses',
          'Reduce weaknesses past their date from {baseline} to {target}',
          [48, 8],
          ['weaknesses-found'],
        ),
      ],
    ),
    objective(
      'security-doors',
      'committed',
      'A stolen password opens no door',
      'One in eight accounts is protected by a single word, and some of them by one that is for sale.',
      [
        move(
          'strong-sign-in',
          'Raise accounts with a second factor from {baseline} to {target}',
          [87, 100],
          ['sign-in-help'],
        ),
        move(
          'stale-rights',
          'Cut rights that nobody uses from {baseline} to {target}',
          [31, 10],
          ['sign-in-help'],
        ),
      ],
    ),
    objective(
      'security-people',
      'aspirational',
      'Our people are the alarm that rings first',
      'Whoever is fooled keeps silent for shame, and silence is what costs us hours.',
      [
        move(
          'phish-reported',
          'Raise test messages that are reported from {baseline} to {target}',
          [22, 50],
          ['phish-clicked'],
        ),
        move(
          'phish-clicked',
          'Cut test messages that work from {baseline} to {target}',
          [9, 4],
          ['phish-reported'],
        ),
      ],
    ),
    objective(
      'security-contain',
      'learning',
      'Know what we would do in the first hours of an attack',
      'Our plan is from before half of our systems, and only two people have read it.',
      [
        move(
          'contain-time',
          'Cut the time to contain an incident, in exercises too, from {baseline} to {target}',
          [30, 8],
          ['weaknesses-found'],
        ),
        move(
          'weaknesses-found',
          'Raise weaknesses found by ourselves from {baseline} to {target}',
          [52, 75],
          ['overdue-weaknesses'],
        ),
      ],
    ),
  ],
};
