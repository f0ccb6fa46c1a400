import type { Fault } from '../../refusal.ts';

/** Whether the numbers on a wallboard are those of now, and if not, why and since when. */
export type Standing =
  | { kind: 'live' }
  | { kind: 'lost'; since: number }
  | { kind: 'signed out' }
  | { kind: 'refused'; message: string };

type Seen = {
  fault: Fault | undefined;
  /** When the answer failed last, and when the live stream was lost, in milliseconds. */
  failedAt: number;
  lostSince: number | undefined;
  /** When the numbers on the screen were read. */
  readAt: number;
};

/** What a wallboard says of its connection: a session that ended comes before a server that is away, because waiting does not mend it. */
export function standing({ fault, failedAt, lostSince, readAt }: Seen): Standing {
  if (fault?.code === 'not_signed_in') return { kind: 'signed out' };
  const isAway = fault !== undefined && ['unavailable', 'bug'].includes(fault.code);
  if (fault && !isAway) return { kind: 'refused', message: fault.message };
  if (lostSince !== undefined) return { kind: 'lost', since: lostSince };
  return isAway ? { kind: 'lost', since: failedAt || readAt } : { kind: 'live' };
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const dayAndClock = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

/** A time of the day as '14:32', with the weekday when it was not in the last twelve hours: 'Sun 14:32'. */
export function timeName(at: number, now: number): string {
  return (now - at < 12 * 3_600_000 ? clock : dayAndClock).format(at).replace(',', '');
}

/** The sentence on the screen; undefined while the numbers are live. */
export function standingWords(is: Standing, now: number, hasNumbers: boolean): string | undefined {
  switch (is.kind) {
    case 'live':
      return undefined;
    case 'lost': {
      const shown = hasNumbers ? ', showing what was known then' : '';
      return `No connection since ${timeName(is.since, now)}${shown}. Trying again.`;
    }
    case 'signed out':
      return `The session has ended: sign in on this screen to go on.${hasNumbers ? ' The numbers are old.' : ''}`;
    case 'refused':
      return is.message;
  }
}
