import { addDays, type Day, daysBetween, isDay } from './day.ts';
import { type Calendar, endOf, january, periodOf, shift, startOf } from './period.ts';

export const cycleKinds = ['quarter', 'half-year', 'four-months', 'year', 'custom'] as const;

/** The length of a cycle; a custom one has days of its own. */
export type CycleKind = (typeof cycleKinds)[number];

export const cycleStates = ['planning', 'active', 'grading', 'closed'] as const;

/** Where a cycle stands: planning → active → grading → closed, one step at a time and never back. */
export type CycleState = (typeof cycleStates)[number];

/** The first and the last day of a cycle, both of which belong to it. */
export type Span = { starts: Day; ends: Day };

const parts: Record<Exclude<CycleKind, 'custom'>, { months: number; letter: string }> = {
  quarter: { months: 3, letter: 'Q' },
  'four-months': { months: 4, letter: 'T' },
  'half-year': { months: 6, letter: 'H' },
  year: { months: 12, letter: '' },
};

/** The cycle of a kind that a day lies in, cut from the fiscal year and named by it: '2026 Q1', '2026 H2', '2026 T3', '2026'. */
export function cycleSpan(
  kind: Exclude<CycleKind, 'custom'>,
  day: Day,
  calendar: Calendar = january,
): Span & { name: string } {
  const year = periodOf('yearly', day, calendar);
  const { months, letter } = parts[kind];
  const firstMonth = periodOf('monthly', startOf(year, calendar));
  let part = 1;
  while (endOf(shift(firstMonth, part * months - 1)) < day) part += 1;
  return {
    starts: startOf(shift(firstMonth, (part - 1) * months)),
    ends: endOf(shift(firstMonth, part * months - 1)),
    name: letter ? `${year} ${letter}${part}` : year,
  };
}

/** The cycle of a kind that follows a day, as cycleSpan gives it. */
export function nextCycleSpan(
  kind: Exclude<CycleKind, 'custom'>,
  day: Day,
  calendar: Calendar = january,
): Span & { name: string } {
  return cycleSpan(kind, addDays(cycleSpan(kind, day, calendar).ends, 1), calendar);
}

/** What is wrong with the days of a cycle, as a sentence for the person, or undefined. */
export function spanFault(span: Span): string | undefined {
  for (const day of [span.starts, span.ends])
    if (!isDay(day)) return `"${day}" is not a day: write it as 2026-01-31.`;
  if (span.ends <= span.starts)
    return `A cycle that starts on ${span.starts} cannot end on ${span.ends}: give a later last day.`;
  return undefined;
}

/** Whether goals are still written and changed in a cycle: while it is planned or active; after that they are graded. */
export function takesGoals({ state }: { state: CycleState }): boolean {
  return state === 'planning' || state === 'active';
}

/** Whether a cycle may go from one state to another. */
export function mayBecome(from: CycleState, to: CycleState): boolean {
  return cycleStates.indexOf(to) === cycleStates.indexOf(from) + 1;
}

/** Why a cycle may not go from one state to another, as a sentence for the person, or undefined when it may. */
export function transitionFault(from: CycleState, to: CycleState): string | undefined {
  if (mayBecome(from, to)) return undefined;
  const next = cycleStates[cycleStates.indexOf(from) + 1];
  if (!next) return 'This cycle is closed: a closed cycle can only be read.';
  return `A cycle goes from ${from} to ${next}, not to ${to}.`;
}

/** How much of a cycle has gone by: 0 until its first day, 1 from its last day on, linear between them. */
export function elapsed(span: Span, today: Day): number {
  if (today >= span.ends) return 1;
  if (today <= span.starts) return 0;
  return daysBetween(span.starts, today) / daysBetween(span.starts, span.ends);
}
