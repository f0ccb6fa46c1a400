import { elapsed, type Span } from '#domain/time/cycle.ts';
import { type Day, isDay } from '#domain/time/day.ts';
import { clamp01 } from './progress.ts';

/** A phased plan: from each day on, so much progress is expected. */
export type Plan = readonly { day: Day; expected: number }[];

export const healths = ['outdated', 'off track', 'behind', 'on track'] as const;

/** How a key result stands against its pace, worst first; undefined is none: too early to say, or nothing measured. */
export type Health = (typeof healths)[number];

/** An organisation's shares of expected progress that count as on track and as behind, and the first share of a cycle without any health. */
export type Factors = { onTrack: number; behind: number; quiet: number };

/** The factors of an organisation that has chosen none. */
export const usualFactors: Factors = { onTrack: 0.9, behind: 0.7, quiet: 0.1 };

/** What is wrong with a plan, as a sentence for the person, or undefined. */
export function planFault(plan: Plan, span: Span): string | undefined {
  for (const [index, step] of plan.entries()) {
    const before = plan[index - 1];
    if (!isDay(step.day)) return `"${step.day}" is not a day: write it as 2026-01-31.`;
    if (step.day < span.starts || step.day > span.ends)
      return `${step.day} is outside ${span.starts} to ${span.ends}: plan within these days.`;
    if (!(step.expected >= 0 && step.expected <= 1))
      return `${step.expected} is not a share of the way: expect 0 to 1 by ${step.day}.`;
    if (before && step.day <= before.day)
      return `${step.day} does not come after ${before.day}: put the steps in order.`;
    if (before && step.expected < before.expected)
      return `The plan expects less by ${step.day} than by ${before.day}: a plan does not go back.`;
  }
  return undefined;
}

/** The progress, 0 to 1, that is expected today: the last step of the plan that is due, or without a plan the share of days gone by. */
export function expectedProgress(span: Span, today: Day, plan?: Plan | undefined): number {
  if (!plan || plan.length === 0) return elapsed(span, today);
  const due = plan.filter((step) => step.day <= today).map((step) => step.expected);
  return clamp01(Math.max(0, ...due));
}

/** The health of a key result (PRODUCT.md 4.5) from its progress as measured, which may be below 0: below the baseline is never on track. */
export function health(
  at: {
    progress: number | undefined;
    span: Span;
    today: Day;
    plan?: Plan | undefined;
    outdatedFrom?: Day | undefined;
  },
  factors: Factors = usualFactors,
): Health | undefined {
  if (at.outdatedFrom !== undefined && at.today >= at.outdatedFrom) return 'outdated';
  if (at.progress === undefined || elapsed(at.span, at.today) < factors.quiet) return undefined;
  const expected = expectedProgress(at.span, at.today, at.plan);
  if (reaches(at.progress, factors.onTrack * expected)) return 'on track';
  return reaches(at.progress, factors.behind * expected) ? 'behind' : 'off track';
}

// 0.9 × 0.3 is a hair above 0.27 in binary, and being exactly on the line is on track.
function reaches(progress: number, line: number): boolean {
  return progress >= line - 1e-9;
}

/** What is wrong with an organisation's factors, as a sentence for the person, or undefined. */
export function factorsFault(factors: Factors): string | undefined {
  if (!(factors.behind > 0 && factors.behind < factors.onTrack && factors.onTrack <= 1))
    return 'The shares must rise from above 0 to 1 at most: "behind" below "on track", such as 0.7 and 0.9.';
  if (!(factors.quiet >= 0 && factors.quiet < 1))
    return 'The quiet share of a cycle is from 0 to below 1, such as 0.1.';
  return undefined;
}

/** The weakest health of an objective's key results, and how many stand in each: a mean would hide the one that fails. */
export function objectiveHealth(keyResults: readonly (Health | undefined)[]): {
  weakest: Health | undefined;
  counts: Record<Health | 'none', number>;
} {
  const counts = { outdated: 0, 'off track': 0, behind: 0, 'on track': 0, none: 0 };
  for (const each of keyResults) counts[each ?? 'none'] += 1;
  return { weakest: healths.find((each) => counts[each] > 0), counts };
}
