// A process to be killed: starts the embedded PostgreSQL of a folder and says each number as soon as its row is acknowledged.
import { writeSync } from 'node:fs';
import pg from 'pg';
import { startEmbedded } from '#db/embedded.ts';
import { wordsOf } from '#db/place-fault.ts';

const say = (text: string) => writeSync(1, `${text}\n`);

try {
  const { connection, stop } = await startEmbedded({
    folder: process.argv[2]!,
    log: { info() {}, warn() {}, error() {} },
  });
  const client = new pg.Client(connection);
  await client.connect();
  await client.query('create table if not exists written (number integer primary key)');
  const { rows } = await client.query<{ next: number }>(
    'select coalesce(max(number), 0) + 1 as next from written',
  );
  const last = rows[0]!.next + Number(process.argv[3] ?? Number.POSITIVE_INFINITY);
  for (let number = rows[0]!.next; number < last; number++) {
    await client.query('insert into written values ($1)', [number]);
    say(String(number));
  }
  await client.end();
  await stop();
} catch (error) {
  say(wordsOf(error));
  process.exitCode = 1;
}
