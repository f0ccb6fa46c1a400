import type { Unit } from '#domain/kpi/unit.ts';

/**
 * The target that changes a baseline as much, in proportion, as the example of a template does: from 21 to 28 makes 30 to 40. Shares
 * of a whole close the same part of what is missing instead, so that they stay below it.
 */
export function proposedTarget(
  baseline: number,
  example: { baseline: number; target: number },
  { unit, decimals }: { unit: Unit; decimals: number },
): number {
  const rises = example.target > example.baseline;
  const top = unit.kind === 'percent' ? 100 : unit.kind === 'scale' ? unit.to : undefined;
  if (rises && top !== undefined && example.target <= top && baseline < top) {
    const part = (example.target - example.baseline) / (top - example.baseline);
    return rounded(baseline + part * (top - baseline), decimals);
  }
  if (example.baseline !== 0 && baseline !== 0 && Math.sign(baseline) === Math.sign(example.baseline))
    return rounded((baseline * example.target) / example.baseline, decimals);
  return rounded(baseline + example.target - example.baseline, decimals);
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
