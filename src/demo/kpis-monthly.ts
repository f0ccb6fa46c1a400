import { addDays } from '#domain/time/day.ts';
import { days, euros, type Plot, percent } from './plot.ts';
import type { Times } from './times.ts';

const monthly = { cadence: 'monthly', direction: 'higher', graceDays: 10 } as const;
const finance = { owner: 'greta', team: 'finance' } as const;

/** The monthly and quarterly KPIs: money, people, and what riders think. */
export function monthlyKpis({ today, begins, quarters: [earlier, , present] }: Times): Plot[] {
  return [
    {
      ...{ ...monthly, ...finance, key: 'margin', name: 'Gross margin', unit: percent, decimals: 1 },
      definition:
        'Revenue less material, wages of the workshop and freight, over revenue, as booked at month end.',
      ...{ addsUp: 'ratio', labels: ['finance'], pillar: 'A company that lasts' },
      lines: { floor: 31, warningFloor: 32.5, desired: 36, desiredBy: present.ends },
      course: {
        levels: [
          [begins, 34],
          [today, 34.6],
        ],
        noise: 0.5,
        counted: 900_000,
      },
    },
    {
      ...{ ...monthly, ...finance, key: 'cash', name: 'Cash runway', decimals: 1, addsUp: 'last' },
      ...{ unit: { kind: 'duration', unit: 'months' }, labels: ['finance'] },
      lines: { floor: 6, desired: 12 },
      course: {
        levels: [
          [begins, 12.4],
          [today, 8.1],
        ],
        noise: 0.2,
      },
    },
    {
      ...{ ...monthly, ...finance, key: 'late-invoices', name: 'Invoices paid late', direction: 'lower' },
      definition: 'Customer invoices paid after their due day, over all invoices due in the month.',
      ...{ unit: percent, decimals: 1, addsUp: 'ratio', labels: ['finance'] },
      lines: { ceiling: 12 },
      course: { levels: [[begins, 9.1]], noise: 0.9, counted: 420 },
    },
    {
      ...{ ...monthly, ...finance, key: 'acquisition-cost', name: 'Cost to win a rider', direction: 'lower' },
      definition: 'Spending on advertising and events, over riders who buy from us for the first time.',
      ...{ unit: euros, decimals: 0, labels: ['marketing', 'finance'] },
      lines: { ceiling: 95, desired: 70, desiredBy: present.ends },
      course: {
        levels: [
          [begins, 88],
          [addDays(today, -500), 88],
          [addDays(today, -470), 79],
        ],
        noise: 3,
      },
    },
    {
      ...{ ...monthly, ...finance, key: 'turnover', name: 'People who leave', direction: 'lower' },
      definition:
        'People who left by their own choice in the last twelve months, over the mean number employed.',
      ...{ unit: percent, decimals: 1, addsUp: 'ratio', labels: ['people'] },
      lines: { ceiling: 3 },
      course: { levels: [[begins, 1.4]], noise: 0.5, counted: 164 },
    },
    {
      ...{ ...monthly, ...finance, key: 'time-to-hire', name: 'Time to hire', direction: 'lower' },
      ...{ unit: days, decimals: 0, labels: ['people'] },
      lines: { ceiling: 70, desired: 45 },
      course: { levels: [[begins, 61]], noise: 6 },
    },
    {
      ...{ ...monthly, key: 'spare-parts', name: 'Spare parts at hand', unit: percent, decimals: 0 },
      ...{ labels: ['workshop', 'shops'], owner: 'chiara', team: 'shops' },
      lines: { floor: 85 },
      course: { levels: [[begins, 85.4]], noise: 2.4 },
    },
    {
      ...{ ...monthly, key: 'stock-cover', name: 'Weeks of stock', direction: 'within', decimals: 1 },
      ...{ unit: { kind: 'duration', unit: 'weeks' }, labels: ['workshop', 'finance'] },
      ...{ owner: 'farid', team: 'workshop' },
      lines: { floor: 4, ceiling: 9 },
      course: { levels: [[begins, 6.4]], noise: 0.5 },
    },
    {
      ...{ ...monthly, key: 'recommend', name: 'Riders who would recommend us', decimals: 0 },
      ...{ unit: { kind: 'number', symbol: 'points' }, addsUp: 'last', labels: ['service'] },
      ...{ owner: 'ada', team: 'larkspur', weight: 3, pillar: 'Riders who come back' },
      definition: 'Promoters minus detractors among 300 riders who are asked each month.',
      lines: { desired: 60, desiredBy: present.ends },
      course: {
        levels: [
          [begins, 41],
          [earlier.starts, 42],
          [earlier.ends, 50],
          [today, 52],
        ],
        noise: 1.6,
      },
    },
    {
      ...{ ...monthly, cadence: 'quarterly', key: 'safety', name: 'Safety walk', decimals: 0 },
      ...{
        unit: { kind: 'scale', from: 1, to: 5, steps: ['unsafe', 'poor', 'fair', 'good', 'safe'] },
        kind: 'qualitative',
        labels: ['people', 'workshop'],
      },
      ...{ owner: 'farid', team: 'workshop', graceDays: 30 },
      lines: { floor: 3 },
      course: { levels: [[begins, 3.9]], noise: 0.6 },
    },
    {
      ...{ ...monthly, key: 'carbon', name: 'Carbon per bicycle', direction: 'lower', decimals: 0 },
      ...{ unit: { kind: 'number', symbol: 'kg' }, labels: ['workshop'], owner: 'bruno', team: 'larkspur' },
      purpose: 'Asked for by the board; the first count is under way.',
      lines: { ceiling: 130 },
    },
  ];
}
