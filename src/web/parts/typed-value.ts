import { evidenceIn } from '#domain/import/digits.ts';
import { readNumber } from '#domain/import/number.ts';
import type { Unit } from '#domain/kpi/definition.ts';
import { formatValue } from '#domain/kpi/format.ts';

/** Reads a typed value in a unit: "4h 12m" is 252 for minutes; undefined for nothing typed, a fault for what is no number. */
export function typedValue(text: string, unit: Unit): number | undefined | { fault: string } {
  if (text.trim() === '') return undefined;
  const decimal = evidenceIn(text) === ',' ? ',' : '.';
  const read = readNumber(text, { decimal }, unit);
  return 'fault' in read ? { fault: `${read.fault}: write it as ${example(unit)}` } : read.value;
}

/** A value as the text of a field, such that reading it again gives the same value. */
export function fieldText(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}

function example(unit: Unit): string {
  if (unit.kind === 'duration') return unit.unit === 'minutes' ? '240 or 4h' : '4.5';
  if (unit.kind === 'scale') return unit.steps?.at(-1) ?? formatValue(unit.to, unit, 0);
  return unit.kind === 'percent' ? '95.2' : '1234.5';
}

/** What a value counts, as a short word beside its field: '%', 'EUR', 'minutes', '1 to 5'. */
export function unitMark(unit: Unit): string {
  switch (unit.kind) {
    case 'number':
      return unit.symbol ?? '';
    case 'percent':
      return '%';
    case 'currency':
      return unit.code;
    case 'duration':
      return unit.unit;
    case 'scale':
      return `${unit.from} to ${unit.to}`;
  }
}
