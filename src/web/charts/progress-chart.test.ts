import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textWidth } from './path.ts';
import { type ProgressSeries, progressLayout, progressSummary } from './progress-chart.ts';

const series: ProgressSeries = {
  unit: { kind: 'duration', unit: 'minutes' },
  decimals: 0,
  starts: '2026-10-01',
  ends: '2026-12-31',
  today: '2026-11-22',
  baseline: 240,
  target: 45,
  values: [
    { day: '2026-10-05', value: 244 },
    { day: '2026-11-15', value: 142.5 },
  ],
};
const size = { width: 560, height: 200 };

test('a target below the baseline lies below it, and the expected line runs from one to the other', () => {
  const { target, baseline, expected, plot } = progressLayout(series, size);
  assert.ok(target > baseline);
  assert.equal(expected, `M${plot.left},${baseline}L${plot.right},${target}`);
});

test('the newest value and what was expected on its day are named on opposite sides', () => {
  const { pointLabels } = progressLayout(series, size);
  const [value, expected] = pointLabels;
  assert.equal(value!.text, '2h 23m');
  // 45 of 91 days have passed: 240 − 195 × 45/91 = 143.6 minutes.
  assert.equal(expected!.text, 'expected 2h 24m');
  // The value is lower than expected, so its name stands below and the other above.
  assert.ok(value!.y > expected!.y + 14);
});

test('the words stand right of their point as long as they end within the plot, clear of the lines to it', () => {
  const anchors = [300, 330, 360, 400, 480, 560].map((width) => {
    const { pointLabels, plot, last } = progressLayout(series, { ...size, width });
    const expected = pointLabels[1]!;
    const fits = last!.x + 7 + textWidth(expected.text) <= plot.right;
    assert.equal(expected.anchor, fits ? 'start' : 'end', `${width} wide`);
    return expected.anchor;
  });
  assert.deepEqual([anchors[0], anchors.at(-1)], ['end', 'start']);
});

test('a value on the baseline is named above it, not on the days of the axis', () => {
  const still = { ...series, baseline: 45, target: 240, values: [{ day: '2026-11-01', value: 45 }] };
  const { pointLabels, plot } = progressLayout(still, size);
  assert.ok(pointLabels.every(({ y }) => y < plot.bottom));
});

test('a plan with steps is followed instead of the straight line', () => {
  const plan = [
    { day: '2026-10-01', value: 240 },
    { day: '2026-11-15', value: 240 },
    { day: '2026-12-31', value: 45 },
  ];
  const { pointLabels } = progressLayout({ ...series, expected: plan }, size);
  assert.equal(pointLabels[1]!.text, 'expected 4h 00m');
});

test('without a value there is nothing beside a point, and the summary says so', () => {
  const empty = { ...series, values: [] };
  const { pointLabels, last } = progressLayout(empty, size);
  assert.deepEqual([pointLabels, last], [[], undefined]);
  assert.equal(
    progressSummary('First response', empty),
    'First response: from 4h 00m to 45m by 31 Dec; no value yet.',
  );
});

test('before and after the cycle there is no mark for today', () => {
  assert.equal(progressLayout({ ...series, today: '2027-01-01' }, size).today, undefined);
  assert.ok(progressLayout(series, size).today);
});
