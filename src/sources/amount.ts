import { type NumberFormat, readNumber } from '#domain/import/number.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { shownRaw } from './moment.ts';

/** How the texts of a source's numbers are written. */
export type AmountFormat = Partial<NumberFormat>;

/** A source's number, or text of one in the KPI's unit; undefined when there is none, `fault` when it is something else. */
export function readAmount(
  raw: unknown,
  unit: Unit,
  format: AmountFormat = {},
): number | { fault: string } | undefined {
  if (raw === undefined || raw === null) return undefined;
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : { fault: `${raw} is not a number` };
  if (typeof raw === 'bigint') return Number(raw);
  if (typeof raw !== 'string') return { fault: `${shownRaw(raw)} is not a number` };
  if (raw.trim() === '') return undefined;
  const number = readNumber(raw, { decimal: '.', ...format }, unit);
  return 'fault' in number ? number : number.value;
}
