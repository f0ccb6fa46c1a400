import { sql } from 'kysely';
import { lockChain, seal } from '#app/audit/audit-chain.ts';
import type { Tandem } from '#app/perform.ts';
import { transact } from '#app/transaction.ts';

/** Puts audit entries into their chain soon after they are written. */
export type Sealer = {
  /** Says that an organisation has new entries; they are sealed at the next beat. */
  touched(organisation: string): void;
  /** Seals what is open in every organisation, also what a process left behind that was killed. */
  round(): Promise<void>;
  start(): void;
  /** Ends the beat after one last sealing. */
  stop(): Promise<void>;
};

const beat = 1_000;
const beatsPerRound = 60;

/** The sealer of one process; several may run over one database, and take turns for each organisation. */
export function sealer(tandem: Pick<Tandem, 'database' | 'ports'>, log: (fault: unknown) => void): Sealer {
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let beats = 0;

  const sealOne = (organisation: string) =>
    transact(tandem.database, { organisation }, true, async (tx) => {
      const key = tandem.ports.auditKey;
      // Another process is at it, and may have read its batch before our entries came.
      if (!(await lockChain(tx, organisation, false))) waiting.add(organisation);
      else await seal(tx, { key, organisation });
    });
  const flush = async () => {
    const due = [...waiting];
    waiting.clear();
    for (const organisation of due) {
      await sealOne(organisation).catch((fault) => {
        waiting.add(organisation);
        log(fault);
      });
    }
  };
  const round = async () => {
    for (const organisation of await organisations(tandem)) waiting.add(organisation);
    await flush();
  };
  const next = () => {
    running = (beats++ % beatsPerRound === 0 ? round() : flush()).catch(log);
    running.then(() => {
      if (timer) timer = setTimeout(next, beat);
    });
  };
  return {
    touched: (organisation) => void waiting.add(organisation),
    round,
    start: () => {
      timer = setTimeout(next, 0);
    },
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      await running;
      await flush();
    },
  };
}

function organisations(tandem: Pick<Tandem, 'database'>): Promise<string[]> {
  return transact(tandem.database, {}, false, async (tx) => {
    await sql`select set_config('tandem.round', 'on', true)`.execute(tx);
    const rows = await tx.selectFrom('organisation').select('id').execute();
    return rows.map(({ id }) => id);
  });
}
