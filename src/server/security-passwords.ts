import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import type pg from 'pg';
import type { Carried } from './rest.ts';
import { addressOf, type Security } from './security.ts';
import { refuse } from './security-rates.ts';

const window = 10 * 60 * 1000;
const perAccount = 10;
const perAddress = 50;

/** The paths on which a password can be guessed. */
const guarded = /^\/api\/(auth\/(sign-in\/email|change-password)|invitation-links\/[^/]+)$/;

/**
 * Refuses to try more than 10 wrong passwords on one account, or 50 from one address, in ten minutes. Counted in the database, so
 * that it holds for all processes together; a right password is taken off the count.
 */
export function limitPasswords(pool: pg.Pool, security: Security): MiddlewareHandler<Carried> {
  return async (context, next) => {
    if (context.req.method !== 'POST' || !guarded.test(context.req.path)) return next();
    const keys: [key: string, most: number][] = [
      [`address ${addressOf(context, security)}`, perAddress],
      [`account ${await accountOf(context)}`, perAccount],
    ];
    // Counted before it is tried: a hundred guesses at once must not all find the count at zero.
    for (const [key, most] of keys) refuse(context, await taken(pool, key, most));
    await next();
    if (context.res.ok)
      await givenBack(
        pool,
        keys.map(([key]) => key),
      );
  };
}

async function accountOf(context: Context<Carried>): Promise<string> {
  const { email } = (await context.req.raw
    .clone()
    .json()
    .catch(() => ({}))) as { email?: unknown };
  const named = typeof email === 'string' ? email.trim().toLowerCase() : undefined;
  // A change of password is bound to its session, an invitation to its link.
  const what = named ?? `${context.req.path} ${context.req.header('cookie') ?? ''}`;
  return createHash('sha256').update(what).digest('base64url');
}

async function taken(pool: pg.Pool, key: string, most: number): Promise<number> {
  const now = Date.now();
  const { rows } = await pool.query<{ count: number; last_request: string }>(
    `insert into rate_limit as r (id, key, count, last_request) values ($1, $1, 1, $2)
     on conflict (key) do update set
       count = case when r.last_request <= $3 then 1 else r.count + 1 end,
       last_request = case when r.last_request <= $3 then $2 else r.last_request end
     returning count, last_request`,
    [key, now, now - window],
  );
  const { count, last_request } = rows[0]!;
  if (count === 1) await pool.query('delete from rate_limit where last_request <= $1', [now - window]);
  return count <= most ? 0 : Math.max(1, Math.ceil((Number(last_request) + window - now) / 1000));
}

async function givenBack(pool: pg.Pool, [address, account]: string[]): Promise<void> {
  await pool.query('update rate_limit set count = greatest(count - 1, 0) where key = $1', [address]);
  await pool.query('delete from rate_limit where key = $1', [account]);
}
