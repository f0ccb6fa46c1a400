import { formatValue } from '#domain/kpi/format.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Facts } from './facts.ts';
import type { Measure } from './measure.ts';
import type { Counted } from './objective-progress.ts';
import { bestRun, clamp01, goodPeriods } from './progress.ts';

/** How the progress of a key result comes about: its formula with the numbers put in. */
export function whyProgress(
  measure: Measure,
  facts: Facts,
  shown: { unit: Unit; decimals: number; progress: number | undefined },
): string {
  const { unit, decimals, progress } = shown;
  if (progress === undefined) return 'Nothing has been reported yet, so there is no progress.';
  const result = `${two(progress)}${aside(progress)}`;
  switch (measure.kind) {
    case 'move': {
      const [now, from, to] = [facts.current ?? null, measure.baseline, measure.target].map((each) =>
        formatValue(each, unit, decimals),
      );
      return `(current ${now} − baseline ${from}) / (target ${to} − baseline ${from}) = ${result}`;
    }
    case 'hold':
      return `best run of good periods ${bestRun(goodPeriods(measure, facts.periods ?? []))} / required run ${measure.run} = ${result}`;
    case 'hit rate': {
      const good = (facts.hits ?? 0) + goodPeriods(measure, facts.periods ?? []).length;
      return `good periods ${good} / planned periods ${measure.planned} = ${result}`;
    }
    case 'milestones': {
      const done = measure.steps.filter((step) => facts.stepsDone?.includes(step.id)).length;
      return `weights of the steps done (${done}) / weights of all steps (${measure.steps.length}) = ${result}`;
    }
    case 'done':
      return facts.done ? 'It is done: 1.' : 'It is not done yet: 0.';
  }
}

/** How the progress of an objective comes about; `hidden` is how many inputs may not be shown. */
export function whyObjective(
  progress: number | undefined,
  inputs: readonly Counted[],
  hidden: number,
): string {
  if (inputs.length + hidden === 0)
    return 'It has no key results and nothing contributes to it, so it has no progress.';
  if (progress === undefined) return 'Nothing has been reported yet, so it has no progress.';
  if (hidden > 0)
    return `Weighted mean of ${inputs.length} that you may see and ${hidden} private: ${two(progress)}.`;
  const terms = inputs.map((each) => `${each.weight} × ${two(clamp01(each.progress ?? 0))}`).join(' + ');
  return `(${terms}) / (${inputs.map(({ weight }) => weight).join(' + ')}) = ${two(progress)}`;
}

/** The share of each weight in their sum, or undefined for all when they add up to nothing. */
export function sharesOf(weights: readonly number[]): (number | undefined)[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => (total > 0 ? weight / total : undefined));
}

function two(share: number): string {
  return formatValue(share, { kind: 'number' }, 2);
}

function aside(progress: number): string {
  if (progress < 0) return ': below the baseline, counted as 0';
  return progress > 1 ? ': more than promised, counted as 1' : '';
}
