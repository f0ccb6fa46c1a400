import { SourceFault } from '#app/connector/source.ts';
import type { IssueAnswer, TrackerAsk } from '#app/initiative/tracker.ts';
import type { GuardedFetch } from './guarded-fetch.ts';
import { refuseFailure } from './http-fault.ts';
import { askJson } from './json-api.ts';

/** A tracker that is being asked, with what may be used for it. */
export type Asking = {
  account: TrackerAsk;
  get: GuardedFetch;
  signal: AbortSignal;
  /** The instant now, as an ISO string in UTC. */
  clock: () => string;
};

/** How one kind of tracker is asked: each answer is told as it comes; throws the SourceFault that ends it for all the others. */
export type TrackerDialect = {
  issues(asking: Asking, keys: readonly string[], tell: (answer: IssueAnswer) => void): Promise<void>;
  signedInAs(asking: Asking): Promise<string>;
};

/** Something of JSON that may be an object. */
export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(json: unknown): Fields {
  return typeof json === 'object' && json !== null ? (json as Fields) : {};
}

export function textOf(json: unknown): string | null {
  return typeof json === 'string' ? json : null;
}

export function listOf(json: unknown): unknown[] {
  return Array.isArray(json) ? json : [];
}

/** What a tracker says at an address; undefined when there is nothing, or nothing that this account may read. */
export async function askFor(
  asking: Asking,
  url: string,
  headers: Record<string, string>,
): Promise<unknown | undefined> {
  let missing = false;
  const get: GuardedFetch = async (request, signal) => {
    const answer = await asking.get(request, signal);
    missing = isMissing(answer, asking.clock());
    return answer;
  };
  try {
    return (await askJson({ ...asking, get }, url, headers)).json;
  } catch (fault) {
    if (missing) return undefined;
    throw fault;
  }
}

// A limit of requests is said by the status of what one may not read, and concerns every other issue as well.
function isMissing(answer: Parameters<typeof refuseFailure>[0], now: string): boolean {
  if (![403, 404, 410].includes(answer.status)) return false;
  try {
    refuseFailure(answer, now);
    return false;
  } catch (fault) {
    return fault instanceof SourceFault && !fault.retry;
  }
}

/** The answer for an issue that a tracker does not show. */
export function notThere(key: string): IssueAnswer {
  return { key, fault: 'It is not there, or the account may not read it.' };
}

/** The answer for an issue about which a tracker says something that cannot be read. */
export function unreadable(key: string, host: string): IssueAnswer {
  return { key, fault: `${host} answers without its state: is this the address of the tracker?` };
}

/** The name in an answer about the account; throws SourceFault when there is none. */
export function nameIn(json: unknown, names: readonly string[], address: string): string {
  const found = names.map((name) => textOf(fieldsOf(json)[name])).find((name) => name);
  if (!found)
    throw new SourceFault(`${address} does not say who has signed in: is this the address of the tracker?`);
  return found;
}
