import { type Period, shift } from '#domain/time/period.ts';
import type { Facts, PeriodFact } from './facts.ts';
import { isGood, type Measure } from './measure.ts';
import { weightedMean } from './weighted-mean.ts';

/**
 * How far a key result has come, as a share that is 0 at the start and 1 when reached; below 0 and above 1 are told as they are
 * (see clamp01). Undefined when nothing has been reported yet, but for milestones and done, which start undone. PRODUCT.md 4.3.
 */
export function progress(measure: Measure, facts: Facts): number | undefined {
  switch (measure.kind) {
    case 'move':
      return facts.current === undefined ? undefined : moved(measure.baseline, measure.target, facts.current);
    case 'hold': {
      const periods = facts.periods ?? [];
      return periods.length === 0 ? undefined : bestRun(goodPeriods(measure, periods)) / measure.run;
    }
    case 'hit rate': {
      const periods = facts.periods ?? [];
      if (periods.length === 0 && facts.hits === undefined) return undefined;
      return ((facts.hits ?? 0) + goodPeriods(measure, periods).length) / measure.planned;
    }
    case 'milestones': {
      const done = new Set(facts.stepsDone);
      return weightedMean(measure.steps.map(({ id, weight }) => ({ value: done.has(id) ? 1 : 0, weight })));
    }
    case 'done':
      return facts.done ? 1 : 0;
  }
}

/** A share as it counts: below 0 as 0, above 1 as 1. */
export function clamp01(share: number): number {
  return Math.min(1, Math.max(0, share));
}

// Far from a tiny span the quotient overflows, and neither JSON nor a page can show Infinity.
function moved(baseline: number, target: number, current: number): number {
  const share = (current - baseline) / (target - baseline);
  return Math.min(Number.MAX_VALUE, Math.max(-Number.MAX_VALUE, share)) || 0;
}

/** The periods that were good, in the order of time and each once. */
export function goodPeriods(
  measure: Extract<Measure, { kind: 'hold' | 'hit rate' }>,
  facts: readonly PeriodFact[],
): Period[] {
  const good = facts.filter((fact) => {
    if ('good' in fact) return fact.good;
    if (measure.level === undefined || measure.bound === undefined) return false;
    return isGood(fact.value, measure.bound, measure.level);
  });
  return [...new Set(good.map((fact) => fact.period))].sort();
}

/** The longest run of periods that follow each other; a period without a fact breaks a run like a bad one. */
export function bestRun(sorted: readonly Period[]): number {
  let [best, run] = [0, 0];
  sorted.forEach((period, index) => {
    const before = sorted[index - 1];
    run = before !== undefined && shift(before, 1) === period ? run + 1 : 1;
    best = Math.max(best, run);
  });
  return best;
}
