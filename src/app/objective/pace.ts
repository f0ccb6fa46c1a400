import type { Turn } from '#app/act.ts';
import { todayIn } from '#app/today.ts';
import type { Row } from '#db/schema.ts';
import { nextCheckInDue, outdatedFrom, type Rhythm } from '#domain/okr/check-in.ts';
import { expectedProgress, type Health, health, type Plan, usualFactors } from '#domain/okr/pace.ts';
import type { CycleState } from '#domain/time/cycle.ts';
import type { Day } from '#domain/time/day.ts';

/** What pace needs to know of a cycle. */
export type PacedCycle = { starts: Day; ends: Day; state: CycleState; activated_at: string | null };

/** What pace needs to know of a key result. */
export type PacedKeyResult = Pick<
  Row<'key_result'>,
  'progress' | 'deadline' | 'plan' | 'last_check_in' | 'created_at'
>;

/** What pace needs to know of an objective: its team may have a rhythm of its own. */
export type PacedObjective = Pick<Row<'objective'>, 'state'> &
  Pick<Row<'team'>, 'check_in_every' | 'check_in_weekday'>;

/** How a key result stands against its plan; `due` and `outdatedFrom` are null when no check-in is awaited. */
export type Pace = { expected: number; health: Health | null; due: Day | null; outdatedFrom: Day | null };

/** Gives the pace of the key results of one cycle; what many of them share is computed once. */
export function pacer(
  turn: Pick<Turn, 'organisation' | 'today'>,
  cycle: PacedCycle,
): (keyResult: PacedKeyResult, objective: PacedObjective) => Pace {
  const { organisation, today } = turn;
  const factors = {
    onTrack: organisation.onTrackFrom,
    behind: organisation.behindFrom,
    quiet: usualFactors.quiet,
  };
  const usual: Rhythm = { every: organisation.checkInEvery, weekday: organisation.checkInWeekday };
  const begun = cycle.activated_at
    ? later(cycle.starts, todayIn(organisation.timeZone, cycle.activated_at))
    : cycle.starts;
  const dues = new Map<string, Day>();
  const expecteds = new Map<string, number>();
  const days = new Map<string, Day>();

  const dueAfter = (last: Day | null, from: Day, rhythm: Rhythm): Day => {
    const key = `${last} ${from} ${rhythm.every} ${rhythm.weekday}`;
    const due = dues.get(key) ?? nextCheckInDue(last ?? undefined, from, rhythm);
    dues.set(key, due);
    return due;
  };
  const expectedBy = (deadline: Day): number => {
    const expected =
      expecteds.get(deadline) ?? expectedProgress({ starts: cycle.starts, ends: deadline }, today);
    expecteds.set(deadline, expected);
    return expected;
  };

  // Asking for a time zone is slow; an offset is whole minutes, and most key results are written before their cycle begins.
  const writtenOn = (createdAt: string): Day => {
    if (createdAt.slice(0, 10) < begun) return begun;
    const minute = createdAt.slice(0, 16);
    const day = days.get(minute) ?? todayIn(organisation.timeZone, createdAt);
    days.set(minute, day);
    return day;
  };

  return (keyResult, { state, check_in_every: every, check_in_weekday: weekday }) => {
    const span = { starts: cycle.starts, ends: keyResult.deadline };
    const plan = (keyResult.plan ?? undefined) as Plan | undefined;
    const expected = plan ? expectedProgress(span, today, plan) : expectedBy(keyResult.deadline);
    if (state !== 'active' || cycle.state === 'closed' || cycle.state === 'planning')
      return { expected, health: null, due: null, outdatedFrom: null };
    const rhythm = every && weekday ? { every, weekday } : usual;
    const next = dueAfter(keyResult.last_check_in, later(begun, writtenOn(keyResult.created_at)), rhythm);
    const isAwaited = cycle.state === 'active' && next <= cycle.ends;
    const due = isAwaited ? next : null;
    const outdated = due ? outdatedFrom(due, organisation.checkInGraceDays) : null;
    const at = {
      progress: keyResult.progress ?? undefined,
      span,
      today,
      plan,
      outdatedFrom: outdated ?? undefined,
    };
    return { expected, health: health(at, factors) ?? null, due, outdatedFrom: outdated };
  };
}

function later(one: Day, other: Day): Day {
  return one > other ? one : other;
}
