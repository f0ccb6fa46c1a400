import { elapsed } from '#domain/time/cycle.ts';
import { addDays, type Day } from '#domain/time/day.ts';
import type { ObjectivePlay } from './goal.ts';
import { steps } from './goals-closed.ts';
import type { Times } from './times.ts';

/** What the present quarter is about; something of every measure and every health is in it. */
export function activeGoals({ quarters: [, , present] }: Times): readonly ObjectivePlay[] {
  // Four fifths of what is expected, whatever day it is.
  const behind = (day: Day) => 0.8 * elapsed(present, addDays(day, 3));
  return [
    {
      title: 'Riders recommend us',
      why: 'Half of all bicycles are sold by a friend.',
      ...{ owner: 'ada', team: 'larkspur', commitment: 'aspirational', improves: ['recommend'] },
      pillar: 'Riders who come back',
      keyResults: [
        {
          title: 'Raise riders who would recommend us from 50 to 58',
          ...{ owner: 'ada', kpi: 'recommend', measure: { kind: 'move', baseline: 50, target: 58 } },
          confidence: [6, 6, 5],
        },
        {
          title: 'Count the carbon of a bicycle, and cut it from 140 to 125 kg',
          ...{ owner: 'bruno', kpi: 'carbon', measure: { kind: 'move', baseline: 140, target: 125 } },
          confidence: [5, 4, 4],
          words: { 2: { needs: 'The figures of the frame maker.' } },
        },
      ],
    },
    {
      title: 'Riders find us without a shop nearby',
      why: 'Two of three orders come from places where we have no shop.',
      ...{ owner: 'dele', team: 'online', commitment: 'aspirational', parent: 'Riders recommend us' },
      ...{ gapKpi: 'online-orders', improves: ['online-orders'] },
      keyResults: [
        {
          title: 'Raise orders in the web shop from 216 to 290 a week',
          ...{ owner: 'dele', kpi: 'online-orders', guardrails: ['returns', 'first-answer'], decimals: 0 },
          measure: { kind: 'move', baseline: 216, target: 290 },
          confidence: [6, 7, 7, 8],
          words: { 1: { changed: 'The configurator is live.' } },
        },
        {
          title: '400 riders book a yearly check',
          ...{ owner: 'emi', measure: { kind: 'move', baseline: 0, target: 400 }, decimals: 0 },
          confidence: [6, 5, 5, 4],
          report: (day) => ({ kind: 'value', value: Math.round(400 * behind(day)) }),
          words: { 3: { blocks: 'The booking page is slow on phones.' } },
        },
        {
          title: 'A film about fit on 9 of 12 Thursdays',
          ...{ owner: 'emi', measure: { kind: 'hit rate', planned: 12, cadence: 'weekly' } },
          confidence: [8],
          report: (_, week) => ({ kind: 'good', good: week !== 2 }),
        },
      ],
    },
    {
      title: 'A week in the workshop can be planned',
      why: 'Shifts that are known two weeks ahead were what people asked for.',
      ...{ owner: 'farid', team: 'workshop', commitment: 'committed', parent: 'Riders recommend us' },
      keyResults: [
        {
          title: 'Hold overtime at 9 hours or less for eight weeks',
          ...{ owner: 'farid', kpi: 'overtime' },
          measure: { kind: 'hold', bound: 'at most', level: 9, run: 8, cadence: 'weekly' },
          confidence: [7, 6, 6, 5],
        },
        {
          title: 'Shifts are known two weeks ahead',
          ...{
            owner: 'farid',
            measure: { kind: 'milestones', steps: steps('Rules', 'Tool', 'One line', 'All lines') },
          },
          confidence: [7, 7],
          stops: true,
          report: () => ({ kind: 'steps', done: ['1'] }),
        },
      ],
    },
    {
      title: 'Somebody can lead the workshop after Farid',
      why: 'Farid wants to teach from next summer on. Nobody else knows yet.',
      ...{ owner: 'ada', team: 'larkspur', commitment: 'committed', privateTo: ['greta'] },
      keyResults: [
        {
          title: 'One person inside has agreed',
          ...{ owner: 'greta', measure: { kind: 'done' } },
          confidence: [5, 6, 6],
          report: () => ({ kind: 'done', done: false }),
        },
      ],
    },
  ];
}
