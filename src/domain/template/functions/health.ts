import {
  days,
  type FunctionTemplate,
  hold,
  hours,
  kpi,
  minutes,
  move,
  number,
  objective,
  percent,
} from '../template.ts';

/** What hospitals, practices and care providers watch and change. */
export const health: FunctionTemplate = {
  key: 'health',
  name: 'Health',
  what: 'Care that is safe, in time and humane, by people who can go on giving it.',
  kpis: [
    kpi(
      'four-hours',
      'Emergency patients settled within four hours',
      [percent, 'higher', 'monthly', 'ratio', 'output'],
      {
        purpose: 'Crowding in the emergency department costs lives further in.',
        definition:
          'Patients admitted, moved or discharged within four hours of arrival, over all patients who arrived in the month.',
        counters: ['returns-72h', 'staff-overtime'],
        example: { floor: 90, desired: 95 },
      },
    ),
    kpi('returns-72h', 'Patients back within three days', [percent, 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'Shows whether quick meant finished.',
      definition:
        'Patients who come back unplanned within 72 hours with the same complaint, over all patients discharged from the department.',
      counters: ['four-hours'],
      example: { ceiling: 5, desired: 3 },
    }),
    kpi('wait-to-see', 'Wait for a clinician', [minutes, 'lower', 'weekly', 'mean', 'input'], {
      purpose: 'Pain and worry count every minute.',
      definition:
        'Minutes from arrival to the first assessment by a doctor or nurse practitioner, as the median of the week.',
      counters: ['left-unseen'],
      example: { ceiling: 60, desired: 30 },
    }),
    kpi('left-unseen', 'Patients who leave unseen', [percent, 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'Some of those who give up waiting needed us most.',
      definition:
        'Patients who registered and left before an assessment, over all who registered in the month.',
      counters: ['wait-to-see'],
      example: { ceiling: 4, desired: 1.5 },
    }),
    kpi('readmissions', 'Readmissions within thirty days', [percent, 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'A discharge that fails was too early or too lonely.',
      definition:
        'Unplanned admissions within 30 days of a discharge, over the discharges of the month before; planned treatment in stages is left out.',
      counters: ['length-of-stay'],
      example: { ceiling: 12, desired: 8.5 },
    }),
    kpi('length-of-stay', 'Length of stay', [days, 'lower', 'monthly', 'mean', 'output'], {
      purpose: 'Each day too many weakens the patient and blocks a bed.',
      definition:
        'Days from admission to discharge, as a mean over the discharges of the month; day cases are left out.',
      counters: ['readmissions'],
      example: { ceiling: 7, desired: 5.4 },
    }),
    kpi('falls', 'Falls with injury', [number('falls', 2), 'lower', 'monthly', 'ratio', 'output'], {
      purpose: 'The commonest harm that a stay does, and much of it can be prevented.',
      definition: 'Falls of inpatients in the month with any injury, for each thousand days of care.',
      counters: ['incidents-reported'],
      example: { ceiling: 1.6, desired: 0.8 },
    }),
    kpi('hand-hygiene', 'Hand hygiene as observed', [percent, 'higher', 'monthly', 'ratio', 'input'], {
      purpose: 'The oldest protection, and the first to slip on a busy day.',
      definition:
        'Occasions at which hands were disinfected, over the occasions at which they should have been, in 200 covert observations a month.',
      counters: ['wait-to-see'],
      example: { floor: 80, desired: 93 },
    }),
    kpi(
      'ward-infections',
      'Infections acquired with us',
      [number('infections', 2), 'lower', 'monthly', 'ratio', 'output'],
      {
        purpose: 'Nobody should leave with an illness that they did not bring.',
        definition:
          'New infections that began more than 48 hours after admission, for each thousand days of care in the month.',
        counters: ['incidents-reported'],
        example: { ceiling: 3, desired: 1.6 },
      },
    ),
    kpi(
      'incidents-reported',
      'Safety reports by staff',
      [number('reports', 1), 'higher', 'monthly', 'ratio', 'input'],
      {
        purpose: 'Wards that report much are safer than wards that report nothing.',
        definition: 'Reports of errors and near misses in the month, for each thousand days of care.',
        counters: ['falls'],
        example: { floor: 25, desired: 45 },
      },
    ),
    kpi(
      'patients-listened',
      'Patients who felt listened to',
      [percent, 'higher', 'monthly', 'ratio', 'output'],
      {
        purpose: 'Who is heard gives the better history and follows the better plan.',
        definition:
          'Share of "always" among the answers of discharged patients to "did we listen to you carefully?", of all asked in the month.',
        counters: ['length-of-stay'],
        example: { floor: 70, desired: 84 },
      },
    ),
    kpi('staff-overtime', 'Overtime of clinical staff', [hours, 'lower', 'monthly', 'mean', 'output'], {
      purpose: 'Tired people make errors and hand in their notice.',
      definition:
        'Hours worked beyond the roster, as a mean over the clinical staff of the month, paid or not.',
      counters: ['wait-to-see'],
      example: { ceiling: 12, desired: 6 },
    }),
  ],
  objectives: [
    objective(
      'health-flow',
      'committed',
      'Nobody in an emergency waits longer than they must',
      'In the evening hours patients lie in the corridor while beds upstairs stand ready.',
      [
        move(
          'four-hours',
          'Raise emergency patients settled within four hours from {baseline} to {target}',
          [84, 92],
          ['returns-72h'],
        ),
        move(
          'wait-to-see',
          'Cut the wait for a clinician from {baseline} to {target}',
          [70, 40],
          ['staff-overtime'],
        ),
        move(
          'left-unseen',
          'Cut patients who leave unseen from {baseline} to {target}',
          [4.6, 2.2],
          ['wait-to-see'],
        ),
      ],
    ),
    objective(
      'health-home',
      'aspirational',
      'Patients go home as soon as they are ready, and do not have to come back',
      'We discharge late in the day, on a Friday, to a family that learns of it at noon.',
      [
        move(
          'readmissions',
          'Cut readmissions within thirty days from {baseline} to {target}',
          [12.5, 9.5],
          ['length-of-stay'],
        ),
        move(
          'length-of-stay',
          'Shorten the length of stay from {baseline} to {target}',
          [7.2, 6.2],
          ['readmissions'],
        ),
      ],
    ),
    objective(
      'health-harm',
      'committed',
      'Patients are safe from every harm that we could have prevented',
      'Two of three falls happened to patients whose risk stood in the notes.',
      [
        move(
          'falls',
          'Reduce falls with injury from {baseline} to {target} for each thousand days of care',
          [1.7, 1],
          ['incidents-reported'],
        ),
        move(
          'ward-infections',
          'Reduce infections acquired with us from {baseline} to {target} for each thousand days of care',
          [3.1, 2],
          ['incidents-reported'],
        ),
        hold(
          'hand-hygiene',
          'Reach a hand hygiene of {level} or better in {run} consecutive months',
          ['at least', 90, 3, 'monthly'],
          ['wait-to-see'],
        ),
      ],
    ),
    objective(
      'health-voice',
      'aspirational',
      'Patients feel that they are heard',
      'Most complaints are not about treatment. They begin with "nobody told me".',
      [
        move(
          'patients-listened',
          'Raise patients who felt listened to from {baseline} to {target}',
          [69, 79],
          ['length-of-stay'],
        ),
        move(
          'left-unseen',
          'Cut patients who leave unseen from {baseline} to {target}',
          [4.6, 3],
          ['wait-to-see'],
        ),
      ],
    ),
    objective(
      'health-staff',
      'aspirational',
      'Our people can do this work for a whole working life',
      'Overtime has become the roster, and the roster a wish.',
      [
        move(
          'staff-overtime',
          'Cut overtime of clinical staff from {baseline} to {target} a month',
          [13, 8],
          ['wait-to-see'],
        ),
        move(
          'incidents-reported',
          'Raise errors and near misses that staff dare to tell from {baseline} to {target} for each thousand days of care',
          [24, 38],
          ['falls'],
        ),
      ],
    ),
  ],
};
