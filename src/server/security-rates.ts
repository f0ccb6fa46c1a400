import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { Refused } from '#contract/refused.ts';
import { cookieName } from './auth.ts';
import type { Carried } from './rest.ts';
import { addressOf, type Security } from './security.ts';

// A page asks for ten things at once and a script sends what it has saved up: that is no attack.
const burst = 20;
const most = 20_000;

type Bucket = { left: number; at: number };

/** Buckets that fill up steadily; kept in memory, so each process counts for itself. */
export function buckets(rate: number, size: number, now: () => number = () => performance.now()) {
  const kept = new Map<string, Bucket>();
  const filled = ({ left, at }: Bucket) => Math.min(size, left + ((now() - at) / 1000) * rate);
  const waitFor = (key: string, amount = 1) => {
    const bucket = kept.get(key);
    return bucket ? Math.max(0, Math.ceil((amount - filled(bucket)) / rate)) : 0;
  };
  return {
    /** The seconds until a bucket has enough again. */
    waitFor,
    /** Takes from a bucket; gives the seconds to wait when it is empty, 0 when there was enough. */
    take(key: string, amount = 1): number {
      const wait = waitFor(key, amount);
      if (wait > 0) return wait;
      const bucket = kept.get(key);
      kept.set(key, { left: (bucket ? filled(bucket) : size) - amount, at: now() });
      if (kept.size > most) for (const [name, each] of kept) if (filled(each) >= size) kept.delete(name);
      return 0;
    },
  };
}

/** Refuses a caller (a token, a session, or an address without either) who sends more than the rate, and an address that keeps guessing tokens. */
export function limitRates(security: Security): MiddlewareHandler<Carried> {
  const { rate } = security;
  if (rate === 0) return (_context, next) => next();
  const callers = buckets(rate, rate * burst);
  const guesses = buckets(1, 100);
  return async (context, next) => {
    const address = addressOf(context, security);
    refuse(context, callers.take(callerKey(context) ?? address));
    const hasToken = context.req.header('authorization') !== undefined;
    if (hasToken) refuse(context, guesses.waitFor(address));
    await next();
    if (hasToken && context.res.status === 401) guesses.take(address);
  };
}

function callerKey(context: Context<Carried>): string | undefined {
  const authorization = context.req.header('authorization');
  const credential = authorization ?? sessionIn(context.req.header('cookie'));
  return credential && createHash('sha256').update(credential).digest('base64');
}

function sessionIn(cookies: string | undefined): string | undefined {
  return cookies?.split(/;\s*/).find((cookie) => cookie.startsWith(`${cookieName}=`));
}

/** Answers 429 with the time to wait. */
export function refuse(context: Context<Carried>, seconds: number): void {
  if (seconds === 0) return;
  context.header('retry-after', String(seconds));
  throw new Refused('too_many_requests', `Too many requests. Try again in ${inWords(seconds)}.`);
}

function inWords(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? 'a second' : `${seconds} seconds`;
  return `${Math.ceil(seconds / 60)} minutes`;
}
