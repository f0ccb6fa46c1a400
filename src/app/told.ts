import type { Event } from './act.ts';

/** The detail of an event on an objective or on what hangs on it: of a private one the audit log keeps that something happened, not what. `moved` are the objectives whose progress changed by it. */
export function told(
  objective: { private: boolean },
  detail: Record<string, unknown>,
  moved: readonly string[] = [],
): NonNullable<Event['detail']> {
  return { ...(objective.private ? { private: true } : detail), ...(moved.length > 0 && { moved }) };
}
