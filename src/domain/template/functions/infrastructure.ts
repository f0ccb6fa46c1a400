import {
  cents,
  type FunctionTemplate,
  hold,
  hours,
  kpi,
  minutes,
  money,
  move,
  number,
  objective,
  percent,
} from '../template.ts';

/** What infrastructure and reliability watch and change. */
export const infrastructure: FunctionTemplate = {
  key: 'infrastructure',
  name: 'Infrastructure',
  part: 'Engineering',
  what: 'Keep the service there, quick and affordable, without burning those who keep it.',
  kpis: [
    kpi('availability', 'Availability', [percent, 'higher', 'monthly', 'ratio', 'output'], {
      purpose: 'What is not there cannot be good.',
      definition:
        'Requests of customers answered without an error of ours within two seconds, over all requests of the month.',
      counters: ['cost-per-thousand', 'deployments'],
      example: { floor: 99.5, desired: 99.9 },
    }),
    kpi('slow-requests', 'Requests that take too long', [percent, 'lower', 'weekly', 'ratio', 'output'], {
      purpose: 'The mean hides those who wait; the tail is where customers are lost.',
      definition:
        'Requests that take longer than 800 milliseconds at the server, over all requests of the week.',
      counters: ['cost-per-thousand'],
      example: { ceiling: 3, desired: 1 },
    }),
    kpi('incident-minutes', 'Minutes of disturbance', [minutes, 'lower', 'monthly', 'sum', 'output'], {
      purpose: 'Sums up how much of the month we took from our customers.',
      definition:
        'Minutes in which a tenth or more of the customers could not work, summed over the incidents of the month.',
      counters: ['incidents-told'],
      example: { ceiling: 120, desired: 30 },
    }),
    kpi('detect-time', 'Time to notice', [minutes, 'lower', 'monthly', 'mean', 'input'], {
      purpose: 'Nobody can mend what nobody has seen.',
      definition:
        'Minutes from the start of an incident, as found afterwards, to the first alarm that a person has taken up; median of the month.',
      counters: ['night-calls'],
      example: { ceiling: 15, desired: 4 },
    }),
    kpi('incidents-told', 'Incidents told to customers', [percent, 'higher', 'monthly', 'ratio', 'input'], {
      purpose: 'Trust survives a failure, but not a silence.',
      definition:
        'Incidents of the month that stood on the status page within 15 minutes, over all incidents that customers felt.',
      counters: ['detect-time'],
      example: { floor: 80, desired: 98 },
    }),
    kpi('night-calls', 'Calls at night', [number('calls'), 'lower', 'monthly', 'sum', 'output'], {
      purpose: 'People who are woken often leave, and take what they know along.',
      definition: "Alarms between 22 and 7 o'clock that woke a person on call, summed over the month.",
      counters: ['detect-time', 'incident-minutes'],
      example: { ceiling: 8, desired: 2 },
    }),
    kpi(
      'repeat-incidents',
      'Incidents of a known cause',
      [percent, 'lower', 'quarterly', 'ratio', 'output'],
      {
        purpose: 'To be surprised once is bad luck.',
        definition:
          'Incidents of the quarter whose cause had been written down before, over all incidents of the quarter.',
        counters: ['incidents-told'],
        example: { ceiling: 30, desired: 10 },
      },
    ),
    kpi('cost-per-thousand', 'Cost of a thousand requests', [cents, 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'Growth should make the single request cheaper.',
      definition:
        'Bills of all hosting and tools of the month, over the thousands of requests that customers made in it.',
      counters: ['slow-requests', 'availability'],
      example: { ceiling: 0.9, desired: 0.55 },
    }),
    kpi('restore-tested', 'Backups proven by a restore', [percent, 'higher', 'quarterly', 'ratio', 'input'], {
      purpose: 'A backup that was never read back is a hope.',
      definition:
        'Data stores that were restored completely from a backup in the quarter, with the result compared, over all data stores.',
      counters: ['hosting-spend'],
      example: { floor: 70, desired: 100 },
    }),
    kpi('restore-hours', 'Time to restore everything', [hours, 'lower', 'quarterly', 'last', 'output'], {
      purpose: 'How long our customers would be without us after the worst day.',
      definition:
        'Hours from the start of the exercise of the quarter until all services ran again from backups in another place.',
      counters: ['hosting-spend'],
      example: { ceiling: 24, desired: 8 },
    }),
    kpi('hosting-spend', 'Spend on hosting', [money, 'lower', 'monthly', 'sum', 'output'], {
      purpose: 'The bill that grows by itself when nobody reads it.',
      definition:
        'Bills of hosting, storage, traffic and monitoring for the month, without discounts for prepayment.',
      counters: ['availability', 'restore-tested'],
      example: { ceiling: 42_000, desired: 33_000 },
    }),
  ],
  objectives: [
    objective(
      'infrastructure-there',
      'committed',
      'Customers can rely on us at any hour',
      'Two long disturbances in a quarter cost us a customer each, and the trust of many.',
      [
        move(
          'incident-minutes',
          'Reduce minutes of disturbance from {baseline} to {target} a month',
          [190, 60],
          ['incidents-told'],
        ),
        move('detect-time', 'Cut the time to notice from {baseline} to {target}', [18, 5], ['night-calls']),
        hold(
          'availability',
          'Reach an availability of {level} or better in {run} months in a row',
          ['at least', 99.8, 3, 'monthly'],
          ['cost-per-thousand'],
        ),
      ],
    ),
    objective(
      'infrastructure-quick',
      'aspirational',
      'The product answers before people notice that they wait',
      'In the largest accounts every tenth click takes two seconds, and they are the ones that click most.',
      [
        move(
          'slow-requests',
          'Cut requests that take too long from {baseline} to {target}',
          [4.2, 1.2],
          ['cost-per-thousand'],
        ),
        move(
          'availability',
          'Raise availability from {baseline} to {target}',
          [99.3, 99.7],
          ['cost-per-thousand'],
        ),
      ],
    ),
    objective(
      'infrastructure-nights',
      'aspirational',
      'Whoever is on call sleeps through the night',
      'Three colleagues asked to be taken off the list, and most of the alarms needed nobody.',
      [
        move(
          'night-calls',
          'Reduce calls at night from {baseline} to {target} a month',
          [14, 3],
          ['detect-time'],
        ),
        move(
          'repeat-incidents',
          'Cut incidents of a known cause from {baseline} to {target}',
          [38, 12],
          ['incidents-told'],
        ),
      ],
    ),
    objective(
      'infrastructure-recover',
      'committed',
      'We could lose a data centre and be back the same day',
      'We have backups of everything and proof of a third.',
      [
        move(
          'restore-tested',
          'Raise backups proven by a restore from {baseline} to {target}',
          [33, 100],
          ['hosting-spend'],
        ),
        move(
          'restore-hours',
          'Cut the time to restore everything from {baseline} to {target}',
          [40, 10],
          ['hosting-spend'],
        ),
      ],
    ),
  ],
};
