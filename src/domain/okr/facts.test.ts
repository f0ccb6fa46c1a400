import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsFromReports, factsFromSeries, isInCycle, type Report, reportFault } from './facts.ts';
import type { Measure } from './measure.ts';
import { progress } from './progress.ts';

const span = { starts: '2026-01-01', ends: '2026-03-31' };
const move: Measure = { kind: 'move', baseline: 40, target: 50 };
const hold: Measure = { kind: 'hold', bound: 'at least', level: 4.7, run: 3, cadence: 'monthly' };
const rate: Measure = { kind: 'hit rate', planned: 13, cadence: 'weekly' };
const steps: Measure = {
  kind: 'milestones',
  steps: [
    { id: 'a', title: 'Pilot', weight: 1 },
    { id: 'b', title: 'All', weight: 3 },
  ],
};

const said = (day: string, report: Report, recordedAt = `${day}T10:00:00.000Z`) => ({
  day,
  recordedAt,
  report,
});

test('A period belongs to the one cycle that its last day lies in', () => {
  assert.ok(isInCycle('2026-W01', span));
  assert.ok(isInCycle('2026-03', span));
  assert.ok(!isInCycle('2025-12', span));
  assert.ok(!isInCycle('2026-W14', span));
});

test('A move that reads a KPI stands at the newest complete period of the cycle', () => {
  const values = [
    { period: '2026-02', value: 44 },
    { period: '2025-12', value: 99 },
    { period: '2026-01', value: 41 },
    { period: '2026-03', value: 70 },
    { period: '2026-04', value: 80 },
  ];
  assert.deepEqual(factsFromSeries(move, values, span, '2026-03-15'), { current: 44 });
  assert.deepEqual(factsFromSeries(move, values, span, '2026-06-01'), { current: 70 });
  assert.deepEqual(factsFromSeries(move, values, span, '2026-01-15'), { current: undefined });
});

test('A hold that reads a KPI takes the complete periods of its own cadence', () => {
  const values = ['2026-03', '2026-01', '2026-02', '2026-W05'].map((period) => ({ period, value: 4.8 }));
  assert.equal(progress(hold, factsFromSeries(hold, values, span, '2026-04-01')), 1);
  assert.equal(progress(hold, factsFromSeries(hold, values, span, '2026-03-31')), 2 / 3);
});

test('A check-in written later about an earlier day does not become the latest', () => {
  const reports = [
    said('2026-02-09', { kind: 'value', value: 46 }),
    said('2026-02-02', { kind: 'value', value: 42 }, '2026-02-20T10:00:00.000Z'),
  ];
  assert.deepEqual(factsFromReports(move, reports, span), { current: 46 });
});

test('Of two check-ins about one day the one recorded later stands', () => {
  const reports = [
    said('2026-02-09', { kind: 'value', value: 47 }, '2026-02-09T11:00:00.000Z'),
    said('2026-02-09', { kind: 'value', value: 46 }, '2026-02-09T10:00:00.000Z'),
  ];
  assert.deepEqual(factsFromReports(move, reports, span), { current: 47 });
});

test('A check-in about a day after the cycle is late and changes nothing', () => {
  const reports = [
    said('2026-03-30', { kind: 'value', value: 46 }),
    said('2026-04-02', { kind: 'value', value: 50 }),
  ];
  assert.deepEqual(factsFromReports(move, reports, span), { current: 46 });
});

test('Good periods are told one by one, corrected, or counted', () => {
  const reports = [
    said('2026-01-09', { kind: 'good', good: true }),
    said('2026-01-16', { kind: 'good', good: false }),
    said('2026-01-20', { kind: 'good', good: true, period: '2026-W03' }),
  ];
  assert.equal(progress(rate, factsFromReports(rate, reports, span)), 2 / 13);
  const counted = [
    ...reports,
    said('2026-02-06', { kind: 'hits', hits: 5 }),
    said('2026-02-13', { kind: 'good', good: true }),
  ];
  assert.equal(progress(rate, factsFromReports(rate, counted, span)), 6 / 13);
});

test('Milestones and done stand as the latest check-in says, also when it takes something back', () => {
  const reports = [
    said('2026-02-01', { kind: 'steps', done: ['a', 'b'] }),
    said('2026-02-08', { kind: 'steps', done: ['a'] }),
  ];
  assert.equal(progress(steps, factsFromReports(steps, reports, span)), 0.25);
  const done = [said('2026-02-01', { kind: 'done', done: true })];
  assert.equal(progress({ kind: 'done' }, factsFromReports({ kind: 'done' }, done, span)), 1);
});

test('A report that does not fit its measure is refused in words', () => {
  const cases: [Measure, Report, RegExp][] = [
    [move, { kind: 'done', done: true }, /moves a number: report its value/],
    [move, { kind: 'value', value: Number.NaN }, /The value is not a number/],
    [move, { kind: 'value', value: 1, period: '2026-01' }, /has no periods/],
    [hold, { kind: 'value', value: 4.8, period: '2026-W05' }, /"2026-W05" is not a monthly period/],
    [hold, { kind: 'value', value: 4.8, period: '2025-12' }, /2025-12 is outside the cycle/],
    [rate, { kind: 'value', value: 4.8 }, /no level to judge a value by/],
    [rate, { kind: 'hits', hits: 14 }, /14 good periods are more than the 13 planned/],
    [rate, { kind: 'hits', hits: 1.5 }, /1.5 is not a count/],
    [rate, { kind: 'hits', hits: -1 }, /-1 is not a count/],
    [steps, { kind: 'steps', done: ['c'] }, /no step "c"/],
    [{ kind: 'done' }, { kind: 'hits', hits: 1 }, /done or not/],
  ];
  for (const [measure, report, sentence] of cases)
    assert.match(reportFault(measure, report, span) ?? '', sentence);
  assert.equal(reportFault(move, { kind: 'value', value: -3.5 }, span), undefined);
  assert.equal(reportFault(rate, { kind: 'good', good: true, period: '2026-W14' }, span), undefined);
});
