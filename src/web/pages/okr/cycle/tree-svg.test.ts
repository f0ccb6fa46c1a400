import assert from 'node:assert/strict';
import test from 'node:test';
import type { TreeObjective } from '#contract/objectives.ts';
import { treeSvg } from './tree-svg.ts';

const objective = (id: string, parent: string | undefined, progress: number | null, keyResults: string[]) =>
  ({
    ...{ id, title: `Objective ${id}`, progress },
    parents: parent ? [{ objective: parent, kind: 'contributes to', weight: 1 }] : [],
    keyResults: keyResults.map((title) => ({ title, progress: 0.25 })),
  }) as unknown as TreeObjective;

test('the tree of a cycle is a file by itself: each objective and key result on a line, indented, with its progress', () => {
  const svg = treeSvg(
    'Q1 <2026>',
    [objective('b', 'a', -0.2, ['Calls & mails']), objective('a', undefined, 1.3, [])],
    'light',
  );
  assert.doesNotMatch(svg, /var\(|class=| style=|href=|undefined|NaN/);
  assert.ok(svg.includes('<title>Q1 &lt;2026&gt;</title>'));
  const texts = [...svg.matchAll(/<text x="(\d+)"[^>]*>([^<]*)</g)].map(([, x, text]) => `${x} ${text}`);
  assert.deepEqual(texts, [
    '20 Q1 &lt;2026&gt;',
    '20 Objective a',
    '880 130%',
    '40 Objective b',
    '880 −20%',
    '60 Calls &amp; mails',
    '880 25%',
  ]);
  // Above all and below nothing the bar is full and empty; the number says how far.
  assert.deepEqual(
    [...svg.matchAll(/width="(\d+)" height="6"[^>]*fill="#3355c9"/g)].map(([, width]) => width),
    ['110', '0', '28'],
  );
});

test('a title that is too long ends in dots before its bar begins', () => {
  const svg = treeSvg('Q1', [objective('x'.repeat(300), undefined, null, [])], 'dark');
  const text = /font-weight="600" fill="#e9eaec">(Objective x+…)</.exec(svg)?.[1];
  assert.ok(text && text.length < 110);
});
