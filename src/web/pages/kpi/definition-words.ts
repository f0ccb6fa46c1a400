import type { Kpi } from '#contract/kpis.ts';
import { unitMark } from '../../parts/typed-value.ts';

export const directionWords: Record<Kpi['direction'], string> = {
  higher: 'Higher is better',
  lower: 'Lower is better',
  within: 'Within a band: too much is bad too',
};

export const addsUpWords: Record<Kpi['addsUp'], string> = {
  sum: 'Sum',
  mean: 'Mean',
  last: 'The last value',
  min: 'The smallest',
  max: 'The largest',
  ratio: 'Ratio of two sums',
};

export const roleWords: Record<Kpi['role'], string> = {
  input: 'Input: leading, can be acted on',
  output: 'Output: lagging, follows from others',
};

export const cadenceWords: Record<Kpi['cadence'], string> = {
  daily: 'Daily',
  weekly: 'Weekly',
  monthly: 'Monthly',
  quarterly: 'Quarterly',
  yearly: 'Yearly',
};

export const unitWords: Record<Kpi['unit']['kind'], string> = {
  number: 'Plain number',
  percent: 'Percent',
  currency: 'Currency',
  duration: 'Duration',
  scale: 'Rating scale',
};

/** A unit with its detail: 'Duration, minutes', 'Rating scale, 1 to 3: red, amber, green'. */
export function unitName(unit: Kpi['unit']): string {
  const steps = unit.kind === 'scale' && unit.steps ? `: ${unit.steps.join(', ')}` : '';
  const mark = unit.kind === 'percent' ? '' : unitMark(unit) + steps;
  return mark ? `${unitWords[unit.kind]}, ${mark}` : unitWords[unit.kind];
}
