import type { Unit } from '#domain/kpi/unit.ts';
import { daysBetween } from '#domain/time/day.ts';
import type { Cadence } from '#domain/time/period.ts';
import { cadenceOf } from '#domain/time/period.ts';
import type { Moment } from './day-text.ts';
import type { NumberFormat, Quantity, WrittenUnit } from './number.ts';
import { readNumber } from './number.ts';

/** The cadence that a row of headings is spaced by: what they say themselves, else the days that lie between most of them. */
export function guessCadence(moments: readonly Moment[]): Cadence {
  const [first] = moments;
  if (first && 'period' in first) return cadenceOf(first.period) ?? 'monthly';
  const days = moments.flatMap((moment) => ('day' in moment ? [moment.day] : [])).sort();
  const gaps = days
    .slice(1)
    .map((day, index) => daysBetween(days[index] ?? day, day))
    .sort((one, other) => one - other);
  const usual = gaps[Math.floor(gaps.length / 2)] ?? 30;
  if (usual <= 4) return 'daily';
  if (usual <= 14) return 'weekly';
  if (usual <= 45) return 'monthly';
  return usual <= 200 ? 'quarterly' : 'yearly';
}

/** The unit and the decimals that the cells of a row show: the unit that most of those name that name one. */
export function guessUnit(texts: readonly string[], format: NumberFormat): { unit: Unit; decimals: number } {
  const quantities = texts.flatMap((text): Quantity[] => {
    const read = readNumber(text, format);
    return 'fault' in read ? [] : [read];
  });
  const named = quantities.flatMap(({ unit }) => (unit ? [unit] : []));
  const kinds = Map.groupBy(named, (unit) => unit.kind);
  const [most = []] = [...kinds.values()].sort((one, other) => other.length - one.length);
  const steps = quantities.map(({ step }) => step);
  // A workbook keeps every place of what it computed; nobody wrote those.
  const written = steps.filter((step) => step > 1e-7);
  const finest = written.length === 0 && steps.length > 0 ? 0.01 : Math.min(1, ...written);
  const decimals = Math.max(0, Math.round(-Math.log10(finest)));
  return { unit: most[0] ? unitFor(most[0]) : { kind: 'number' }, decimals };
}

function unitFor(written: WrittenUnit): Unit {
  if (written.kind === 'currency') return { kind: 'currency', code: written.codes[0] ?? 'EUR' };
  // Spans such as "4h 12m" are summed in seconds; people who write them count minutes.
  if (written.kind === 'duration')
    return { kind: 'duration', unit: written.unit === 'seconds' ? 'minutes' : written.unit };
  if (written.kind === 'scale') return { kind: 'scale', from: Math.min(1, written.to - 1), to: written.to };
  return written;
}
