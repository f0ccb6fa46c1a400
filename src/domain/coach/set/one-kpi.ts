import type { SetRule } from './facts.ts';

/** Key results that all read the same KPI. */
export const oneKpi: SetRule = {
  name: 'one-kpi',
  why: 'Several key results on one KPI are one key result with several targets: they are reached or missed together.',
  source: 'Grove, High Output Management (1983): paired indicators; PRODUCT 5: sets',
  find({ keyResults }) {
    const [first] = keyResults;
    if (!first?.kpi || keyResults.length < 2 || keyResults.some(({ kpi }) => kpi !== first.kpi))
      return undefined;
    return {
      severity: 'advice',
      message: `All ${keyResults.length} read ${first.kpiName ?? 'one KPI'}. Which other KPI would show that the objective is reached, or what it costs?`,
    };
  },
};
