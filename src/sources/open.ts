import { type Source, SourceFault, type SourceRow } from '#app/connector/source.ts';
import { fetchCsv } from './csv.ts';
import { fetchGithub } from './github.ts';
import { fetchGitlab } from './gitlab.ts';
import { openFetch } from './guarded-fetch.ts';
import { fetchHttpJson } from './http-json.ts';
import { fetchJira } from './jira.ts';
import { type Limits, usualLimits } from './limits.ts';
import { networkFault } from './network-fault.ts';
import { fetchPrometheus } from './prometheus.ts';
import type { Pull } from './pull.ts';
import { type Resolve, systemResolve } from './resolve.ts';
import { scrubbed, scrubbedFault, scrubbedRows } from './scrub.ts';
import { fetchSql } from './sql.ts';

/** Opens the source that pulls from every kind of place; a pull that ends, however it ends, has closed what it opened. */
export function openSource({
  clock = () => new Date().toISOString(),
  limits = {},
  resolve = systemResolve,
  bug = () => {},
}: {
  clock?: () => string;
  limits?: Partial<Limits>;
  resolve?: Resolve;
  /** Hears of errors that are no fault of the source but ours, with their stack and without secrets. */
  bug?: (report: string) => void;
} = {}): Source {
  return {
    fetch: async (ask, signal) => {
      const most = { ...usualLimits, ...limits };
      const timed = AbortSignal.any([signal, AbortSignal.timeout(most.pullSeconds * 1000)]);
      const network = { allowed: ask.allowed, resolve };
      const web = openFetch(network, most);
      try {
        if (timed.aborted) throw timed.reason;
        const rows = await pulled({ ...ask, get: web.get, network, limits: most, signal: timed, clock });
        return scrubbedRows(rows, ask.secrets);
      } catch (error) {
        if (!timed.aborted && !(error instanceof SourceFault))
          bug(scrubbed(String(error instanceof Error ? error.stack : error), ask.secrets));
        throw scrubbedFault(faultOf(error, timed), ask.secrets);
      } finally {
        await web.close();
      }
    },
  };
}

// What is no fault of the source is one of ours: it ends the pull with a sentence that gives nothing away.
function faultOf(error: unknown, signal: AbortSignal): SourceFault {
  if (signal.aborted) return networkFault(signal.reason, 'The source');
  if (error instanceof SourceFault) return error;
  return new SourceFault(`The pull broke off (${error instanceof Error ? error.name : 'no reason given'}).`);
}

function pulled(pull: Pull): Promise<SourceRow[]> {
  const { config } = pull;
  switch (config.kind) {
    case 'http-json':
      return fetchHttpJson({ ...pull, config });
    case 'sql':
      return fetchSql({ ...pull, config });
    case 'prometheus':
      return fetchPrometheus({ ...pull, config });
    case 'csv':
      return fetchCsv({ ...pull, config });
    case 'github':
      return fetchGithub({ ...pull, config });
    case 'gitlab':
      return fetchGitlab({ ...pull, config });
    case 'jira':
      return fetchJira({ ...pull, config });
  }
}
