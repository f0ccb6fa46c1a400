import { SourceFault, type SourceRow } from '#app/connector/source.ts';
import type { GithubConfig } from '#domain/connector/config.ts';
import { filledIn } from '#domain/connector/placeholders.ts';
import { countedRows } from './counts.ts';
import { bearerSignIn } from './headers.ts';
import { apiAddress, askJson, countIn } from './json-api.ts';
import type { Pull } from './pull.ts';
import { type Bounds, filler, lastSecond } from './span.ts';

type Counted = Exclude<GithubConfig['count'], 'search' | 'stars'>;

// The search wants to be told whether issues or pull requests are meant. Two conditions on one date would find what meets either.
const conditions: Record<Counted, (bounds: Bounds) => string> = {
  'opened-issues': (bounds) => `is:issue created:${range(bounds)}`,
  'closed-issues': (bounds) => `is:issue closed:${range(bounds)}`,
  'open-issues': () => 'is:issue is:open',
  'opened-pull-requests': (bounds) => `is:pull-request created:${range(bounds)}`,
  'merged-pull-requests': (bounds) => `is:pull-request merged:${range(bounds)}`,
};

/** Counts by GitHub's search of issues and pull requests, or the stars of a repository; without a token as anybody may. */
export function fetchGithub(pull: Pull<GithubConfig>): Promise<SourceRow[]> {
  const { config } = pull;
  const { denominator } = config;
  const counted =
    config.count === 'stars'
      ? () => stars(pull)
      : (bounds: Bounds) => searched(pull, queryFor(config, bounds));
  return countedRows(
    pull,
    counted,
    denominator === undefined ? undefined : (bounds) => searched(pull, filledIn(denominator, filler(bounds))),
  );
}

function range(bounds: Bounds): string {
  return `${bounds.start}..${lastSecond(bounds)}`;
}

function queryFor(config: GithubConfig, bounds: Bounds): string {
  const more = filledIn(config.query ?? '', filler(bounds)).trim();
  if (config.count === 'search' || config.count === 'stars') return more;
  return [scopeOf(config), conditions[config.count](bounds), more].filter(Boolean).join(' ');
}

function scopeOf({ scope }: GithubConfig): string {
  const [, owner, repository] = /^\s*([\w.-]+)(?:\/([\w.-]+))?\s*$/.exec(scope ?? '') ?? [];
  if (owner === undefined)
    throw new SourceFault('Say whose issues: give an owner, or a repository as owner/repository.');
  return repository === undefined ? `user:${owner}` : `repo:${owner}/${repository}`;
}

async function searched(pull: Pull<GithubConfig>, query: string): Promise<number> {
  if (query === '') throw new SourceFault('Give the query of the search.');
  const url = apiAddress(pull.config.url, 'search/issues', { q: query, per_page: '1' });
  const { json, answer } = await askJson(pull, url, headersOf(pull));
  const count = countIn(json, 'total_count', answer.url.host);
  // The search gives what it has found when its time is up, which is no count.
  if ((json as { incomplete_results?: unknown }).incomplete_results === true)
    throw new SourceFault(`${answer.url.host} ran out of time while it counted.`, { retry: true });
  return count;
}

async function stars(pull: Pull<GithubConfig>): Promise<number> {
  const [kind, repository] = scopeOf(pull.config).split(':');
  if (kind !== 'repo') throw new SourceFault('Stars belong to a repository: give it as owner/repository.');
  const { json, answer } = await askJson(
    pull,
    apiAddress(pull.config.url, `repos/${repository}`),
    headersOf(pull),
  );
  return countIn(json, 'stargazers_count', answer.url.host);
}

function headersOf({ secrets }: Pull): Record<string, string> {
  return {
    accept: 'application/vnd.github+json',
    'x-github-api-version': '2022-11-28',
    ...(secrets.token && bearerSignIn(secrets.token)),
  };
}
