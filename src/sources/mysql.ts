import mysql, { type Connection, type Query, type RowDataPacket } from 'mysql2';
import { SourceFault } from '#app/connector/source.ts';
import { dial } from './dial.ts';
import { sizeInWords } from './limits.ts';
import type { Pull } from './pull.ts';
import type { SqlRow, WithSql } from './sql.ts';

/** A session with MySQL or MariaDB: a read-only transaction, in the organisation's time zone where the server knows it. */
export const queryMysql: WithSql = async (pull, place, use) => {
  const { config, signal, span, limits } = pull;
  const socket = await dial(place, signal);
  const connection = mysql.createConnection({
    stream: socket,
    host: config.host,
    database: config.database,
    user: config.user,
    password: pull.secrets.password ?? '',
    ...(config.tls !== 'off' && {
      ssl: {
        rejectUnauthorized: config.tls === 'verify',
        verifyIdentity: config.tls === 'verify',
        ...(config.authority !== undefined && { ca: config.authority }),
      },
    }),
    connectTimeout: 10_000,
    // As texts: a decimal keeps its digits, and a date has no time zone to be moved by.
    dateStrings: true,
    supportBigNumbers: true,
    bigNumberStrings: true,
    // A server may ask for any file of this machine where this is not off.
    flags: ['-LOCAL_FILES'],
    multipleStatements: false,
  });
  connection.on('error', () => {});
  const abort = () => connection.destroy();
  signal.addEventListener('abort', abort, { once: true });
  try {
    const run = (text: string, values: string[] = []) =>
      rowsOf(connection.query(text, values), connection, pull);
    const [server] = await run('select version() as version');
    // Each counts in its own unit, and does not know the other's name.
    await run(
      /mariadb/i.test(String(server?.version))
        ? `set session max_statement_time = ${limits.requestSeconds}`
        : `set session max_execution_time = ${limits.requestSeconds * 1000}`,
    );
    // A server without the tables of time zones knows offsets only; its own zone then stays.
    await run('set session time_zone = ?', [span.timeZone]).catch((error) => {
      if ((error as { errno?: number }).errno !== 1298) throw error;
    });
    await run('set session transaction read only');
    await run('start transaction read only');
    // Prepared: the values go beside the text, and a text that is several statements is refused.
    return await use({ rows: (text, values) => rowsOf(connection.execute(text, values), connection, pull) });
  } catch (error) {
    throw faultOf(error, limits.requestSeconds);
  } finally {
    signal.removeEventListener('abort', abort);
    connection.destroy();
  }
};

function rowsOf(query: Query, connection: Connection, { limits, signal }: Pull): Promise<SqlRow[]> {
  return new Promise((done, fail) => {
    const rows: SqlRow[] = [];
    let size = 0;
    const settle = (end: () => void) => {
      connection.off('error', failed);
      signal.removeEventListener('abort', aborted);
      end();
    };
    const failed = (error: unknown) => settle(() => fail(error));
    const aborted = () => failed(signal.reason);
    // A handshake that fails is told to the connection, and a destroyed one tells nobody: the query would wait for ever.
    connection.once('error', failed);
    signal.addEventListener('abort', aborted, { once: true });
    query
      .on('result', (row: RowDataPacket) => {
        for (const cell of Object.values(row)) size += String(cell).length;
        if (size <= limits.answerBytes) return void rows.push(row);
        failed(
          new SourceFault(
            `The query gives more than ${sizeInWords(limits.answerBytes)}: ask for less at once.`,
          ),
        );
        connection.destroy();
      })
      .on('error', failed)
      .on('end', () => settle(() => done(rows)));
  });
}

function faultOf(error: unknown, seconds: number): unknown {
  const { code, errno, sqlMessage } = error as { code?: string; errno?: number; sqlMessage?: string };
  if (code === 'HANDSHAKE_NO_SSL_SUPPORT')
    return new SourceFault('This database does not speak TLS: switch TLS off, or have it set up there.');
  if (sqlMessage === undefined) return error;
  // 1969 is MariaDB's, 3024 MySQL's
  if (errno === 1969 || errno === 3024)
    return new SourceFault(`The query took longer than ${seconds} s: make it simpler.`, { retry: true });
  if (errno === 1792) return new SourceFault(`The query may only read: ${sqlMessage}.`);
  // too many connections, locks and deadlocks, shutting down
  const retry = [1040, 1053, 1203, 1205, 1213].includes(errno ?? 0);
  return new SourceFault(`The database says: ${sqlMessage}.`, { retry });
}
