import type { KpiRule } from './facts.ts';

/** A KPI without a value that must not be crossed and without one that is desired. */
export const noThreshold: KpiRule = {
  name: 'no-threshold',
  why: 'Without a threshold nothing can be called healthy, and no gap is ever seen: it is a number to look at.',
  source: 'Marr, Key Performance Indicators (2012); PRODUCT 2.1',
  find({ hasThreshold, direction }) {
    return hasThreshold || direction === 'within'
      ? undefined
      : {
          severity: 'advice',
          message: 'It has no threshold. Below or above which value would somebody have to act?',
          repair: 'set a threshold',
        };
  },
};
