import type { ObjectivePlay } from './goal.ts';

const done = (ids: readonly string[], each: number) => (_: string, week: number) => ({
  kind: 'steps' as const,
  done: ids.slice(0, Math.floor(week / each)),
});

/** Two quarters ago: a gain that held, and one that was lost. */
export const earlierGoals: readonly ObjectivePlay[] = [
  {
    title: 'Riders get an answer while they still care',
    why: 'Who waits for half a day has bought elsewhere or has opened a second ticket.',
    ...{ owner: 'emi', team: 'service', commitment: 'aspirational', gapKpi: 'first-answer' },
    improves: ['first-answer'],
    keyResults: [
      {
        title: 'Cut the first answer from 340 to 200 minutes',
        ...{ owner: 'emi', kpi: 'first-answer', guardrails: ['answered-well'] },
        measure: { kind: 'move', baseline: 340, target: 200 },
        confidence: [5, 5, 4, 4, 6, 8, 9],
        words: {
          3: { blocks: 'Two of six are ill.', needs: 'Somebody from the shops for two weeks.' },
          5: { changed: 'Answers to the twenty commonest questions stand in the web shop now.' },
        },
        grade: {
          fate: 'keep the gain',
          lesson: 'Fewer questions beat faster answers.',
          keep: { raise: 'threshold', level: 200, threshold: 280 },
        },
      },
      {
        title: 'Answer 40 common questions in the web shop itself',
        ...{ owner: 'dele', measure: { kind: 'move', baseline: 0, target: 40 }, decimals: 0 },
        confidence: [7, 7, 6, 6, 5, 5, 4],
        report: (_, week) => ({ kind: 'value', value: Math.min(31, 3 * week + 1) }),
        grade: {
          fate: 'drop',
          lesson: 'The first twenty bring nearly all of it.',
          explanation: 'We stopped when the rest did not matter.',
        },
      },
    ],
  },
  {
    title: 'A promised day is a promised day',
    why: 'Late bicycles are the first reason that riders give when they would not recommend us.',
    ...{
      owner: 'farid',
      team: 'workshop',
      commitment: 'committed',
      gapKpi: 'on-time',
      improves: ['on-time'],
    },
    keyResults: [
      {
        title: 'Raise bicycles delivered on the promised day from 88 to 94 %',
        ...{ owner: 'farid', kpi: 'on-time', guardrails: ['defects'], weight: 2 },
        measure: { kind: 'move', baseline: 88, target: 94 },
        confidence: [6, 6, 5, 7, 8, 9, 9],
        words: { 4: { changed: 'The second carrier took over the north.' } },
        grade: {
          fate: 'keep the gain',
          lesson: 'It was never the workshop: it was one carrier.',
          keep: { raise: 'nothing', level: 94 },
          explanation: 'The last weeks were a little below.',
        },
      },
      {
        title: 'Have a second carrier for the north',
        ...{
          owner: 'bruno',
          measure: { kind: 'milestones', steps: steps('Offers', 'Contract', 'First week', 'All routes') },
        },
        confidence: [7, 8, 9],
        report: done(['1', '2', '3', '4'], 2),
        grade: {
          fate: 'drop',
          lesson: 'Ask three, not one.',
          explanation: 'One route is still served by the old one.',
        },
      },
    ],
  },
];

/** Last quarter: one carried over, one gain that is still watched, and something learnt. */
export const lastGoals: readonly ObjectivePlay[] = [
  {
    title: 'The shops are worth the way',
    why: 'One test ride in three becomes a bicycle, and fewer people come in.',
    ...{ owner: 'chiara', team: 'shops', commitment: 'aspirational', improves: ['test-rides'] },
    keyResults: [
      {
        title: 'Raise test rides from 59 to 90 a week',
        ...{ owner: 'chiara', kpi: 'test-rides', guardrails: ['repair-wait'], decimals: 0 },
        measure: { kind: 'move', baseline: 59, target: 90 },
        confidence: [6, 6, 5, 4, 3, 3, 2],
        words: { 4: { blocks: 'Only four bicycles to try in the Hill shop.' } },
        grade: {
          ...{ fate: 'carry over', carries: true },
          lesson: 'Opening later in the evening works; nothing else did.',
          explanation: 'The evenings began only in the last month.',
        },
      },
      {
        title: 'Every shop has a corner where bicycles are repaired',
        ...{ owner: 'chiara', measure: { kind: 'done' } },
        confidence: [5, 6, 7, 8, 9],
        report: (_, week) => ({ kind: 'done', done: week >= 9 }),
        grade: { fate: 'drop', lesson: 'Two days of building each, once the place was clear.' },
      },
    ],
  },
  {
    title: 'What we send is what they wanted',
    why: 'Each order that comes back costs 38 euros and a rider.',
    ...{ owner: 'dele', team: 'online', commitment: 'committed', gapKpi: 'returns', improves: ['returns'] },
    keyResults: [
      {
        title: 'Cut orders sent back from 7.8 to 5.8 %',
        ...{ owner: 'dele', kpi: 'returns', guardrails: ['online-orders'] },
        measure: { kind: 'move', baseline: 7.8, target: 5.8 },
        confidence: [6, 7, 7, 8, 9],
        words: { 4: { changed: 'Sizes are measured, not chosen from a table.' } },
        grade: {
          fate: 'keep the gain',
          lesson: 'It was sizes all along.',
          keep: { raise: 'phase', periods: 16 },
          explanation: 'A hair short of it.',
        },
      },
      {
        title: 'Raise riders who choose the right size at first from 71 to 80 %',
        ...{ owner: 'dele', unit: { kind: 'percent' }, decimals: 0 },
        measure: { kind: 'move', baseline: 71, target: 80 },
        confidence: [6, 6, 7, 8, 8, 9],
        report: (_, week) => ({ kind: 'value', value: Math.min(81, 71 + week) }),
        grade: {
          fate: 'turn into a KPI',
          lesson: 'One question more at the order saves two parcels.',
          graduate: {
            level: 78,
            kpi: {
              ...{ key: 'right-size', name: 'Right size at first', cadence: 'quarterly' },
              definition: 'Riders who keep the size that they ordered, of 200 asked in a quarter.',
            },
          },
        },
      },
      {
        title: 'A newsletter about fit on 10 of 12 Thursdays',
        ...{ owner: 'emi', measure: { kind: 'hit rate', planned: 12, cadence: 'weekly' } },
        confidence: [8, 8, 7],
        report: (_, week) => ({ kind: 'good', good: week % 5 !== 3 }),
        grade: { fate: 'drop', lesson: 'Write two ahead.', explanation: 'Two Thursdays fell on holidays.' },
      },
    ],
  },
  {
    title: 'Know why people stay in the workshop',
    why: 'Four left in a year, and we guess why.',
    ...{ owner: 'greta', team: 'finance', commitment: 'learning' },
    keyResults: [
      {
        title: 'Talk with all 24 people of the workshop, and tell what was heard',
        ...{
          owner: 'greta',
          measure: { kind: 'milestones', steps: steps('Questions', 'First twelve', 'All', 'Told') },
        },
        confidence: [8, 8, 9],
        report: done(['1', '2', '3', '4'], 3),
        grade: {
          fate: 'drop',
          lesson: 'Shifts that are known two weeks ahead matter more than pay.',
          explanation: 'Nobody had asked before.',
        },
      },
    ],
  },
];

/** Milestones of equal weight, with the ids '1', '2' and so on. */
export function steps(...titles: string[]): { id: string; title: string }[] {
  return titles.map((title, index) => ({ id: String(index + 1), title }));
}
