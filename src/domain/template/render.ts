import { formatValue } from '#domain/kpi/format.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Measure } from '#domain/okr/measure.ts';
import type { KeyResultTemplate, KpiTemplate } from './template.ts';

/** A template's unit in the currency of those who use it. */
export function unitIn(unit: Unit, currency: string | undefined): Unit {
  return unit.kind === 'currency' && currency ? { kind: 'currency', code: currency } : unit;
}

/** The title of a key result with the numbers of a measure in it, as people write them: "from 21% to 28%". */
export function titleOf(
  { title }: Pick<KeyResultTemplate, 'title'>,
  measure: Measure,
  { unit, decimals }: Pick<KpiTemplate, 'unit' | 'decimals'>,
): string {
  const shown = (value: number) => spoken(value, unit, decimals);
  if (measure.kind === 'move')
    return title
      .replace('{baseline}', first(shown(measure.baseline), unit))
      .replace('{target}', shown(measure.target));
  if (measure.kind === 'hold')
    return title.replace('{level}', shown(measure.level)).replace('{run}', String(measure.run));
  return title;
}

// What a plain number counts is said by the title itself; time and money are written as people say them: 19 hours, 22,000 EUR.
function spoken(value: number, unit: Unit, decimals: number): string {
  const isMoney = unit.kind === 'currency';
  const places = isMoney && !Number.isInteger(value) ? decimals : needed(value, decimals);
  const bare = formatValue(value, unit.kind === 'percent' ? unit : { kind: 'number' }, places);
  if (isMoney) return `${bare} ${unit.code}`;
  return unit.kind === 'duration' ? `${bare} ${unit.unit}` : bare;
}

// "from 68 to 52 days": the unit is said once.
function first(text: string, unit: Unit): string {
  return unit.kind === 'percent' ? text : text.replace(/ \S+$/, '');
}

// "from 21.0% to 28.0%" claims an exactness that nobody promised.
function needed(value: number, decimals: number): number {
  const exact = Number(value.toFixed(decimals));
  for (let fewer = 0; fewer < decimals; fewer += 1) if (Number(exact.toFixed(fewer)) === exact) return fewer;
  return decimals;
}
