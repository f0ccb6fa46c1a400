import assert from 'node:assert/strict';
import test from 'node:test';
import { seasonSvg } from './season-svg.ts';

const file = { title: 'Visits: the season of a year', day: '2026-03-04', scheme: 'light' as const };
const barsOf = (svg: string) =>
  [...svg.matchAll(/y="([\d.]+)" width="[\d.]+" height="([\d.]+)" fill="#5b6068"/g)].map(([, y, height]) => [
    Number(y),
    Number(height),
  ]);

test('a season is drawn as bars above and below its level, in the proportion of its factors', () => {
  const slots = [
    { name: 'January', factor: 1.2, words: '' },
    { name: 'February', factor: 0.9, words: '' },
    { name: 'March', factor: 1, words: '' },
  ];
  const svg = seasonSvg(file, slots, 1);
  assert.doesNotMatch(svg, /var\(|class=| style=|href=|undefined|NaN/);
  assert.deepEqual(barsOf(svg), [
    [4, 56],
    [60, 28],
    [60, 0],
  ]);
  assert.deepEqual(
    [...svg.matchAll(/middle"[^>]*>([^<]*)</g)].map(([, name]) => name),
    ['Jan', 'Feb', 'Mar'],
  );
});

test('of 52 weeks every fourth says its number', () => {
  const slots = Array.from({ length: 52 }, (_, at) => ({
    name: `week ${at + 1}`,
    factor: at - 26,
    words: '',
  }));
  const names = [...seasonSvg(file, slots, 0).matchAll(/middle"[^>]*>([^<]*)</g)].map(([, name]) => name);
  assert.deepEqual([names.length, names[0], names.at(-1)], [13, '1', '49']);
});
