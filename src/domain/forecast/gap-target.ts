import type { Direction } from '#domain/kpi/definition.ts';
import type { Gap } from '#domain/kpi/gap.ts';
import type { Threshold } from '#domain/kpi/threshold.ts';
import { type Target, targetOf } from './probability.ts';

/** What it takes to have closed a gap: the desired level or the threshold that is wanted, or the band; undefined when nothing is asked. */
export function gapTarget(
  wanted: Gap['wanted'],
  threshold: Threshold | null | undefined,
  direction: Direction,
): Target | undefined {
  if (!threshold) return undefined;
  const { floor, ceiling, desired } = threshold;
  if (direction === 'within')
    return floor === undefined && ceiling === undefined ? undefined : { atLeast: floor, atMost: ceiling };
  if (wanted === null) return undefined;
  if (wanted === desired) return targetOf(direction, wanted);
  return wanted === floor ? { atLeast: wanted } : { atMost: wanted };
}
