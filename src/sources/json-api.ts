import { SourceFault } from '#app/connector/source.ts';
import type { SourceConfig } from '#domain/connector/config.ts';
import type { WebAnswer } from './guarded-fetch.ts';
import { refuseFailure } from './http-fault.ts';
import type { Pull } from './pull.ts';
import { webAddress } from './web-address.ts';

/** An address below the base of an API, whose own path stays: a server may live at https://example.com/jira. */
export function apiAddress(base: string, path: string, parameters: Record<string, string> = {}): string {
  const url = webAddress(base);
  url.pathname = `${url.pathname.replace(/\/+$/, '')}/${path}`;
  url.search = '';
  for (const [name, value] of Object.entries(parameters)) url.searchParams.append(name, value);
  return url.href;
}

/** Asks an API for JSON: by GET, or by POST when there is something to send; throws SourceFault for every answer that is none. */
export async function askJson(
  pull: Pick<Pull<SourceConfig>, 'get' | 'signal' | 'clock'>,
  url: string,
  headers: Record<string, string>,
  send?: unknown,
): Promise<{ json: unknown; answer: WebAnswer }> {
  const posted = send !== undefined && {
    method: 'POST' as const,
    body: JSON.stringify(send),
    headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
  };
  const asked = { url, headers: { accept: 'application/json', ...headers }, ...posted };
  const answer = await pull.get(asked, pull.signal);
  refuseFailure(answer, pull.clock());
  try {
    return { json: JSON.parse(new TextDecoder().decode(answer.bytes)), answer };
  } catch {
    throw new SourceFault(
      `${answer.url.host} answers with something that is not JSON: is this the address of its API?`,
    );
  }
}

/** A whole number of an answer by its name; throws SourceFault when there is none. */
export function countIn(json: unknown, name: string, host: string): number {
  const count =
    json !== null && typeof json === 'object' ? (json as Record<string, unknown>)[name] : undefined;
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0) return count;
  throw new SourceFault(`${host} answers without a count (${name}): is this the address of its API?`);
}
