import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Measure } from '#domain/okr/measure.ts';
import { aboutPromise, aboutSet, aboutWords, wordsOf } from './about.ts';
import { check } from './check.ts';
import { besideMeasure, spoken } from './measured.ts';
import { teamLoad } from './team-load.ts';

const percent = { kind: 'percent' } as const;
const held: Measure = { kind: 'hold', bound: 'at least', level: 98, run: 3, cadence: 'monthly' };

const read: [string, Measure | null, string][] = [
  ['Waiting falls.', { kind: 'move', baseline: 50, target: 30 }, 'Waiting falls from 50% to 30%'],
  ['Waiting falls to 30', { kind: 'move', baseline: 50, target: 30 }, 'Waiting falls to 30'],
  ['Uptime', held, 'Uptime at least 98% for 3 consecutive months'],
  ['On time', { kind: 'hit rate', planned: 9, cadence: 'weekly' }, 'On time in 9 of 9 weeks'],
  ['Certified', { kind: 'done' }, 'Certified'],
  ['Certified', null, 'Certified'],
];

for (const [title, measure, expected] of read)
  test(`"${title}" beside its measure reads "${expected}"`, () =>
    assert.equal(spoken(title, { measure, unit: percent }), expected));

// Given as they are, so that what the coach learns to read changes nothing here.
const left = (measure: Measure | null, ...rules: string[]) =>
  besideMeasure(
    rules.map((rule) => ({ rule, severity: 'problem', at: { from: 0, to: 4 }, message: rule })),
    'Done',
    { measure },
  ).map(({ rule, severity }) => `${rule}${severity === 'advice' ? '?' : ''}`);

test('one lack is told once, what the measure says is not asked for, and to hold for some periods has an end', () => {
  const lacks = ['activity', 'no-number', 'says-nothing', 'no-target'];
  assert.deepEqual(left({ kind: 'done' }, ...lacks), ['activity', 'no-number']);
  assert.deepEqual(left(null, 'says-nothing', 'no-target'), ['says-nothing', 'no-target']);
  assert.deepEqual(left({ kind: 'move', baseline: 1, target: 2 }, 'activity', 'no-baseline', 'no-target'), [
    'activity',
  ]);
  assert.deepEqual(left(null, 'kpi-in-disguise'), ['kpi-in-disguise']);
  assert.deepEqual(left(held, 'kpi-in-disguise'), ['kpi-in-disguise?']);
});

test('what is found stays within the title, whatever the measure adds', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer(), fc.integer(), (title, baseline, target) => {
      const measure = { kind: 'move', baseline, target } as const;
      const found = check({ kind: 'key_result', text: spoken(title, { measure }) });
      for (const { at } of besideMeasure(found, title, { measure }))
        assert.ok(at.from >= 0 && at.from <= at.to && at.to <= title.length);
    }),
  );
});

test('what a finding is about changes by words and numbers, and not by case, spaces and commas', () => {
  const about = (text: string) => aboutWords(text, { from: 0, to: text.length });
  assert.equal(about('  Launch THE portal, now!'), about('launch the portal now'));
  assert.notEqual(about('Launch the portal'), about('Launch the shop'));
  assert.notEqual(about('Below 3%'), about('Below 4%'));
  assert.equal(aboutWords('Launch the portal', { from: 0, to: 6 }), 'launch');
  fc.assert(fc.property(fc.string(), (text) => assert.equal(wordsOf(wordsOf(text)), wordsOf(text))));
});

test('what data are about is what was promised, in whichever order its parts come', () => {
  const promise = { kpi: 'k', deadline: '2026-03-31' };
  const one = aboutPromise({ ...promise, measure: { kind: 'move', baseline: 1, target: 2 } });
  assert.equal(one, aboutPromise({ ...promise, measure: { target: 2, kind: 'move', baseline: 1 } }));
  assert.notEqual(one, aboutPromise({ ...promise, measure: { kind: 'move', baseline: 1, target: 3 } }));
  assert.equal(aboutSet(['b', 'a']), aboutSet(['a', 'b']));
  assert.equal(aboutSet([]), 'none');
});

test('a team may have five objectives, and is told of the sixth', () => {
  assert.equal(teamLoad('Sales', 5), undefined);
  assert.match(teamLoad('Sales', 6)!.message, /^Sales has 6 objectives/);
});
