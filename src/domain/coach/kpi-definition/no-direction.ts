import type { KpiRule } from './facts.ts';

/** A KPI of which it is not said which way is good; a band that has no edges says as little. */
export const noDirection: KpiRule = {
  name: 'no-direction',
  why: 'A rise is good news for sales and bad news for complaints. Without a direction no signal can be called an improvement.',
  source: 'PRODUCT 2.1 and 2.4; Wheeler, Understanding Variation (1993)',
  find({ direction, hasThreshold }) {
    if (direction === null)
      return {
        severity: 'problem',
        message: 'It is not said which way is good: higher, lower, or within a band.',
      };
    if (direction === 'within' && !hasThreshold)
      return {
        severity: 'problem',
        message: 'Good is said to be within a band, and the band has no edges. Set a floor and a ceiling.',
        repair: 'set a threshold',
      };
    return undefined;
  },
};
