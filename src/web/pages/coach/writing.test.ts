import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CoachedFinding } from '#contract/coach.ts';
import { findingsInWords } from './findings-in-words.ts';
import { merged } from './merged.ts';
import { segmentsOf } from './segments.ts';
import { splitAt } from './split.ts';

const inWords = (text: string) => findingsInWords({ kind: 'key_result', text, measure: null });
const finding = (more: Partial<CoachedFinding>): CoachedFinding => ({
  ...{ kind: 'key_result', subject: null, by: 'data', rule: 'already-met', severity: 'problem', quote: '' },
  ...{
    at: { from: 0, to: 1 },
    message: '',
    repair: null,
    value: null,
    about: '',
    setAside: null,
    why: '',
    source: '',
  },
  ...more,
});
const aside = { id: 'a', reason: 'The law asks for it.', by: 'p', at: '2026-03-04T12:00:00Z' };

test('the stretches of a text are the text, with the gravest finding about each', () => {
  const at = (from: number, to: number) => ({ from, to });
  const shown = segmentsOf('Launch the portal', [
    { rule: 'no-number', severity: 'advice', at: at(0, 17), by: 'words', setAside: null },
    { rule: 'activity', severity: 'problem', at: at(0, 6), by: 'words', setAside: null },
    { rule: 'already-met', severity: 'problem', at: at(0, 17), by: 'data', setAside: null },
    { rule: 'vanity', severity: 'problem', at: at(11, 17), by: 'words', setAside: aside },
  ]);
  assert.deepEqual(
    shown.map(({ text, severity, rules }) => [text, severity, rules.join()]),
    [
      ['Launch', 'problem', 'no-number,activity'],
      [' the portal', 'advice', 'no-number'],
    ],
  );
});

test('while a goal is written its words are judged as they are now, and what data said stays', () => {
  const [old] = inWords('Launch the portal');
  const asked = [
    finding({ ...old!, setAside: aside }),
    finding({ by: 'data', rule: 'already-met' }),
    finding({ by: 'words', rule: 'vanity', about: 'likes' }),
  ];
  const rules = (text: string) =>
    merged(inWords(text), asked).map(({ rule, setAside }) => (setAside ? `(${rule})` : rule));
  assert.deepEqual(rules('Launch the shop'), ['no-number', 'already-met', '(activity)']);
  assert.deepEqual(rules('Open the shop'), ['activity', 'no-number', 'already-met']);
  assert.equal(merged(undefined, asked).length, 3);
});

test('where words and data speak by one rule, the data do', () => {
  const told = merged(
    [finding({ by: 'words', rule: 'not-credible', message: 'words' })],
    [finding({ by: 'data', rule: 'not-credible', message: 'data' })],
  );
  assert.deepEqual(
    told.map(({ message }) => message),
    ['data'],
  );
});

test('a measure beside the title answers what the words leave out', () => {
  const rules = (measure: Parameters<typeof findingsInWords>[0]['measure']) =>
    findingsInWords({ kind: 'key_result', text: 'Waiting time falls', measure }).map(({ rule }) => rule);
  assert.deepEqual(rules(null), ['no-number']);
  assert.deepEqual(rules({ kind: 'move', baseline: 50, target: 30 }), []);
});

test('two results in one are parted where the second begins', () => {
  const text = 'Increase renewals by 10% and reduce complaints by 20%';
  const { at } = inWords(text).find(({ rule }) => rule === 'several-in-one')!;
  assert.deepEqual(splitAt(text, at), ['Increase renewals by 10%', 'Reduce complaints by 20%']);
});
