import type { MiddlewareHandler } from 'hono';
import { Refused } from '#contract/refused.ts';
import type { Carried } from './rest.ts';
import type { Security } from './security.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site's page makes a browser send. Browsers say where a request comes from (Sec-Fetch-Site, or Origin
 * where that is missing); a request that says neither is not a browser's, and one with a token was not sent by a browser on its own.
 */
export function sameOriginOnly({ baseUrl }: Security): MiddlewareHandler<Carried> {
  return async (context, next) => {
    const { req } = context;
    if (reading.has(req.method) || req.header('authorization') !== undefined) return next();
    const site = req.header('sec-fetch-site');
    const origin = req.header('origin');
    const ours = [req.header('host') ?? new URL(req.url).host, baseUrl?.host];
    const fromOurs = origin !== undefined && URL.canParse(origin) && ours.includes(new URL(origin).host);
    const own =
      site === undefined ? origin === undefined || fromOurs : site === 'same-origin' || site === 'none';
    if (own || (baseUrl !== undefined && origin === baseUrl.origin)) return next();
    throw new Refused('forbidden', 'This request came from another site, so it was not carried out.');
  };
}
