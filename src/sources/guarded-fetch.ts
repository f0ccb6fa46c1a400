import { Agent, buildConnector, fetch, type Response } from 'undici';
import { SourceFault } from '#app/connector/source.ts';
import { type Limits, sizeInWords } from './limits.ts';
import { networkFault } from './network-fault.ts';
import { type Network, permittedAddresses } from './resolve.ts';
import { webAddress } from './web-address.ts';

/** A request over HTTP; `headers` are sent to its origin only and not along with a redirect to another. */
export type WebRequest = {
  url: string;
  method?: 'GET' | 'POST';
  headers?: Readonly<Record<string, string>>;
  body?: string | undefined;
};

/** What came back, redirects followed: the address that answered, unpacked bytes, and any status. */
export type WebAnswer = { url: URL; status: number; headers: Headers; bytes: Uint8Array };

/** Fetches from permitted addresses only; rejects with SourceFault when there is no answer. */
export type GuardedFetch = (request: WebRequest, signal: AbortSignal) => Promise<WebAnswer>;

const mostRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/** Opens a fetch that checks each address that it connects to, redirects included; `close` ends every connection. */
export function openFetch(network: Network, limits: Limits): { get: GuardedFetch; close(): Promise<void> } {
  const ended = new AbortController();
  const agent = new Agent({
    connect: guardedConnector(network, ended.signal),
    connections: 4,
    maxHeaderSize: limits.headerBytes,
  });
  return {
    get: async (request, signal) => {
      const timed = AbortSignal.any([signal, AbortSignal.timeout(limits.requestSeconds * 1000)]);
      const url = webAddress(request.url);
      try {
        return await followed({ ...request, url }, agent, limits, timed);
      } catch (error) {
        throw networkFault(timed.aborted ? timed.reason : error, url.host);
      }
    },
    close: async () => {
      ended.abort();
      await agent.destroy();
    },
  };
}

// The connection goes to an address that was checked, however often the name changes its mind meanwhile.
function guardedConnector(network: Network, ended: AbortSignal): buildConnector.connector {
  return (options, done) => {
    const port = Number(options.port || (options.protocol === 'https:' ? 443 : 80));
    permittedAddresses(options.hostname, port, network, ended).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
        const connect = buildConnector({
          allowH2: false,
          autoSelectFamily: true,
          timeout: 10_000,
          lookup: (_name, _options, tell) => tell(null, found),
        });
        connect(options, done);
      },
      (error) => done(error, null),
    );
  };
}

type Hop = Omit<WebRequest, 'url'> & { url: URL };

async function followed(first: Hop, agent: Agent, limits: Limits, signal: AbortSignal): Promise<WebAnswer> {
  let hop = first;
  for (let count = 0; ; count++) {
    const response = await fetch(hop.url, {
      method: hop.method ?? 'GET',
      headers: { 'user-agent': 'Tandem', ...hop.headers },
      body: hop.body ?? null,
      redirect: 'manual',
      dispatcher: agent,
      signal,
    });
    const location = redirects.has(response.status) ? response.headers.get('location') : null;
    if (location === null) {
      const bytes = await bytesOf(response, hop.url.host, limits);
      return { url: hop.url, status: response.status, headers: new Headers([...response.headers]), bytes };
    }
    await response.body?.cancel();
    if (count === mostRedirects)
      throw new SourceFault(`${first.url.host} redirects more than ${mostRedirects} times.`);
    hop = redirected(hop, response.status, webAddress(location, hop.url));
  }
}

function redirected(from: Hop, status: number, url: URL): Hop {
  const headers = url.origin === from.url.origin ? (from.headers ?? {}) : withoutCredentials(from.headers);
  // As browsers do: after a 303 everybody gets, and after 301 and 302 whoever posted.
  return status === 307 || status === 308 ? { ...from, url, headers } : { url, method: 'GET', headers };
}

// Any header may hold a secret; these two never do.
function withoutCredentials(headers: WebRequest['headers'] = {}): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => /^(accept|content-type)$/i.test(name));
  return Object.fromEntries(kept);
}

async function bytesOf(response: Response, host: string, { answerBytes }: Limits): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  // Counted after unpacking, and the rest is never read: a few kilobytes may unpack to gigabytes.
  for await (const part of response.body ?? []) {
    size += part.byteLength;
    if (size > answerBytes)
      throw new SourceFault(`${host} answered more than ${sizeInWords(answerBytes)}: ask for less at once.`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
