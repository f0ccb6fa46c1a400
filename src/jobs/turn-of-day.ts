import pg from 'pg';
import { type Db, type Job, PgBoss } from 'pg-boss';
import type { Tandem } from '#app/perform.ts';
import { organisationsToTurn, turnDay } from '#app/turn-of-day.ts';
import { type OpenDatabase, settled } from '#db/open.ts';

/** What runs by itself: starts with the server, ends before the database is closed. */
export type Jobs = { start(): Promise<void>; stop(): Promise<void> };

type Pace = {
  /** How often waiting jobs are looked for. */
  everySeconds: number;
  /** How long a failed job waits at first; each further time twice as long. */
  retrySeconds: number;
};

const round = 'round';
const turn = 'turn-of-day';
const usual: Pace = { everySeconds: 5, retrySeconds: 5 };

/**
 * The jobs of one process, kept by pg-boss in the schema `jobs`; over one database any number of processes share them. Each minute
 * one of them looks for organisations whose day has turned. A day that turned while nothing ran is turned at the next start.
 */
export function jobs(
  tandem: Tandem,
  database: Pick<OpenDatabase, 'connection'>,
  log: (fault: unknown) => void,
  { everySeconds, retrySeconds }: Pace = usual,
): Jobs {
  // Not the owner's pool: pg-boss reckons with JavaScript Dates.
  let pool: pg.Pool | undefined;
  let boss: PgBoss | undefined;
  let starting: Promise<void> = Promise.resolve();

  async function begin(): Promise<void> {
    pool = new pg.Pool({ ...settled(database.connection), max: 2 });
    pool.on('error', log);
    const db: Db = { executeSql: (text, values) => pool!.query(text, values) };
    boss = new PgBoss({ db, schema: 'jobs', cronMonitorIntervalSeconds: 30, cronWorkerIntervalSeconds: 5 });
    boss.on('error', log);
    await boss.start();
    await boss.createQueue(round, {
      policy: 'exclusive',
      retryLimit: 0,
      expireInSeconds: 300,
      deleteAfterSeconds: 3_600,
    });
    await boss.createQueue(turn, {
      policy: 'exclusive',
      retryLimit: 20,
      retryDelay: retrySeconds,
      retryBackoff: true,
      retryDelayMax: 900,
      deleteAfterSeconds: 86_400,
    });
    const polling = { pollingIntervalSeconds: everySeconds };
    await boss.work(round, polling, lookAround);
    await boss.work(turn, polling, turnDays);
    await boss.schedule(round, '* * * * *');
    await boss.send(round);
  }

  async function lookAround(): Promise<void> {
    for (const { organisation, day } of await organisationsToTurn(tandem))
      await boss?.send(turn, { organisation, day }, { singletonKey: organisation });
  }

  // pg-boss notes a failure and tries again, but tells nobody.
  async function turnDays(waiting: Job<{ organisation: string }>[]): Promise<void> {
    try {
      for (const { id, data } of waiting) await turnDay(tandem, data.organisation, id);
    } catch (fault) {
      log(fault);
      throw fault;
    }
  }

  return {
    async start() {
      starting = begin();
      await starting;
    },
    async stop() {
      await starting.catch(() => {});
      await boss?.stop({ graceful: true, timeout: 5_000 });
      const open = pool;
      [boss, pool] = [undefined, undefined];
      await open?.end();
    },
  };
}
