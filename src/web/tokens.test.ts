import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Token, tokens } from './tokens.ts';

function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const grounds: Token[] = ['paper', 'surface', 'raised', 'wash'];
const texts: Token[] = ['ink', 'soft', 'muted', 'accent', 'good', 'warn', 'bad'];
const marks: Token[] = ['edge', 'noise', 'chart-line', 'chart-point', 'chart-limit', 'chart-centre'];
const washed: [Token, Token][] = [
  ['accent', 'accent-wash'],
  ['good', 'good-wash'],
  ['warn', 'warn-wash'],
  ['bad', 'bad-wash'],
  ['ink', 'accent-wash'],
  ['muted', 'accent-wash'],
  ['chart-line', 'chart-band'],
];

const pairs: [Token, Token, number][] = [
  ...grounds.flatMap((ground) => texts.map((text): [Token, Token, number] => [text, ground, 4.5])),
  ...grounds.flatMap((ground) => marks.map((mark): [Token, Token, number] => [mark, ground, 3])),
  ...washed.map(([text, ground]): [Token, Token, number] => [text, ground, 4.5]),
];

for (const [at, scheme] of ['light', 'dark'].entries()) {
  test(`every text reads at 4.5 to 1 and every mark at 3 to 1 in the ${scheme} scheme`, () => {
    const weak = pairs
      .map(([front, back, least]) => ({
        pair: `${front} on ${back}`,
        ratio: contrast(tokens[front][at] as string, tokens[back][at] as string),
        least,
      }))
      .filter(({ ratio, least }) => ratio < least);
    assert.deepEqual(weak, []);
  });

  test(`white text reads on a filled button in the ${scheme} scheme`, () => {
    assert.ok(contrast('#ffffff', tokens['accent-fill'][at] as string) >= 4.5);
  });
}
