import { organisationsBehind, sweepBacklog } from '#app/formula/sweep-backlog.ts';
import type { Tandem } from '#app/perform.ts';
import type { Job } from './jobs.ts';

/** Computes what depends on changes that too much depends on to be computed with them. */
export function recomputing(tandem: Tandem): Job<{ organisation: string }> {
  const dueIn = (organisation: string) => ({ key: organisation, data: { organisation } });
  return {
    name: 'recomputing',
    due: async () => (await organisationsBehind(tandem)).map(dueIn),
    after: (organisation, { kind }) => (kind === 'kpi.queued' ? dueIn(organisation) : undefined),
    run: ({ organisation }, id) => sweepBacklog(tandem, organisation, id),
  };
}
