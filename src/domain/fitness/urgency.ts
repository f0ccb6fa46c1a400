import type { Cause } from './cause.ts';
import type { FitnessFacts } from './facts.ts';

// A number that is wrong misleads whoever reads it; one that nobody aims at only costs time.
const gravity: Record<Cause, number> = { reliable: 5, defined: 4, understood: 3, balanced: 2, aligned: 1 };

const most = 3;

/**
 * How much it matters that a KPI is mended in a cause: weight × (1 + key results that read or are guarded by it, at most 3) × gravity of the
 * cause, 5 for reliable to 1 for aligned.
 */
export function urgencyOf(cause: Cause, weight: number, { ties }: Pick<FitnessFacts, 'ties'>): number {
  return weight * (1 + Math.min(most, ties.targets + ties.guardrails)) * gravity[cause];
}
