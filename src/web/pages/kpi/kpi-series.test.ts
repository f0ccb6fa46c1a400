import assert from 'node:assert/strict';
import test from 'node:test';
import type { Judgement } from '#contract/judgements.ts';
import { january, shift } from '#domain/time/period.ts';
import { kpiSeries, thresholdsOf } from './kpi-series.ts';

type Point = Judgement['points'][number];
const point = (period: string, value: number | null, partial = false): Point => ({
  ...{ period, starts: `${period}-01`, value, partial },
  ...{ numerator: null, denominator: null, missing: [] },
});
const line = (from: string, part: object): Judgement['thresholds'][number] => ({
  ...{ from, floor: null, ceiling: null, warningFloor: null, warningCeiling: null },
  ...{ desired: null, desiredBy: null, reason: null, author: null, recordedAt: `${from}T00:00:00Z` },
  ...{ unit: { kind: 'percent' }, holds: true },
  ...part,
});
const limits = {
  ...{ centre: 2, lower: 1, upper: 3, range: 1, upperRange: 3.2, sigma: 1 },
  ...{ count: 6, distinctRanges: 4, strength: 'trial' as const },
};
const phase = (from: string, to: string): Judgement['phases'][number] => ({
  ...{ from, to, baselineTo: to, reason: null, limits, signals: [], autocorrelated: false },
});

function judgement(part: Partial<Judgement>): Judgement {
  const unit = { kind: 'percent' } as const;
  return {
    kpi: { unit, decimals: 1 },
    ...{ points: [], phases: [], thresholds: [], annotations: [], past: [], versions: [] },
    ...part,
  } as unknown as Judgement;
}

test('periods without a reading and withdrawn ones are gaps, and what lies outside the values is left off', () => {
  const points = [
    point('2025-12', null),
    point('2026-01', 5),
    point('2026-02', null),
    point('2026-04', 6, true),
  ];
  assert.deepEqual(kpiSeries(judgement({ points }), january).points, [
    { period: '2026-01', start: '2026-01-01', value: 5 },
    { period: '2026-02', start: '2026-02-01', value: null },
    { period: '2026-03', start: '2026-03-01', value: null },
    { period: '2026-04', start: '2026-04-01', value: 6, partial: true },
  ]);
});

test('a season is taken out of what is judged, and a period that has not ended has no part in it', () => {
  const points = Array.from({ length: 37 }, (_, month) =>
    point(shift('2023-01', month), 100 + 10 * Math.sin((month * Math.PI) / 6) + (month % 5), month === 36),
  );
  const season = { period: 12, kind: 'additive', strength: 0.9 };
  const kpi = { unit: { kind: 'number' }, decimals: 0, cadence: 'monthly' } as Judgement['kpi'];
  const drawn = kpiSeries(judgement({ points, season, kpi }), january).points;
  const adjusted = drawn.flatMap((each) => each.adjusted ?? []);
  assert.equal(adjusted.length, 36);
  assert.equal(drawn.at(-1)!.adjusted, undefined);
  assert.ok(Math.max(...adjusted) - Math.min(...adjusted) < 8);
  assert.deepEqual(
    drawn.map(({ value }) => value),
    points.map(({ value }) => value),
  );
});

test('a phase is drawn up to where the next one begins, the last one to the end', () => {
  const points = ['01', '02', '03', '04', '05'].map((month) => point(`2026-${month}`, 2));
  const phases = [phase('2026-01', '2026-02'), phase('2026-04', '2026-04')];
  const drawn = kpiSeries(judgement({ points, phases }), january).phases;
  assert.deepEqual(
    drawn.map(({ from, to }) => [from, to]),
    [
      [0, 2],
      [3, 4],
    ],
  );
});

test('signals and notes stand at the slots of their periods', () => {
  const points = ['01', '02', '03', '04'].map((month) => point(`2026-${month}`, 2));
  const signals = [
    {
      ...{ rule: 'beyond-limits', sense: 'improvement' as const, sentence: '' },
      ...{ period: '2026-02', latest: '2026-03', periods: ['2026-02', '2026-03'] },
    },
  ];
  const note = (from: string, to: string) => ({
    ...{ id: from, from, to, note: from, author: null, recordedAt: '' },
  });
  const series = kpiSeries(
    judgement({
      points,
      phases: [{ ...phase('2026-01', '2026-04'), signals }],
      annotations: [note('2026-03', '2026-04'), note('2026-01', '2026-01'), note('2020-01', '2020-01')],
    }),
    january,
  );
  assert.deepEqual(series.signals, [
    { index: 1, points: [1, 2], rule: 'beyond-limits', sense: 'improvement' },
  ]);
  assert.deepEqual(series.annotations, [
    { index: 0, text: '2026-01' },
    { index: 2, text: '2026-03', to: 3 },
  ]);
});

test('a threshold holds from its day to the day before the next; the same value goes on as one line', () => {
  assert.deepEqual(
    thresholdsOf([
      line('2026-01-01', { floor: 90 }),
      line('2026-03-01', { floor: 90, desired: 98 }),
      line('2026-06-01', { floor: 95 }),
    ]),
    [
      { field: 'floor', kind: 'floor', label: 'Floor', value: 90, from: '2026-01-01', until: '2026-05-31' },
      { field: 'floor', kind: 'floor', label: 'Floor', value: 95, from: '2026-06-01' },
      {
        field: 'desired',
        kind: 'desired',
        label: 'Desired',
        value: 98,
        from: '2026-03-01',
        until: '2026-05-31',
      },
    ],
  );
});

test('of two thresholds of one day the later one holds', () => {
  assert.deepEqual(thresholdsOf([line('2026-01-01', { ceiling: 5 }), line('2026-01-01', { ceiling: 4 })]), [
    { field: 'ceiling', kind: 'ceiling', label: 'Ceiling', value: 4, from: '2026-01-01' },
  ]);
});

test('lines from before the KPI was counted otherwise are not drawn', () => {
  assert.deepEqual(thresholdsOf([line('2026-01-01', { floor: 90, holds: false })]), []);
});

test('a change of the definition is marked where it began to hold, and before the first point only when the series begins with it', () => {
  const points = [point('2026-03', 5), point('2026-04', 6), point('2026-05', 7)];
  const version = (from: string, breaks = false) => ({ version: 2, from, words: 'in hours', breaks });
  const changes = (...versions: Judgement['versions']) =>
    kpiSeries(judgement({ points, versions }), january).changes;
  assert.deepEqual(changes(version('2026-04-10')), [
    { index: 2, text: 'Counted differently from May 2026 on: in hours' },
  ]);
  assert.deepEqual(changes(version('2026-01-01'), version('2026-08-01')), []);
  assert.deepEqual(changes(version('2026-02-15', true)), [
    { index: 0, text: 'Counted differently from March 2026 on: in hours' },
  ]);
});

test('what was counted in another unit is told as a text, for the table', () => {
  const past = [
    {
      ...{ from: '2026-01', to: '2026-01', unit: { kind: 'currency', code: 'EUR' } as const, decimals: 0 },
      points: [{ period: '2026-01', value: 1200 }],
    },
  ];
  const series = kpiSeries(judgement({ points: [point('2026-02', 5)], past }), january);
  assert.deepEqual(series.past, [{ period: '2026-01', text: 'EUR 1,200' }]);
});

test('a season is drawn either taken out of the values or put into the limits', () => {
  const months = Array.from({ length: 36 }, (_, at) => shift('2023-01', at));
  const swing = [0, 1, 3, 6, 9, 12, 12, 9, 6, 3, 1, 0];
  const noise = (at: number) => ((at * 7) % 5) / 5;
  const part = {
    kpi: { unit: { kind: 'number' }, decimals: 1, cadence: 'monthly' },
    points: months.map((period, at) => point(period, 40 + swing[at % 12]! + noise(at))),
    season: { period: 12, kind: 'additive', strength: 0.9 },
    phases: [phase('2023-01', '2025-12')],
  } as unknown as Partial<Judgement>;
  const adjusted = kpiSeries(judgement(part), january);
  const measured = kpiSeries(judgement(part), january, 'measured');
  assert.ok(adjusted.points.every((each) => each.adjusted !== undefined && !each.span));
  assert.deepEqual([adjusted.phases.length, measured.phases.length], [1, 0]);
  // June swings far above the level, January below.
  const [january2023, june] = [measured.points[0]!, measured.points[5]!];
  assert.ok(june.span!.centre - january2023.span!.centre > 10);
  // What the season puts into the limits is what it takes out of the values.
  const taken = june.value! - adjusted.points[5]!.adjusted!;
  assert.ok(Math.abs(june.span!.centre - limits.centre - taken) < 1e-9);
});

test('only bounds that all values keep are drawn as bounds', () => {
  const bounds = (...values: number[]) =>
    kpiSeries(judgement({ points: values.map((value, at) => point(`2026-0${at + 1}`, value)) }), january)
      .bounds;
  assert.deepEqual(bounds(5, 20), { least: 0, most: 100 });
  assert.deepEqual(bounds(-5, 20), { most: 100 });
  assert.deepEqual(bounds(5, 120), { least: 0 });
});
