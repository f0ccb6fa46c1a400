import pg from 'pg';

// Each connection of the server keeps what was prepared until it ends, so a statement whose text varies without end must not fill it.
const most = 300;
const longest = 5_000;

// With a callback, as the pool asks, there is no promise.
type Ask = (text: unknown, values?: unknown, ...rest: unknown[]) => Promise<unknown> | undefined;

/**
 * A client that prepares each statement with parameters once and keeps its plan: planning a query over the partitions of `reading`
 * was measured to cost more than running it. Behind a pooler that hands out connections by the transaction it needs one that knows
 * prepared statements (PgBouncer from 1.21 on).
 */
export class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const names = new Map<string, string>();
    let made = 0;
    const ask = this.query.bind(this) as Ask;
    const prepared: Ask = (text, values, ...rest) => {
      if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
        return ask(text, values, ...rest);
      if (!names.has(text) && names.size < most && text.length <= longest)
        names.set(text, `tandem_${made++}`);
      const name = names.get(text);
      if (!name) return ask(text, values, ...rest);
      const answer = ask({ name, text, values }, ...rest);
      // A newer process has changed the tables: what was prepared no longer fits, and the transaction is tried again with new names.
      answer?.catch((fault) => isOutdatedPlan(fault) && names.clear());
      return answer;
    };
    this.query = prepared as typeof this.query;
  }
}

/** Whether a prepared statement no longer fits its tables; PostgreSQL has no code of its own for it. */
export function isOutdatedPlan(fault: unknown): boolean {
  return fault instanceof Error && fault.message === 'cached plan must not change result type';
}
