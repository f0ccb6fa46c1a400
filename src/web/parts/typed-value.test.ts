import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fieldText, typedValue, unitMark } from './typed-value.ts';

const minutes = { kind: 'duration', unit: 'minutes' } as const;

test('a typed value is read in the unit of its field', () => {
  assert.equal(typedValue('4h 12m', minutes), 252);
  assert.equal(typedValue('240', minutes), 240);
  assert.equal(typedValue('95.2%', { kind: 'percent' }), 95.2);
  assert.equal(typedValue('4,7', { kind: 'number' }), 4.7);
  assert.equal(typedValue('-3', { kind: 'number' }), -3);
});

test('nothing typed is no value, and what is no number is told with how to write it', () => {
  assert.equal(typedValue('  ', minutes), undefined);
  const read = typedValue('many', { kind: 'number' });
  assert.ok(typeof read === 'object' && read.fault.includes('write it as 1234.5'));
});

test('a value that is put into a field reads as itself', () => {
  const units = [{ kind: 'number' }, { kind: 'percent' }, minutes] as const;
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(...units), (count, unit) => {
      const value = count / 1000;
      assert.equal(typedValue(fieldText(value), unit), value);
    }),
  );
});

test('a field names what its value counts', () => {
  assert.equal(unitMark({ kind: 'currency', code: 'EUR' }), 'EUR');
  assert.equal(unitMark({ kind: 'scale', from: 1, to: 5 }), '1 to 5');
});
