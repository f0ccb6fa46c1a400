import { sideOf } from './compare.ts';
import type { Limits } from './limits.ts';
import type { Threshold } from './threshold.ts';

export const capabilities = ['capable', 'hit and miss', 'not capable'] as const;

/** Whether the natural process limits lie on the good side of floor and ceiling: all of them, some, or none. */
export type Capability = (typeof capabilities)[number];

/**
 * The capability of a process; undefined without a floor or ceiling, or with fewer than 6 points. A limit on the threshold is on
 * the good side. Warning zones and desired levels have no part in it.
 */
export function capabilityOf(
  limits: Limits | undefined,
  threshold: Threshold | undefined,
): Capability | undefined {
  const { floor, ceiling } = threshold ?? {};
  if (!limits || limits.strength === 'too few' || (floor === undefined && ceiling === undefined))
    return undefined;
  const misses =
    (floor !== undefined && sideOf(limits.upper, floor) < 0) ||
    (ceiling !== undefined && sideOf(limits.lower, ceiling) > 0);
  if (misses) return 'not capable';
  const holds =
    (floor === undefined || sideOf(limits.lower, floor) >= 0) &&
    (ceiling === undefined || sideOf(limits.upper, ceiling) <= 0);
  return holds ? 'capable' : 'hit and miss';
}
