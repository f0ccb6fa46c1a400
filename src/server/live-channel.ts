import pg from 'pg';
import type { Noun } from '#contract/index.ts';
import { type OpenDatabase, settled } from '#db/open.ts';

/** What became stale, by organisation. */
export type Stale = Map<string, Set<Noun>>;

/** The line between all processes over one database: what one of them says, all hear, itself included. */
export type Channel = {
  say(organisation: string, nouns: Iterable<Noun>): void;
  start(): Promise<void>;
  stop(): Promise<void>;
};

type Heard = {
  heard(organisation: string, nouns: readonly Noun[]): void;
  /** The line was lost and is back: whatever was said meanwhile is unknown. */
  missed(): void;
  log(text: string): void;
};

const name = 'tandem_live';
const gathering = 50;
const checking = 15_000;
// PostgreSQL takes at most 7999 bytes, and an organisation needs some 300.
const fits = 20;

/**
 * A LISTEN/NOTIFY connection that comes back by itself. NOTIFY in a transaction holds a lock of the whole server during its
 * commit, which would put all writers in one line; so it is sent afterwards, on this connection, once for all that 50 ms brought.
 */
export function channel(database: Pick<OpenDatabase, 'connection'>, { heard, missed, log }: Heard): Channel {
  const unsent: Stale = new Map();
  let client: pg.Client | undefined;
  let sending: NodeJS.Timeout | undefined;
  let again: NodeJS.Timeout | undefined;
  let checks: NodeJS.Timeout | undefined;
  let wait = 100;
  let stopped = true;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ ...settled(database.connection), keepAlive: true, query_timeout: 10_000 });
    fresh.on('error', () => lost(fresh));
    fresh.on('end', () => lost(fresh));
    fresh.on('notification', ({ payload = '{}' }) => {
      const said = JSON.parse(payload) as Record<string, Noun[]>;
      for (const [organisation, nouns] of Object.entries(said)) heard(organisation, nouns);
    });
    await fresh.connect();
    await fresh.query(`listen ${name}`);
    client = fresh;
    wait = 100;
    if (stopped) return void fresh.end().catch(() => {});
    if (unsent.size > 0) later();
  }

  function lost(which: pg.Client): void {
    if (stopped || which !== client) return;
    client = undefined;
    // pg keeps the socket of a connection that timed out.
    which.end().catch(() => {});
    log('The connection that live updates come by was lost');
    retry();
  }

  function retry(): void {
    again = setTimeout(async () => {
      try {
        await connect();
        missed();
      } catch {
        wait = Math.min(5_000, wait * 2);
        if (!stopped) retry();
      }
    }, wait);
  }

  function later(): void {
    if (stopped || sending) return;
    sending = setTimeout(async () => {
      sending = undefined;
      await send().catch(() => client && lost(client));
    }, gathering);
  }

  async function send(): Promise<void> {
    if (!client) return;
    const taken = [...unsent];
    unsent.clear();
    for (let at = 0; at < taken.length; at += fits) {
      const said = taken.slice(at, at + fits).map(([organisation, nouns]) => [organisation, [...nouns]]);
      try {
        await client.query('select pg_notify($1, $2)', [name, JSON.stringify(Object.fromEntries(said))]);
      } catch (fault) {
        for (const [organisation, nouns] of taken.slice(at)) keep(organisation, nouns);
        throw fault;
      }
    }
  }

  function keep(organisation: string, nouns: Iterable<Noun>): void {
    const kept = unsent.get(organisation) ?? new Set();
    for (const noun of nouns) kept.add(noun);
    unsent.set(organisation, kept);
  }

  return {
    say(organisation, nouns) {
      if (stopped) return;
      keep(organisation, nouns);
      later();
    },
    async start() {
      stopped = false;
      await connect().catch(() => retry());
      // A connection that a network swallowed says nothing by itself.
      checks = setInterval(
        () => void client?.query('select 1').catch(() => client && lost(client)),
        checking,
      );
      checks.unref();
    },
    async stop() {
      clearTimeout(sending);
      clearTimeout(again);
      clearInterval(checks);
      await send().catch(() => {});
      stopped = true;
      await client?.end().catch(() => {});
      client = undefined;
    },
  };
}
