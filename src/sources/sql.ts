import { SourceFault, type SourceRow } from '#app/connector/source.ts';
import type { SqlConfig } from '#domain/connector/config.ts';
import type { Placeholder } from '#domain/connector/placeholders.ts';
import { queryMysql } from './mysql.ts';
import { networkFault } from './network-fault.ts';
import { eachPeriod, wholeSpan } from './per-period.ts';
import { queryPostgresql } from './postgresql.ts';
import type { Pull } from './pull.ts';
import { permittedAddresses } from './resolve.ts';
import { type RawRow, readRows } from './rows.ts';
import { type Bounds, filler } from './span.ts';
import { boundQuery } from './sql-text.ts';

/** One row of a database's answer: texts and numbers by the names of its columns. */
export type SqlRow = Readonly<Record<string, unknown>>;

/** A read-only transaction in which queries run one after the other; `values` are those of the query's parameters. */
export type SqlSession = { rows(text: string, values: string[]): Promise<SqlRow[]> };

/** Opens a session at an address that was checked, gives it to `use`, and closes it whatever happens. */
export type WithSql = (
  pull: Pull<SqlConfig>,
  place: { address: string; port: number },
  use: (session: SqlSession) => Promise<RawRow[]>,
) => Promise<RawRow[]>;

const ports = { postgresql: 5432, mysql: 3306 };
const engines: Record<SqlConfig['engine'], WithSql> = { postgresql: queryPostgresql, mysql: queryMysql };

/** The rows of one query, or one row for each period that it is asked about. */
export async function fetchSql(pull: Pull<SqlConfig>): Promise<SourceRow[]> {
  const { config, limits, signal } = pull;
  const port = config.port ?? ports[config.engine];
  const { text, names } = boundQuery(config.query, config.engine, config.result === 'rows' ? limits.rows : 1);
  const asked = config.result === 'rows' ? [wholeSpan(pull)] : eachPeriod(pull);
  const use = async (session: SqlSession) => {
    const rows: RawRow[] = [];
    for (const bounds of asked) {
      signal.throwIfAborted();
      const found = await session.rows(text, valuesFor(names, bounds));
      rows.push(...(config.result === 'rows' ? manyRows(found, limits.rows) : singleRow(found, bounds)));
    }
    return rows;
  };
  const addresses = await permittedAddresses(config.host, port, pull.network, signal);
  return readRows(await firstThatAnswers(pull, addresses, port, use), pull);
}

// A name may have an address of each family while the database listens at one: localhost is the usual case.
async function firstThatAnswers(
  pull: Pull<SqlConfig>,
  addresses: readonly string[],
  port: number,
  use: (session: SqlSession) => Promise<RawRow[]>,
): Promise<RawRow[]> {
  const { engine, host } = pull.config;
  for (const [index, address] of addresses.entries()) {
    try {
      return await engines[engine](pull, { address, port }, use);
    } catch (error) {
      const silent = /^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/.test(
        String((error as { code?: unknown }).code),
      );
      if (silent && index < addresses.length - 1) continue;
      throw networkFault(pull.signal.aborted ? pull.signal.reason : error, `${host}:${port}`);
    }
  }
  throw new SourceFault(`${host} has no address.`, { retry: true });
}

function valuesFor(names: readonly Placeholder[], bounds: Bounds): string[] {
  const fill = filler(bounds);
  return names.map(fill);
}

function manyRows(found: readonly SqlRow[], most: number): RawRow[] {
  if (found.length > most)
    throw new SourceFault(`The query gives more than ${most} rows: ask for less at once.`);
  return found.map((row, index) => {
    const cells = byName(row);
    if (index === 0) refuseColumns(cells, true);
    return { ...amounts(cells), at: `row ${index + 1}`, period: cells.get('period') };
  });
}

function singleRow(found: readonly SqlRow[], { period }: Bounds): RawRow[] {
  if (found.length > 1)
    throw new SourceFault(
      `The query gives more than one row for ${period}: let it give one, or choose many rows and give it a column period.`,
    );
  return found.map((row) => {
    const cells = byName(row);
    // The only column is the value, whatever the database calls it: count, count(*), ?column?.
    if (cells.size === 1) return { at: period, period, value: [...cells.values()][0] };
    refuseColumns(cells, false);
    return { ...amounts(cells), at: period, period };
  });
}

function byName(row: SqlRow): Map<string, unknown> {
  return new Map(Object.entries(row).map(([name, cell]) => [name.toLowerCase(), cell]));
}

function amounts(cells: Map<string, unknown>) {
  const { value, numerator, denominator, note } = Object.fromEntries(cells);
  return { value, numerator, denominator, note };
}

function refuseColumns(cells: Map<string, unknown>, many: boolean): void {
  const counted = cells.has('value') || (cells.has('numerator') && cells.has('denominator'));
  if (counted && (!many || cells.has('period'))) return;
  const needed = `${many ? 'period and ' : ''}value, or ${many ? 'period, ' : ''}numerator and denominator`;
  throw new SourceFault(`The query gives the columns ${[...cells.keys()].join(', ')}: name them ${needed}.`);
}
