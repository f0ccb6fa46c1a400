import type { DataRule } from './facts.ts';
import { rounded, said, saidDifference } from './said.ts';

/** A target that lies between the natural process limits: chance alone comes by. */
export const insideNoise: DataRule = {
  name: 'inside-noise',
  why: 'Between its limits a process varies by chance. A value in there can be had by waiting for a lucky period, and lost again in the next.',
  source: 'Wheeler, Understanding Variation (1993); PRODUCT 2.4',
  find(facts) {
    const { measure, kpi } = facts;
    if (measure?.kind !== 'move' || !kpi?.limits || kpi.level === undefined) return undefined;
    const { lower, upper } = kpi.limits;
    const { target, baseline } = measure;
    const isUp = target > baseline;
    // What is reached already is told by another rule.
    if (isUp ? kpi.level >= target : kpi.level <= target) return undefined;
    if (target < lower || target > upper) return undefined;
    const beyond = isUp ? upper : lower;
    return {
      severity: 'advice',
      message: `${saidDifference(facts, target - kpi.level)} is less than chance makes of it: ${kpi.name} varies between ${said(facts, lower)} and ${said(facts, upper)} by itself. Go beyond ${said(facts, beyond)}, or hold ${said(facts, target)} for several periods in a row.`,
      repair: 'take a target beyond the limits',
      value: { target: rounded(facts, beyond) },
    };
  },
};
