import { stepName, type Unit } from './unit.ts';

const minus = '\u2212';

/** A value for people: '1,234.5', '95.2%', 'EUR 1,234', '4h 12m', '−3 points', '4 (good)' for a named step; null is an en dash. Rounds half away from zero as shown. */
export function formatValue(value: number | null, unit: Unit, decimals: number): string {
  if (value === null) return '–';
  const shown = magnitude(Math.abs(value), unit, decimals);
  // What rounds to nothing is nothing: −0.0 would read as a loss.
  const sign = value < 0 && /[1-9]/.test(shown) ? minus : '';
  if (unit.kind === 'currency') return `${unit.code} ${sign}${shown}`;
  const step = stepName(value, unit);
  return `${sign}${shown}${suffix(unit, shown)}${step ? ` (${step})` : ''}`;
}

/** A difference for people, always signed; percents differ by points: '+3.2 points', '−1h 05m'. */
export function formatDifference(difference: number, unit: Unit, decimals: number): string {
  const asUnit = differenceUnit(unit);
  const shown = formatValue(Math.abs(difference), asUnit, decimals);
  if (!/[1-9]/.test(shown)) return shown;
  return `${difference < 0 ? minus : '+'}${shown}`;
}

function differenceUnit(unit: Unit): Unit {
  if (unit.kind === 'percent') return { kind: 'number', symbol: 'points' };
  // Two steps up are not the second step.
  return unit.kind === 'scale' ? { ...unit, steps: undefined } : unit;
}

function magnitude(value: number, unit: Unit, decimals: number): string {
  if (unit.kind !== 'duration') return grouped(value, decimals);
  if (unit.unit === 'hours') return hours(Math.round(value * 60));
  if (unit.unit === 'minutes') return minutes(value, decimals);
  if (unit.unit === 'seconds' && value >= 60) return clock(Math.round(value));
  return grouped(value, decimals);
}

function suffix(unit: Unit, shown: string): string {
  if (unit.kind === 'percent') return '%';
  if (unit.kind === 'number') return unit.symbol ? ` ${unit.symbol}` : '';
  if (unit.kind !== 'duration' || /[hms]$/.test(shown)) return '';
  return unit.unit === 'seconds' ? 's' : ` ${unit.unit}`;
}

// Seconds beside hours are more than anyone reads.
function minutes(value: number, decimals: number): string {
  const isWhole = Math.abs(value - Math.round(value)) < 1e-9;
  return decimals === 0 || isWhole || value >= 60 ? hours(Math.round(value)) : clock(Math.round(value * 60));
}

function hours(minutes: number): string {
  if (minutes < 60) return `${minutes}m`;
  return `${grouped(Math.floor(minutes / 60), 0)}h ${two(minutes % 60)}m`;
}

function clock(seconds: number): string {
  if (seconds < 60) return `${seconds}s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}m ${two(seconds % 60)}s`;
  return `${hours(Math.floor(seconds / 60))} ${two(seconds % 60)}s`;
}

function grouped(value: number, decimals: number): string {
  // toFixed changes to an exponent from 1e21 on, which has nothing to group.
  const [whole = '', fraction] = rounded(value, decimals).split('.');
  const spaced = /^\d+$/.test(whole) ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

// toFixed rounds the binary number, so 1.005 would show as 1.00; the shortest decimal text is what the person typed.
function rounded(value: number, decimals: number): string {
  const text = String(value);
  return text.includes('e') || value >= 1e10
    ? value.toFixed(decimals)
    : Number(`${Math.round(Number(`${text}e${decimals}`))}e-${decimals}`).toFixed(decimals);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
