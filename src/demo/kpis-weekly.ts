import { addDays } from '#domain/time/day.ts';
import { euros, minutes, type Plot, percent } from './plot.ts';
import type { Times } from './times.ts';

const weekly = { cadence: 'weekly', direction: 'higher' } as const;

/** The weekly KPIs: what the workshop, the shops and the service look at each Monday. */
export function weeklyKpis({ today, begins, quarters: [earlier, last, present] }: Times): Plot[] {
  return [
    {
      ...{
        ...weekly,
        key: 'first-answer',
        name: 'First answer to customers',
        direction: 'lower',
        decimals: 0,
      },
      ...{ unit: minutes, labels: ['service'], role: 'input', owner: 'emi', team: 'service' },
      purpose: 'Riders who wait write again, and then to somebody else.',
      definition: 'Median minutes from a question to the first answer by a person, within opening hours.',
      counters: ['answered-well'],
      lines: { ceiling: 300, warningCeiling: 260, desired: 180, desiredBy: present.ends },
      course: {
        levels: [
          [begins, 345],
          [earlier.starts, 340],
          [addDays(earlier.starts, 35), 196],
          [today, 194],
        ],
        noise: 14,
      },
    },
    {
      ...{ ...weekly, key: 'answered-well', name: 'Answers rated helpful', unit: percent, decimals: 1 },
      ...{ addsUp: 'ratio', labels: ['service'], owner: 'emi', team: 'service' },
      definition: 'Helpful ratings over all ratings of the week.',
      lines: { floor: 80, desired: 90, desiredBy: present.ends },
      course: { levels: [[begins, 86.5]], noise: 0.6, counted: 640 },
    },
    {
      ...{
        ...weekly,
        key: 'on-time',
        name: 'Bicycles delivered on the promised day',
        unit: percent,
        decimals: 1,
      },
      ...{ addsUp: 'ratio', labels: ['workshop'], owner: 'farid', team: 'workshop', weight: 2 },
      purpose: 'A promised day is the one thing that every rider remembers.',
      definition: 'Deliveries on the promised day over all deliveries of the week.',
      counters: ['defects'],
      lines: { floor: 92, warningFloor: 93, desired: 96, desiredBy: present.ends },
      course: {
        levels: [
          [begins, 88],
          [earlier.starts, 88],
          [addDays(earlier.starts, 30), 94.6],
          [addDays(last.starts, 12), 94.6],
          [addDays(last.starts, 16), 88.4],
        ],
        noise: 0.8,
        counted: 720,
      },
    },
    {
      ...{ ...weekly, key: 'defects', name: 'Bicycles that come back with a defect', direction: 'lower' },
      ...{ unit: percent, decimals: 1, addsUp: 'ratio', labels: ['workshop', 'quality'] },
      ...{ owner: 'farid', team: 'workshop', weight: 3 },
      definition: 'Bicycles returned for a defect within 60 days, over those delivered in the week.',
      counters: ['output'],
      lines: { ceiling: 3, desired: 2, desiredBy: present.ends },
      course: { levels: [[begins, 4.6]], noise: 0.25, counted: 720 },
    },
    {
      ...{ ...weekly, key: 'output', name: 'Bicycles built', addsUp: 'sum', decimals: 0, role: 'input' },
      definition: 'Bicycles that passed the final check and left the workshop.',
      ...{ labels: ['workshop'], owner: 'farid', team: 'workshop' },
      lines: { floor: 620 },
      course: {
        levels: [
          [begins, 690],
          [today, 735],
        ],
        noise: 16,
      },
    },
    {
      ...{ ...weekly, key: 'online-orders', name: 'Orders in the web shop', addsUp: 'sum', decimals: 0 },
      ...{ labels: ['sales', 'online'], owner: 'dele', team: 'online' },
      definition: 'Paid orders of the week, without those that were cancelled the same day.',
      counters: ['returns'],
      lines: { floor: 150, desired: 320, desiredBy: present.ends },
      course: {
        levels: [
          [begins, 168],
          [addDays(today, -440), 170],
          [addDays(today, -430), 214],
          [present.starts, 216],
          [today, 282],
        ],
        noise: 9,
      },
    },
    {
      ...{
        ...weekly,
        key: 'visits',
        name: 'Visits to the web shop',
        addsUp: 'sum',
        decimals: 0,
        role: 'input',
      },
      ...{ labels: ['marketing', 'online'], owner: 'dele', team: 'online' },
      lines: { desired: 26_000, desiredBy: present.ends },
      course: { levels: [[begins, 22_500]], season: 0.3, noise: 700 },
    },
    {
      ...{
        ...weekly,
        key: 'returns',
        name: 'Orders sent back',
        direction: 'lower',
        unit: percent,
        decimals: 1,
      },
      ...{ addsUp: 'ratio', labels: ['online'], owner: 'dele', team: 'online' },
      lines: { ceiling: 9, warningCeiling: 8 },
      course: {
        levels: [
          [begins, 7.9],
          [last.starts, 7.8],
          [addDays(last.starts, 28), 5.6],
        ],
        noise: 0.35,
        counted: 900,
      },
    },
    {
      ...{ ...weekly, key: 'open-rate', name: 'Newsletters opened', unit: percent, decimals: 1 },
      ...{ labels: ['marketing'], role: 'input', owner: 'dele', team: 'online' },
      course: { levels: [[begins, 31]], noise: 1.4 },
    },
    {
      ...{ ...weekly, key: 'test-rides', name: 'Test rides', addsUp: 'sum', decimals: 0, role: 'input' },
      ...{ labels: ['sales', 'shops'], owner: 'chiara', team: 'shops' },
      purpose: 'One test ride in three becomes a bicycle.',
      lines: { floor: 40, desired: 90, desiredBy: present.ends },
      course: {
        levels: [
          [begins, 58],
          [last.starts, 59],
          [last.ends, 70],
          [today, 74],
        ],
        noise: 3,
      },
    },
    {
      ...{
        ...weekly,
        key: 'shop-sales',
        name: 'Sales of the shops',
        unit: euros,
        addsUp: 'sum',
        decimals: 0,
      },
      ...{ labels: ['sales', 'shops'], owner: 'chiara', team: 'shops', weight: 2 },
      definition: 'Net sales of the week at the tills of the four shops.',
      lines: { floor: 90_000 },
      course: {
        levels: [
          [begins, 118_000],
          [today, 126_000],
        ],
        season: 0.12,
        noise: 2_400,
      },
      children: [
        { key: 'shop-sales-harbour', name: 'Sales, Harbour shop', share: 0.38 },
        { key: 'shop-sales-market', name: 'Sales, Market shop', share: 0.27 },
        { key: 'shop-sales-station', name: 'Sales, Station shop', share: 0.21 },
        { key: 'shop-sales-hill', name: 'Sales, Hill shop', share: 0.14, until: addDays(today, -12) },
      ],
    },
    {
      ...{ ...weekly, key: 'repair-wait', name: 'Wait for a repair', direction: 'lower', decimals: 1 },
      definition: 'Working days from the day a bicycle is brought in to the day it can be fetched.',
      ...{ unit: { kind: 'duration', unit: 'days' }, labels: ['shops'], owner: 'chiara', team: 'shops' },
      lines: { ceiling: 6 },
      course: { levels: [[begins, 5.3]], season: 0.05, noise: 0.5 },
    },
    {
      ...{ ...weekly, key: 'overtime', name: 'Overtime in the workshop', direction: 'lower', decimals: 1 },
      ...{ unit: { kind: 'duration', unit: 'hours' }, labels: ['people'], owner: 'farid', team: 'workshop' },
      lines: { ceiling: 9, warningCeiling: 7.4 },
      course: {
        levels: [
          [begins, 6.2],
          [addDays(today, -40), 6.3],
          [today, 8.3],
        ],
        noise: 0.25,
      },
    },
    {
      ...{ ...weekly, key: 'stock-accuracy', name: 'Stock counted right', unit: percent, decimals: 1 },
      ...{ labels: ['workshop'], owner: 'farid', team: 'workshop' },
      lines: { floor: 97 },
      course: { levels: [[begins, 98.6]], noise: 0.3, until: addDays(today, -47) },
    },
    {
      ...{ ...weekly, key: 'conversion', name: 'Visitors who order', unit: percent, decimals: 2 },
      ...{ labels: ['online'], owner: 'dele', team: 'online' },
      purpose: 'More visitors help only as far as they order.',
      definition: 'Orders in the web shop for each hundred visits of the week.',
      formula: '100 * online-orders / visits',
    },
  ];
}

/** What people believe moves what: input, output, and why. */
export const drivers: readonly [input: string, output: string, note: string][] = [
  ['visits', 'online-orders', 'One visitor in sixty orders.'],
  ['open-rate', 'visits', 'Every newsletter brings a wave of visitors.'],
  ['test-rides', 'shop-sales', 'Every third test ride ends in a sale.'],
  ['first-answer', 'returns', 'Who is answered in time asks before sending back.'],
  ['defects', 'on-time', 'A bicycle that comes back stands in the way of the next.'],
  ['overtime', 'defects', 'Tired hands make mistakes.'],
  ['output', 'on-time', 'What is built in time can leave in time.'],
];
