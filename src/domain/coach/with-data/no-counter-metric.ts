import type { DataRule } from './facts.ts';

/** A key result on a KPI that nothing counters, and that no guardrail protects. */
export const noCounterMetric: DataRule = {
  name: 'no-counter-metric',
  why: 'Any single number can be had at the cost of another: speed for quality, volume for margin. Somebody has to watch what would suffer.',
  source: 'Grove, High Output Management (1983): paired indicators; Goodhart (1975)',
  find({ kpi, guardrails }) {
    if (!kpi || kpi.counters.length > 0 || (guardrails?.length ?? 0) > 0) return undefined;
    return {
      severity: 'advice',
      message: `${kpi.name} has no counter-metric, and the key result no guardrail. What would suffer if this were reached by any means? Guard that.`,
      repair: 'choose a counter-metric',
    };
  },
};
