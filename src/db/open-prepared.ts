import pg from 'pg';

// Each connection of the server keeps what was prepared until it ends, so a statement whose text varies without end must not fill it.
const most = 300;
const longest = 5_000;

type Ask = (text: unknown, values?: unknown, ...rest: unknown[]) => unknown;

/**
 * A client that prepares each statement with parameters once and keeps its plan: planning a query over the partitions of `reading`
 * was measured to cost more than running it. Behind a pooler that hands out connections by the transaction it needs one that knows
 * prepared statements (PgBouncer from 1.21 on).
 */
export class PreparingClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    const names = new Map<string, string>();
    const ask = this.query.bind(this) as Ask;
    const prepared: Ask = (text, values, ...rest) => {
      if (typeof text !== 'string' || !Array.isArray(values) || values.length === 0)
        return ask(text, values, ...rest);
      const name = nameOf(names, text);
      return name ? ask({ name, text, values }, ...rest) : ask(text, values, ...rest);
    };
    this.query = prepared as typeof this.query;
  }
}

function nameOf(names: Map<string, string>, text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= most || text.length > longest) return known;
  const name = `tandem_${names.size}`;
  names.set(text, name);
  return name;
}
