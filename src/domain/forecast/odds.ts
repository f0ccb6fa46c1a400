import type { Cadence } from '#domain/time/period.ts';

// To a tenth for what changes every week, to a twentieth for slower things: the odds are not known better.
const steps: Record<Cadence, number> = { daily: 10, weekly: 10, monthly: 5, quarterly: 5, yearly: 5 };

/** A probability (0 to 1) as people see it, rounded to 10 % for days and weeks and to 5 % for what is slower: 'about 15%', 'under 5%', 'over 95%'. */
export function oddsWords(probability: number, cadence: Cadence): string {
  const percent = oddsPercent(probability, cadence);
  if (percent === 0) return `under ${steps[cadence]}%`;
  return percent === 100 ? `over ${100 - steps[cadence]}%` : `about ${percent}%`;
}

/** The same as a number from 0 to 100. */
export function oddsPercent(probability: number, cadence: Cadence): number {
  const step = steps[cadence];
  return Math.round((probability * 100) / step) * step;
}
