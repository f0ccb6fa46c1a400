import assert from 'node:assert/strict';
import test from 'node:test';
import type { PanelRow } from '#contract/judgements.ts';
import { grouped } from '../../parts/sorting.ts';
import { panelSvg } from './panel-svg.ts';
import type { PanelLine } from './panel-view.ts';

const lineOf = (more: Partial<PanelRow> = {}, group = ''): PanelLine => ({
  id: more.id ?? 'a',
  row: {
    ...{ id: 'a', key: 'calls', name: 'Calls & <mails>', owner: 'mia', team: null, parent: null, labels: [] },
    ...{ role: 'input', cadence: 'monthly', direction: 'higher', unit: { kind: 'percent' }, decimals: 1 },
    ...{ period: '2026-02', value: 81.5, status: 'breach', signal: 'run-of-eight', sense: 'deterioration' },
    ...{ capability: 'hit and miss', level: 80, floor: 85, ceiling: null, computed: false },
    ...{ missingChildren: 0, sparkline: [90, 88, null, 81.5] },
    ...more,
  },
  ...{ owner: 'Mia Member', team: undefined, parent: undefined, group },
});

const textsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

test('the panel is a file by itself: a head, a line for each KPI with shape and word, and its sparkline', () => {
  const lines = grouped(
    [
      lineOf({}, 'North'),
      lineOf({ id: 'b', name: 'x'.repeat(90), sense: null, capability: null, owner: null }, 'South'),
    ],
    ({ group }) => group,
  );
  const svg = panelSvg({ title: 'Panel', words: 'breach, by team', scheme: 'light' }, lines);
  assert.doesNotMatch(svg, /var\(|class=| style=|href=|undefined|NaN/);
  const texts = textsOf(svg);
  assert.deepEqual(texts.slice(0, 2), ['Panel', 'breach, by team']);
  const heads = ['KPI', 'Owner', 'Newest', 'Period', 'Last 52', 'Status', 'Signal', 'Capability', 'Level'];
  assert.deepEqual(texts.slice(3, 12), heads);
  assert.deepEqual(texts.slice(12, 21), [
    'North (1)',
    'Calls &amp; &lt;mails&gt;',
    'Mia Member',
    '81.5%',
    'Feb 2026',
    'Breach',
    'Deterioration',
    'Hit and miss',
    '80.0%',
  ]);
  assert.match(texts[22]!, /^x+…$/);
  assert.deepEqual(texts.slice(23), ['No owner', '81.5%', 'Feb 2026', 'Breach', 'Noise', '–', '80.0%']);
  // The line, its threshold and the square of the deterioration at its end.
  assert.equal(svg.match(/stroke-dasharray="2 2"/g)?.length, 2);
  assert.equal(svg.match(/stroke-width="1.25"/g)?.length, 2);
});

test('a dark file is drawn on dark paper', () => {
  const svg = panelSvg({ title: 'Panel', words: undefined, scheme: 'dark' }, grouped([lineOf()], undefined));
  assert.match(svg, /<rect width="\d+" height="\d+" fill="#131416"\/>/);
});
