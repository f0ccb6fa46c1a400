import assert from 'node:assert/strict';
import test from 'node:test';
import type { Facts } from '#contract/measures.ts';
import { periodBoxes } from './period-boxes.ts';
import { confidenceSvg, periodsSvg } from './strips-svg.ts';

const file = { title: 'Answers < 1 h', words: 'what it is', day: '2026-03-04', scheme: 'light' as const };
const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
const alone = (svg: string) => assert.doesNotMatch(svg, /var\(|class=| style=|href=|undefined|NaN/);

test('confidence is a bar for each check-in as high as its number, a gap where none was told', () => {
  const svg = confidenceSvg(file, [
    { day: '2026-01-05', confidence: 10 },
    { day: '2026-01-12', confidence: null },
    { day: '2026-01-19', confidence: 5 },
    { day: '2026-01-26', confidence: 0 },
  ]);
  alone(svg);
  const heights = [...svg.matchAll(/width="18" height="([\d.]+)"/g)].map(([, height]) => Number(height));
  assert.equal(heights.length, 3);
  assert.equal(heights[0], 2 * heights[1]!);
  assert.equal(heights[2], 2);
  assert.deepEqual(textsOf(svg).slice(6), ['10', '5 Jan', '12 Jan', '5', '19 Jan', '0', '26 Jan']);
});

test('the periods of a hold are boxes with shape, value and period; what is not reported is dashed', () => {
  const facts = {
    periods: [
      { period: '2026-01', value: 4.8, good: true },
      { period: '2026-02', value: 4.2, good: false },
    ],
    hits: null,
  } as unknown as Facts;
  const boxes = periodBoxes({
    measure: { kind: 'hold', bound: 'at least', level: 4.7, run: 3, cadence: 'monthly' },
    ...{ facts, unit: { kind: 'number' }, decimals: 1 },
    ...{ span: { starts: '2026-01-01', ends: '2026-03-31' }, yearStartsIn: 1 },
  });
  assert.deepEqual(
    boxes.map(({ kind, label }) => [kind, label]),
    [
      ['good', 'January 2026: 4.8, good'],
      ['bad', 'February 2026: 4.2, not good'],
      ['none', 'March 2026, nothing reported'],
    ],
  );
  const svg = periodsSvg(file, boxes);
  alone(svg);
  assert.deepEqual(textsOf(svg).slice(3), ['4.8', 'Jan 2026', '4.2', 'Feb 2026', 'Mar 2026']);
  assert.equal(svg.match(/stroke-dasharray="3 2"/g)?.length, 1);
});
