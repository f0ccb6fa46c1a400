import type { MiddlewareHandler } from 'hono';
import type { Carried } from './rest.ts';
import { isSecure, type Security } from './security.ts';

const always: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
};

/** Sets the headers that keep a browser from doing more with an answer than it should; a route's own policy stays. */
export function securityHeaders(security: Security): MiddlewareHandler<Carried> {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    for (const [name, value] of Object.entries(always)) context.header(name, value);
    if (!headers.has('content-security-policy'))
      context.header('content-security-policy', "default-src 'none'; frame-ancestors 'none'");
    if (!headers.has('cache-control')) {
      // What a GET gave may be kept to be asked about again; a secret that a write showed once may not be kept at all.
      context.header('cache-control', context.req.method === 'GET' ? 'private, no-cache' : 'no-store');
    }
    if (isSecure(context, security)) {
      context.header('strict-transport-security', 'max-age=31536000');
      secureCookies(context.res.headers);
    }
  };
}

function secureCookies(headers: Headers): void {
  const cookies = headers.getSetCookie();
  if (cookies.length === 0) return;
  headers.delete('set-cookie');
  for (const cookie of cookies)
    headers.append('set-cookie', /;\s*secure/i.test(cookie) ? cookie : `${cookie}; Secure`);
}
