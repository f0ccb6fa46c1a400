import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { conversionFault, convert, durationUnits, type Unit } from './unit.ts';

const hours: Unit = { kind: 'duration', unit: 'hours' };
const minutes: Unit = { kind: 'duration', unit: 'minutes' };

test('Durations convert: 4 hours are 240 minutes', () => {
  assert.equal(convert(4, hours, minutes), 240);
  assert.equal(convert(90, minutes, hours), 1.5);
  assert.equal(convert(2, { kind: 'duration', unit: 'weeks' }, { kind: 'duration', unit: 'days' }), 14);
  assert.equal(
    convert(12, { kind: 'duration', unit: 'months' }, { kind: 'duration', unit: 'days' }),
    365.2425,
  );
  assert.equal(convert(-0.5, hours, minutes), -30);
});

test('Converting a duration there and back gives the same value', () => {
  const unit = fc.constantFrom(...durationUnits).map((name): Unit => ({ kind: 'duration', unit: name }));
  fc.assert(
    fc.property(fc.double({ min: -1e9, max: 1e9, noNaN: true }), unit, unit, (value, from, to) => {
      const there = convert(value, from, to);
      assert.ok(there !== undefined);
      const back = convert(there, to, from);
      assert.ok(back !== undefined && Math.abs(back - value) <= 1e-9 * Math.max(1, Math.abs(value)));
    }),
  );
});

test('What is of another kind, another currency or another scale does not convert, and says so', () => {
  const cases: [Unit, Unit, RegExp][] = [
    [{ kind: 'currency', code: 'EUR' }, { kind: 'currency', code: 'USD' }, /EUR does not convert to USD/],
    [hours, { kind: 'percent' }, /hours cannot be read as percent/],
    [{ kind: 'percent' }, { kind: 'number' }, /percent cannot be read as a plain number/],
    [
      { kind: 'scale', from: 1, to: 5 },
      { kind: 'scale', from: 0, to: 10 },
      /scale from 1 to 5 .* scale from 0 to 10/,
    ],
    [
      { kind: 'number', symbol: 'calls' },
      { kind: 'number', symbol: 'tickets' },
      /calls cannot be read as tickets/,
    ],
  ];
  for (const [from, to, sentence] of cases) {
    assert.equal(convert(1, from, to), undefined);
    assert.match(conversionFault(from, to) ?? '', sentence);
  }
});

test('A value of the same unit stays as it is', () => {
  const same: [Unit, Unit][] = [
    [
      { kind: 'currency', code: 'EUR' },
      { kind: 'currency', code: 'EUR' },
    ],
    [{ kind: 'number' }, { kind: 'number', symbol: 'calls' }],
    [
      { kind: 'scale', from: 1, to: 5 },
      { kind: 'scale', from: 1, to: 5 },
    ],
    [{ kind: 'percent' }, { kind: 'percent' }],
  ];
  for (const [from, to] of same) {
    assert.equal(convert(-3.7, from, to), -3.7);
    assert.equal(conversionFault(from, to), undefined);
  }
});
