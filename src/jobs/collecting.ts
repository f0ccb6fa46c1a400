import { collect } from '#app/connector/collect.ts';
import { heldSeconds } from '#app/connector/collect-claim.ts';
import { type WaitingRun, waitingRuns } from '#app/connector/due-runs.ts';
import type { Tandem } from '#app/perform.ts';
import type { Job } from './jobs.ts';

/** Runs connectors: those that are due, those that somebody asks for, and those whose next try has come. */
export function collecting(tandem: Tandem): Job<WaitingRun> {
  return {
    name: 'collecting',
    beside: 6,
    heldSeconds,
    due: async () => (await waitingRuns(tandem)).map((data) => ({ key: data.run, data })),
    after: (organisation, { kind, subject }) =>
      kind === 'connectorRun.asked' ? { key: subject, data: { organisation, run: subject } } : undefined,
    run: (data, id) => collect(tandem, data, id),
  };
}
