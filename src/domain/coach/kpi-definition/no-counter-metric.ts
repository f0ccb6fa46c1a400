import type { KpiRule } from './facts.ts';

/** A KPI with nothing to see by what it costs elsewhere. */
export const noCounterMetricOfKpi: KpiRule = {
  name: 'no-counter-metric',
  why: 'Any single number can be had at the cost of another: speed for quality, volume for margin. Somebody has to watch what would suffer.',
  source: 'Grove, High Output Management (1983): paired indicators; Goodhart (1975)',
  find({ name, counters }) {
    return counters > 0
      ? undefined
      : {
          severity: 'advice',
          message: `What would get worse if ${name} were improved by any means? Choose that KPI as its counter-metric.`,
          repair: 'choose a counter-metric',
        };
  },
};
