import type { Hono } from 'hono';
import type pg from 'pg';
import type { Carried } from './rest.ts';

/** Whether this process can do its work, in words. */
type Readiness = { ready: boolean; database: string; migrations: string };

const patience = 2_000;

/** Looks at the database: it answers, and nobody has migrated it further than this process knows. */
function readiness(owner: pg.Pool): () => Promise<Readiness> {
  let known: number | undefined;
  return async () => {
    try {
      const newest = await within(patience, newestMigration(owner));
      known ??= newest;
      const current = newest === known;
      const migrations = current ? 'current' : `at ${newest}, but this process was started at ${known}`;
      return { ready: current, database: 'answers', migrations };
    } catch {
      return { ready: false, database: 'does not answer', migrations: 'unknown' };
    }
  };
}

/** Adds /healthz (the process lives) and /readyz (it can work). */
export function health(app: Hono<Carried>, owner: pg.Pool): void {
  const look = readiness(owner);
  app.get('/healthz', (context) => context.json({ alive: true }));
  app.get('/readyz', async (context) => {
    const found = await look();
    return context.json(found, found.ready ? 200 : 503);
  });
}

async function newestMigration(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ newest: number }>('select max(number) as newest from migration');
  return rows[0]!.newest;
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  const late = Promise.withResolvers<T>();
  const timer = setTimeout(() => late.reject(new Error('late')), milliseconds);
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer));
}
