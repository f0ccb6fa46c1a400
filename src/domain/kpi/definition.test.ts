import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { definitionFault } from './definition.ts';
import { type Unit, valueFault } from './unit.ts';

const good = {
  key: 'first-response',
  name: 'First response time',
  unit: { kind: 'duration', unit: 'minutes' },
  decimals: 0,
  direction: 'lower',
  cadence: 'weekly',
  addsUp: 'mean',
} as const;

describe('a definition', () => {
  it('with everything in order has no fault', () => assert.equal(definitionFault(good), undefined));

  const faults: [string, Partial<Parameters<typeof definitionFault>[0]>, RegExp][] = [
    ['a key with a capital', { key: 'First' }, /small letters/],
    ['a key with two hyphens', { key: 'a--b' }, /single hyphens/],
    ['no name', { name: ' ' }, /needs a name/],
    ['half a decimal', { decimals: 0.5 }, /from 0 to 10/],
    ['a currency that is no code', { unit: { kind: 'currency', code: '€' } }, /three-letter/],
    ['a scale upside down', { unit: { kind: 'scale', from: 5, to: 1 } }, /smaller to a larger/],
    [
      'a step too few',
      { unit: { kind: 'scale', from: 1, to: 3, steps: ['red', 'green'] } },
      /has 3 steps, and 2 are named/,
    ],
    [
      'steps between numbers',
      { unit: { kind: 'scale', from: 0.5, to: 1.5, steps: ['no', 'yes'] } },
      /whole numbers/,
    ],
    [
      'a step twice',
      { unit: { kind: 'scale', from: 0, to: 1, steps: ['Good', 'good'] } },
      /Two steps are named "good"/,
    ],
    ['a summed percent', { unit: { kind: 'percent' }, addsUp: 'sum' }, /use ratio/],
    ['a summed rating', { unit: { kind: 'scale', from: 1, to: 5 }, addsUp: 'sum' }, /use mean/],
    ['a ratio of durations', { addsUp: 'ratio' }, /cannot be a ratio/],
  ];
  for (const [what, change, fault] of faults) {
    it(`with ${what} is refused`, () => assert.match(definitionFault({ ...good, ...change }) ?? '', fault));
  }
});

describe('a unit', () => {
  const hours: Unit = { kind: 'duration', unit: 'hours' };

  it('keeps ratings on their scale and refuses what is no number', () => {
    assert.match(valueFault(6, { kind: 'scale', from: 1, to: 5 }) ?? '', /outside the scale from 1 to 5/);
    assert.match(valueFault(Number.NaN, hours) ?? '', /not a number/);
    assert.match(valueFault(Number.POSITIVE_INFINITY, hours) ?? '', /not a number/);
    assert.equal(valueFault(-12.5, { kind: 'percent' }), undefined);
  });
});
