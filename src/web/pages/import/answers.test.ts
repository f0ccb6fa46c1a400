import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ImportGuess } from '#contract/imports.ts';
import { allGuesses, correctionsOf, guessId, readingOf, whereOf } from './answers.ts';

const blank = { row: null, column: null, at: null, label: null };
const dates: ImportGuess = {
  ...blank,
  ...{ about: 'dates', guess: 'day first', alternatives: ['month first'], example: '04/05/2026' },
};
const decimal: ImportGuess = {
  ...blank,
  ...{
    row: 5,
    at: 'row 5',
    label: 'Calls',
    about: 'decimal',
    guess: '.',
    alternatives: [','],
    example: '1,234',
  },
};

test('answers become corrections of the file, of rows and of columns', () => {
  const column = { ...decimal, row: null, column: 3, about: 'clock' as const };
  const fraction = { ...decimal, about: 'fraction' as const };
  assert.deepEqual(
    correctionsOf([
      { guess: dates, answer: 'month first' },
      { guess: decimal, answer: ',' },
      { guess: fraction, answer: true },
      { guess: column, answer: 'm:ss' },
    ]),
    {
      order: 'month first',
      rows: { '5': { decimal: ',', fraction: true } },
      columns: { '3': { clock: 'm:ss' } },
    },
  );
});

test('an answered guess stays in its place, although the file is no longer in doubt about it', () => {
  const answers = new Map([[guessId(decimal), { guess: decimal, answer: ',' }]]);
  assert.deepEqual(allGuesses([dates], answers), [dates, decimal]);
  assert.deepEqual(allGuesses([dates, decimal], answers), [dates, decimal]);
});

test('a guess says where it holds and what each way of reading would give', () => {
  assert.equal(whereOf(decimal), 'in row 5, Calls');
  assert.equal(whereOf(dates), 'in the whole file');
  assert.equal(readingOf(decimal, '.'), '1234, no decimals');
  assert.equal(readingOf(decimal, ','), '1 point 234');
});
