import pg from 'pg';
import { SourceFault } from '#app/connector/source.ts';
import type { SqlConfig } from '#domain/connector/config.ts';
import { sizeInWords } from './limits.ts';
import type { Pull } from './pull.ts';
import type { SqlRow, WithSql } from './sql.ts';

// Every value as the server writes it: a decimal keeps its digits, and a timestamp its offset.
const asText = { getTypeParser: () => (text: string) => text };

/** A session with PostgreSQL: a read-only transaction in the organisation's time zone, which is always rolled back. */
export const queryPostgresql: WithSql = async (pull, { address, port }, use) => {
  const { config, signal, span, limits } = pull;
  const client = new pg.Client({
    host: address,
    port,
    database: config.database,
    user: config.user,
    // A function: for an empty password pg would take the PGPASSWORD of whoever started Tandem, and send it to a stranger's server.
    password: () => pull.secrets.password ?? '',
    ssl: tlsOf(config, address),
    connectionTimeoutMillis: 10_000,
    application_name: 'Tandem',
    options: `-c statement_timeout=${limits.requestSeconds * 1000} -c default_transaction_read_only=on`,
  });
  client.on('error', () => {});
  const abort = () => endHard(client);
  signal.addEventListener('abort', abort, { once: true });
  try {
    signal.throwIfAborted();
    await client.connect();
    await client.query('begin transaction read only');
    await client.query("select set_config('timezone', $1, true)", [span.timeZone]);
    // A server from 14 on notices that the pull was stopped, and gives up the query that nobody waits for.
    await client.query(
      "select set_config('client_connection_check_interval', '2s', true) where current_setting('server_version_num')::int >= 140000",
    );
    return await use({ rows: (text, values) => rowsOf(client, text, values, pull) });
  } catch (error) {
    throw faultOf(error, limits.requestSeconds);
  } finally {
    signal.removeEventListener('abort', abort);
    endHard(client);
  }
};

// The transaction ends with the connection; a polite goodbye would wait for a query that still runs.
function endHard(client: pg.Client): void {
  const { stream } = (client as unknown as { connection: { stream: { destroy(): void } } }).connection;
  stream.destroy();
}

function tlsOf({ tls, host, authority }: SqlConfig, address: string) {
  if (tls === 'off') return false;
  return {
    rejectUnauthorized: tls === 'verify',
    host: address,
    ...(host !== address && { servername: host }),
    ...(authority !== undefined && { ca: authority }),
  };
}

function rowsOf(client: pg.Client, text: string, values: string[], { limits }: Pull): Promise<SqlRow[]> {
  return new Promise((done, fail) => {
    const rows: SqlRow[] = [];
    let size = 0;
    // The extended protocol takes a single statement, also when it has no parameters.
    const query = new pg.Query({ text, values, types: asText, queryMode: 'extended' } as pg.QueryConfig);
    query.on('row', (row: Record<string, string | null>) => {
      for (const cell of Object.values(row)) size += cell?.length ?? 0;
      if (size <= limits.answerBytes) return void rows.push(row);
      fail(
        new SourceFault(
          `The query gives more than ${sizeInWords(limits.answerBytes)}: ask for less at once.`,
        ),
      );
      endHard(client);
    });
    query.on('end', () => done(rows));
    query.on('error', fail);
    client.query(query);
  });
}

function faultOf(error: unknown, seconds: number): unknown {
  if (!(error instanceof pg.DatabaseError)) return driverFault(error);
  const { code = '', message } = error;
  if (code === '57014')
    return new SourceFault(`The query took longer than ${seconds} s: make it simpler.`, { retry: true });
  if (code === '25006') return new SourceFault(`The query may only read: ${message}.`);
  // 08 connection, 40 serialisation, 53 out of something, 57P shutting down
  if (/^(08|40|53|57P)/.test(code)) return new SourceFault(`PostgreSQL says: ${message}.`, { retry: true });
  return new SourceFault(`PostgreSQL says: ${message}.`);
}

// What pg says for itself has no code.
function driverFault(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof SourceFault || 'code' in error) return error;
  if (/timeout/i.test(error.message)) return Object.assign(new Error(error.message), { code: 'ETIMEDOUT' });
  if (/terminated/i.test(error.message))
    return Object.assign(new Error(error.message), { code: 'ECONNRESET' });
  if (/does not support SSL/i.test(error.message))
    return new SourceFault('This PostgreSQL does not speak TLS: switch TLS off, or have it set up there.');
  if (/password/i.test(error.message)) return new SourceFault('PostgreSQL asks for a password: give one.');
  return error;
}
