import type { Event } from '#app/act.ts';
import { type DueTracker, heldSeconds, synchronise, waitingTrackers } from '#app/initiative/synchronise.ts';
import type { Tandem } from '#app/perform.ts';
import type { Job } from './jobs.ts';

/** Asks trackers how the issues stand that initiatives are linked to: each tracker by one process at a time. */
export function synchronising(tandem: Tandem): Job<DueTracker> {
  return {
    name: 'synchronising',
    beside: 2,
    heldSeconds,
    due: async () => (await waitingTrackers(tandem)).map((data) => ({ key: data.tracker, data })),
    after: (organisation, event) => {
      const tracker = trackerOf(event);
      return tracker === undefined ? undefined : { key: tracker, data: { organisation, tracker } };
    },
    run: (data, id) => synchronise(tandem, data, id),
  };
}

// A new link, a wish to know now, and an account that was set up or mended do not wait for the next round.
function trackerOf({ kind, subject, detail }: Event): string | undefined {
  if (kind === 'tracker.created' || kind === 'tracker.changed') return subject;
  const tracker = /^initiative\.(created|changed|syncAsked)$/.test(kind) ? detail?.tracker : undefined;
  return typeof tracker === 'string' ? tracker : undefined;
}
