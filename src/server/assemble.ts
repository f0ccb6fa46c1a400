import { join } from 'node:path';
import type { Hono } from 'hono';
import type { Event } from '#app/act.ts';
import type { Source } from '#app/connector/source.ts';
import type { IssueTracker } from '#app/initiative/tracker.ts';
import type { Tandem } from '#app/perform.ts';
import { memory } from '#app/remembered.ts';
import type { OpenDatabase } from '#db/open.ts';
import { collecting } from '#jobs/collecting.ts';
import { jobs } from '#jobs/jobs.ts';
import { recomputing } from '#jobs/recomputing.ts';
import { synchronising } from '#jobs/synchronising.ts';
import { turnOfDay } from '#jobs/turn-of-day.ts';
import { readAllowed } from '#sources/allowed.ts';
import type { openSource } from '#sources/open.ts';
import type { Resolve } from '#sources/resolve.ts';
import { serverApp } from './app.ts';
import { signIn } from './auth.ts';
import { callerOf } from './auth-caller.ts';
import { live } from './live.ts';
import { metricsOf, watchProcess } from './metrics.ts';
import type { Carried } from './rest.ts';
import { sealer } from './sealer.ts';
import type { Secrets } from './secrets.ts';
import type { Security } from './security.ts';

/** What Tandem is put together from; tests bring a database and a clock of their own, and nothing else differs. */
export type Material = {
  database: OpenDatabase;
  secrets: Secrets;
  security: Security;
  clock: () => string;
  log(entry: Record<string, unknown>): void;
  /** How sources find the addresses of a name: as the system does unless it says otherwise. */
  resolve?: Resolve;
};

/** What runs beside the requests: begins once the server listens, and ends before the database is closed. */
export type Background = {
  start(): void | Promise<void>;
  /** Lets go of requests that would never end by themselves, before the server waits for those in flight. */
  drain?(): void;
  stop(): Promise<void>;
};

/** The product behind its door, the HTTP application in front of it, and what runs beside both. */
export type Assembled = { tandem: Tandem; app: Hono<Carried>; background: Background[] };

/** Puts Tandem together over an open database; nothing listens or runs by itself yet. */
export function assemble({ database, secrets, security, clock, log, resolve }: Material): Assembled {
  const bug = (fault: unknown) => log({ bug: fault instanceof Error ? fault.stack : String(fault) });
  const entry = signIn({ pool: database.auth, secret: secrets.session, log: bug });
  const heard: ((organisation: string, events: readonly Event[]) => void)[] = [];
  const tandem: Tandem = {
    database: database.app,
    memory: memory(),
    ports: {
      clock,
      accounts: entry.accounts,
      auditKey: secrets.audit,
      sealingKeys: secrets.sealing,
      source: sourceOnDemand({ clock, bug, ...(resolve && { resolve }) }),
      tracker: trackerOnDemand({ clock, bug, ...(resolve && { resolve }) }),
      isPlace: (text) => readAllowed(text) !== undefined,
    },
    changed: (organisation, events) => {
      for (const hear of heard) hear(organisation, events);
    },
  };
  const seals = sealer(tandem, bug);
  heard.push(seals.touched);
  const updates = live(database, (text) => log({ live: text }));
  heard.push(updates.changed);
  const running = jobs(
    [turnOfDay(tandem), collecting(tandem), recomputing(tandem), synchronising(tandem)],
    database,
    bug,
  );
  heard.push(running.changed);
  const { app: used, auth, owner } = database;
  const metrics = metricsOf({ app: used, auth, owner });
  const app = serverApp({
    tandem,
    database,
    security,
    metrics,
    live: updates,
    signIn: entry,
    callerOf: (request) => callerOf(request, entry.userOf),
    web: join(import.meta.dirname, '..', '..', 'dist', 'web'),
    log,
  });
  const watching: Background = { start: () => watchProcess(metrics), stop: async () => {} };
  return { tandem, app, background: [seals, watching, updates, running] };
}

// The drivers behind it are heavy, and most processes are asked for a page long before a connector is due.
function sourceOnDemand(world: NonNullable<Parameters<typeof openSource>[0]>): Source {
  let opening: Promise<Source> | undefined;
  return {
    fetch: async (ask, signal) => {
      opening ??= import('#sources/open.ts').then(({ openSource }) => openSource(world));
      return (await opening).fetch(ask, signal);
    },
  };
}

function trackerOnDemand(world: NonNullable<Parameters<typeof openSource>[0]>): IssueTracker {
  let opening: Promise<IssueTracker> | undefined;
  const opened = () => {
    opening ??= import('#sources/open-tracker.ts').then(({ openTracker }) => openTracker(world));
    return opening;
  };
  return {
    issues: async (ask, keys, signal) => (await opened()).issues(ask, keys, signal),
    signedInAs: async (ask, signal) => (await opened()).signedInAs(ask, signal),
  };
}
