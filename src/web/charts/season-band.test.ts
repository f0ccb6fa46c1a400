import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seasonBand } from './season-band.ts';
import type { Point } from './series.ts';

const axis = { y: (value: number) => 100 - value };
const point = (centre: number | undefined): Point => ({
  ...{ period: '2026-01', start: '2026-01-01', value: 1 },
  ...(centre !== undefined && { span: { lower: centre - 10, centre, upper: centre + 10 } }),
});

test('limits swing with the season, and a missing stretch is a gap', () => {
  const points = [point(50), point(60), point(undefined), point(40), point(45)];
  const band = seasonBand({ points }, [0, 10, 20, 30, 40], axis);
  assert.equal(band?.centre, 'M0,50L10,40M30,60L40,55');
  assert.equal(band?.upper, 'M0,40L10,30M30,50L40,45');
  assert.equal(band?.area, 'M0,40L10,30L10,50L0,60ZM30,50L40,45L40,65L30,70Z');
});

test('what cannot be reached is not drawn beyond its bound', () => {
  const band = seasonBand({ points: [point(5), point(95)], bounds: { least: 0, most: 100 } }, [0, 10], axis);
  assert.equal(band?.lower, 'M0,100L10,15');
  assert.equal(band?.upper, 'M0,85L10,0');
});

test('without a season there is none', () => {
  assert.equal(seasonBand({ points: [point(undefined)] }, [0], axis), undefined);
});
