import pg from 'pg';
import { type Db, PgBoss, type Job as Waiting } from 'pg-boss';
import type { Event } from '#app/act.ts';
import { type OpenDatabase, settled } from '#db/open.ts';

/** What runs by itself: starts with the server, ends before the database is closed. */
export type Jobs = {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Hears what was done in this process, so that a job need not wait for its next round. */
  changed(organisation: string, events: readonly Event[]): void;
};

/** Something to do; while it waits or runs, nothing else is taken under the same key. */
export type Due<D extends object = object> = { key: string; data: D };

/** One kind of job: what is due, and how it is done. Each is done by whichever process takes it. */
export type Job<D extends object = object> = {
  name: string;
  /** Everything that is due now; asked each minute by one of the processes. */
  due(): Promise<Due<D>[]>;
  /** What is to be done at once after an event of this process. */
  after?(organisation: string, event: Event): Due<D> | undefined;
  /** Does one thing; `id` names the job in the audit log. A throw is tried again, later each time. */
  run(data: D, id: string): Promise<void>;
  /** How many run beside each other in one process: 1 unless it says so. */
  beside?: number;
  /** After how many seconds another process may take what a dead one held: 15 minutes unless it says so. */
  heldSeconds?: number;
};

type Pace = {
  /** How often waiting jobs are looked for. */
  everySeconds: number;
  /** How long a failed job waits at first; each further time twice as long. */
  retrySeconds: number;
};

const round = 'round';
const usual: Pace = { everySeconds: 5, retrySeconds: 5 };

/**
 * The jobs of one process, kept by pg-boss in the schema `jobs`; over one database any number of processes share them. Each minute
 * one of them looks for what is due; what fell due while nothing ran is done at the next start.
 */
export function jobs(
  list: readonly Job[],
  database: Pick<OpenDatabase, 'connection'>,
  log: (fault: unknown) => void,
  { everySeconds, retrySeconds }: Pace = usual,
): Jobs {
  // Not the owner's pool: pg-boss reckons with JavaScript Dates.
  let pool: pg.Pool | undefined;
  let boss: PgBoss | undefined;
  let starting: Promise<void> = Promise.resolve();
  const workers = new Map<string, string[]>();

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
    for (const { name, heldSeconds = 900 } of list)
      await boss.createQueue(name, {
        policy: 'exclusive',
        retryLimit: 20,
        retryDelay: retrySeconds,
        retryBackoff: true,
        retryDelayMax: 900,
        expireInSeconds: heldSeconds,
        deleteAfterSeconds: 86_400,
      });
    const polling = { pollingIntervalSeconds: everySeconds };
    await boss.work(round, polling, lookAround);
    for (const job of list) {
      const ids: string[] = [];
      for (let place = 0; place < (job.beside ?? 1); place++)
        ids.push(
          await boss.work(job.name, polling, async (waiting: Waiting<object>[]) => {
            await done(job, waiting);
            // Where one was there may be more: pg-boss would sleep between any two.
            boss?.notifyWorker(ids[place]!);
          }),
        );
      workers.set(job.name, ids);
    }
    await boss.schedule(round, '* * * * *');
    await boss.send(round);
  }

  // One kind that cannot say what is due does not keep the others from it.
  async function lookAround(): Promise<void> {
    for (const job of list) {
      try {
        for (const { key, data } of await job.due()) await boss?.send(job.name, data, { singletonKey: key });
      } catch (fault) {
        log(fault);
      }
    }
  }

  // pg-boss notes a failure and tries again, but tells nobody.
  async function done(job: Job, waiting: Waiting<object>[]): Promise<void> {
    try {
      for (const { id, data } of waiting) await job.run(data, id);
    } catch (fault) {
      log(fault);
      throw fault;
    }
  }

  async function atOnce({ name }: Job, { key, data }: Due): Promise<void> {
    await boss?.send(name, data, { singletonKey: key });
    for (const id of workers.get(name) ?? []) boss?.notifyWorker(id);
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
      workers.clear();
      await open?.end();
    },
    changed(organisation, events) {
      for (const event of events)
        for (const job of list) {
          const due = job.after?.(organisation, event);
          if (due) atOnce(job, due).catch(log);
        }
    },
  };
}
