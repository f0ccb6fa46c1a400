import type { DataRule } from './facts.ts';
import { decimalsOf, rounded, said } from './said.ts';

// A difference that shifts progress by less than this is not worth a word.
const negligible = 0.05;

/** A baseline that is not the level of the KPI, beyond what rounding explains. */
export const baselineDiffers: DataRule = {
  name: 'baseline-differs',
  why: 'Progress is measured from the baseline. One that is better or worse than the level gives progress away, or takes it, before anybody has done anything.',
  source:
    'Wheeler, Understanding Variation (1993): the level is the centre line, not the last point; PRODUCT 4.3',
  find(facts) {
    const { measure, kpi } = facts;
    if (measure?.kind !== 'move' || kpi?.level === undefined) return undefined;
    const { baseline, target } = measure;
    const { level, limits } = kpi;
    const isRounded = Number(level.toFixed(decimalsOf(baseline))) === baseline;
    if (isRounded || Math.abs(baseline - level) <= negligible * Math.abs(target - baseline)) return undefined;
    const isWithin = limits !== undefined && baseline >= limits.lower && baseline <= limits.upper;
    return {
      severity: isWithin ? 'advice' : 'problem',
      message: `The baseline is ${said(facts, baseline)}, the level of ${kpi.name} is ${said(facts, level)}${
        isWithin ? ': a single period is not where the process stands' : ''
      }. Measure from the level.`,
      repair: 'take the baseline from the KPI',
      value: { baseline: rounded(facts, level) },
    };
  },
};
