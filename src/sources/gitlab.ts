import { SourceFault, type SourceRow } from '#app/connector/source.ts';
import type { GitlabConfig } from '#domain/connector/config.ts';
import { countedRows } from './counts.ts';
import { headerValue } from './headers.ts';
import { apiAddress, askJson } from './json-api.ts';
import { nextLink } from './paging.ts';
import { wholeSpan } from './per-period.ts';
import type { Pull } from './pull.ts';
import { readRows } from './rows.ts';
import { type Bounds, lastSecond, periodsOf } from './span.ts';

type Item = { closed_at?: string | null; merged_at?: string | null };

const pageSize = 100;
// GitLab leaves the total out from 10,000 on, so that counting by pages has to go further than that.
const mostPages = 1_000;

/** Counts issues or merge requests of a project or group; without a token as anybody may. */
export function fetchGitlab(pull: Pull<GitlabConfig>): Promise<SourceRow[]> {
  switch (pull.config.count) {
    case 'closed-issues':
      return endedRows(pull, 'closed', 'closed_at');
    case 'merged-merge-requests':
      return endedRows(pull, 'merged', 'merged_at');
    case 'open-issues':
    case 'open-merge-requests':
      return countedRows(pull, () => total(pull, { state: 'opened' }));
    default:
      return countedRows(pull, (bounds) => total(pull, createdWithin(bounds)));
  }
}

// Both ends belong to it: created_before is "on or before".
function createdWithin(bounds: Bounds): Record<string, string> {
  return { created_after: bounds.start, created_before: lastSecond(bounds).replace('Z', '.999Z') };
}

async function total(pull: Pull<GitlabConfig>, filter: Record<string, string>): Promise<number> {
  const { answer } = await askJson(pull, addressOf(pull, { ...filter, per_page: '1' }), headersOf(pull));
  const given = answer.headers.get('x-total');
  if (given !== null && /^\d+$/.test(given)) return Number(given);
  let count = 0;
  for await (const items of listed(pull, filter)) count += items.length;
  return count;
}

// The API does not filter by when an issue was closed or a request merged, and ignores a filter that it does not know. What has
// ended within the span was updated then or later.
async function endedRows(
  pull: Pull<GitlabConfig>,
  state: string,
  ended: 'closed_at' | 'merged_at',
): Promise<SourceRow[]> {
  const periods = periodsOf(pull.span).map((bounds) => ({ ...bounds, count: 0 }));
  const first = Date.parse(wholeSpan(pull).start);
  for await (const items of listed(pull, { state, updated_after: new Date(first).toISOString() })) {
    for (const item of items) {
      const at = Date.parse(item[ended] ?? '');
      const period = periods.find(({ start, end }) => Date.parse(start) <= at && at < Date.parse(end));
      if (period) period.count += 1;
    }
  }
  return readRows(
    periods.map(({ period, count }) => ({ at: period, period, value: count })),
    pull,
  );
}

async function* listed(pull: Pull<GitlabConfig>, filter: Record<string, string>): AsyncGenerator<Item[]> {
  // In an order that does not change while the pages are read.
  const order = { order_by: 'created_at', sort: 'asc', per_page: String(pageSize) };
  let url: string | undefined = addressOf(pull, { ...filter, ...order });
  const { origin } = new URL(url);
  for (let page = 0; url !== undefined; page++) {
    if (page === mostPages)
      throw new SourceFault(
        `There are more than ${mostPages * pageSize} to count: ask for less, by a filter.`,
      );
    const { json, answer } = await askJson(pull, url, headersOf(pull));
    if (!Array.isArray(json))
      throw new SourceFault(`${answer.url.host} answers without a list: is this the address of a GitLab?`);
    yield json as Item[];
    const next = nextLink(answer.headers.get('link'));
    url = next === undefined ? undefined : new URL(next, answer.url).href;
    if (url !== undefined && new URL(url).origin !== origin)
      throw new SourceFault(
        `The next page is said to be at ${new URL(url).origin}, another host: it is not followed.`,
      );
  }
}

function addressOf({ config }: Pull<GitlabConfig>, parameters: Record<string, string>): string {
  const { url, within, path, filter, count } = config;
  const kind = count.endsWith('issues') ? 'issues' : 'merge_requests';
  const place = path.trim().replace(/^\/+|\/+$/g, '');
  if (place === '')
    throw new SourceFault('Say which project or group: give its path, such as group/project.');
  const address = new URL(apiAddress(url, `api/v4/${within}s/${encodeURIComponent(place)}/${kind}`));
  // Without a scope a group lists only what the token's own person has made.
  const all = { scope: 'all', ...Object.fromEntries(new URLSearchParams(filter ?? '')), ...parameters };
  for (const [name, value] of Object.entries(all)) address.searchParams.append(name, value);
  return address.href;
}

function headersOf({ secrets }: Pull): Record<string, string> {
  return secrets.token ? { 'private-token': headerValue(secrets.token, 'token') } : {};
}
