import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import { type Name, operations } from '#contract/index.ts';
import { Fault } from '#db/place-fault.ts';
import type { Carried } from './rest.ts';

/** How the server guards itself, as the environment says. */
export type Security = {
  /** The address that people use, when a proxy stands in front: https there makes cookies secure. */
  baseUrl: URL | undefined;
  /** How many proxies in front are trusted to name the client in x-forwarded-for. */
  proxies: number;
  /** Requests a second that one caller may go on sending; 0 does not count them. */
  rate: number;
  /** A bearer token that /metrics asks for; without one it answers this machine only. */
  metricsToken: string | undefined;
};

/** Reads BASE_URL, TRUST_PROXY, RATE_LIMIT (50 by default) and METRICS_TOKEN; refuses what cannot be meant. */
export function securityOf(env: Record<string, string | undefined>): Security {
  const base = env.BASE_URL?.trim();
  if (base && !/^https?:\/\/./.test(base))
    throw new Fault(`BASE_URL is ${base}, which is not an address such as https://tandem.example.org.`);
  return {
    baseUrl: base ? new URL(base) : undefined,
    proxies: count(env, 'TRUST_PROXY', 0),
    rate: count(env, 'RATE_LIMIT', 50),
    metricsToken: env.METRICS_TOKEN?.trim() || undefined,
  };
}

function count(env: Record<string, string | undefined>, name: string, usual: number): number {
  const text = env[name]?.trim();
  if (!text) return usual;
  if (!/^\d{1,9}$/.test(text)) throw new Fault(`${name} is ${text}, which is not a whole number from 0.`);
  return Number(text);
}

const names = new Map<string, Name>(
  [...operations].map(([name, { method, path }]) => [
    `${method} /api${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    name,
  ]),
);

/** The operation that a request asks for; undefined for pages and the rest. */
export function operationOf(context: Context<Carried>): Name | undefined {
  const routes = matchedRoutes(context).map(({ method, path }) => names.get(`${method} ${path}`));
  return routes.find((name) => name !== undefined);
}

/** Whether the request came by https, as far as a proxy's word or BASE_URL tells. */
export function isSecure(context: Context<Carried>, { baseUrl, proxies }: Security): boolean {
  if (proxies > 0 && context.req.header('x-forwarded-proto') === 'https') return true;
  return baseUrl?.protocol === 'https:';
}

/** The client's address; of an IPv6 address the half that one customer of a provider has. */
export function addressOf(context: Context<Carried>, { proxies }: Security): string {
  const { incoming } = (context.env ?? {}) as {
    incoming?: { socket?: { remoteAddress?: string | undefined } };
  };
  const direct = incoming?.socket?.remoteAddress ?? 'unknown';
  const forwarded = context.req.header('x-forwarded-for')?.split(',') ?? [];
  const address = (proxies > 0 && forwarded.at(-proxies)?.trim()) || direct;
  return network(address.replace(/^::ffff:(?=\d+\.)/i, ''));
}

function network(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::').map((part) => part.split(':').filter(Boolean)) as [
    string[] | undefined,
    string[] | undefined,
  ];
  const first = [...head];
  const zeros = tail === undefined ? 0 : 8 - first.length - tail.length;
  return `${[...first, ...Array<string>(Math.max(0, zeros)).fill('0'), ...(tail ?? [])].slice(0, 4).join(':')}::/64`;
}
