import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Standing, type Verdict, verdictOf } from './verdict.ts';

const said = { value: 43, numerator: null, denominator: null };
const stands = (source: string, value: number | null): Standing => ({ ...said, value, source });

const cases: [string, Standing | undefined, boolean, Verdict][] = [
  ['nothing stands', undefined, false, 'create'],
  ['it said the same before', stands('connector', 43), false, 'same'],
  ['it says otherwise now', stands('connector', 41), false, 'correct'],
  [
    'its counts differ though their ratio does not',
    { ...stands('connector', 43), numerator: 43, denominator: 1 },
    false,
    'correct',
  ],
  [
    'it only knows the present, and said something when the period ended',
    stands('connector', 41),
    true,
    'same',
  ],
  ['a person typed another value', stands('typed', 41), false, 'keep'],
  ['a file brought another value', stands('import', 41), false, 'keep'],
  ['a script brought another value', stands('api', 41), false, 'keep'],
  ['a person withdrew the value', stands('typed', null), false, 'keep'],
  ['a person typed the same', stands('typed', 43), false, 'same'],
];

for (const [name, standing, isPresent, verdict] of cases)
  test(`when ${name}: ${verdict}`, () => assert.equal(verdictOf(said, standing, isPresent), verdict));
