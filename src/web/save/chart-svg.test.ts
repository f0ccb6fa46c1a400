import assert from 'node:assert/strict';
import test from 'node:test';
import { fileSvg, wrapped } from './chart-svg.ts';
import { plainly } from './resolved.ts';

test('computed styles become what a file bears: colours in hexadecimal, lengths in its own units', () => {
  assert.deepEqual(['rgb(184, 50, 26)', 'rgba(0, 0, 0, 0.5)', '7px, 4px', '11px', 'none'].map(plainly), [
    '#b8321a',
    'rgba(0, 0, 0, 0.5)',
    '7, 4',
    '11',
    'none',
  ]);
});

test('a long text is broken between words, and a word that is too long stands alone', () => {
  assert.deepEqual(wrapped('one two three fourteenletters', 8), ['one two', 'three', 'fourteenletters']);
  assert.deepEqual(wrapped('', 8), []);
});

test('a file says what it is, of which day, and numbers its notes; what is typed stays text', () => {
  const svg = fileSvg([{ width: 400, height: 50, inner: '<path d="M0,0H9"/>' }], {
    title: 'Calls & <mails>',
    words: 'From 3 to 5.',
    notes: ['A new way', 'and another'],
    day: '2026-03-04',
    scheme: 'dark',
  });
  assert.doesNotMatch(svg, /var\(|class=| style=|href=|undefined|NaN/);
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
  assert.deepEqual(texts, [
    'Calls &amp; &lt;mails&gt;',
    'From 3 to 5.',
    '1  A new way',
    '2  and another',
    'As of 4 Mar 2026',
  ]);
  assert.ok(svg.includes('fill="#131416"'));
});

test('a title that is wider than its drawing goes on in the next line', () => {
  const svg = fileSvg([{ width: 10, height: 10, inner: '' }], {
    title: 'word '.repeat(30).trim(),
    day: '2026-03-04',
    scheme: 'light',
  });
  const heads = [...svg.matchAll(/font-size="15"[^>]*>([^<]*)</g)].map(([, text]) => text!);
  assert.ok(heads.length > 1 && heads.every((line) => line.length <= 38));
});
