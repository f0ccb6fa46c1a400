import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Refused } from '#contract/refused.ts';
import { addDays } from '#domain/time/day.ts';
import { clone, lastLine, type Running, startTandem, temporaryFolder, until } from './tandem.ts';
import { firstVisit, listens, type Visitor, visitor } from './visitor.ts';

/** Writes one reading after the other until told to stop, and keeps what was acknowledged and what was refused. */
function writer(page: Visitor, from: number) {
  const acknowledged = new Map<string, number>();
  const failed: string[] = [];
  let isWriting = true;
  const write = async () => {
    for (let number = from; isWriting; number++) {
      const period = addDays('2010-01-01', number);
      try {
        await page.call('readings.record', { kpi: 'visits', period, value: number });
        acknowledged.set(period, number);
      } catch (fault) {
        failed.push(fault instanceof Refused ? fault.code : `no answer (${(fault as Error).message})`);
        if (!(fault instanceof Refused)) return;
      }
    }
  };
  const written = write();
  const stop = () => {
    isWriting = false;
    return written;
  };
  return { acknowledged, failed, stop };
}

async function missing(page: Visitor, acknowledged: Map<string, number>): Promise<string[]> {
  const kept = new Map(
    (await page.call('readings.list', { kpi: 'visits' })).map(({ period, value }) => [period, value]),
  );
  return [...acknowledged].flatMap(([period, value]) => (kept.get(period) === value ? [] : [period]));
}

const postmaster = (folder: string) =>
  Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);

function lives(pid: number): boolean {
  const stat = `/proc/${pid}/stat`;
  if (existsSync('/proc/self/stat')) return existsSync(stat) && !/\) Z /.test(readFileSync(stat, 'utf8'));
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function stopped(running: Running): Promise<number | null> {
  running.child.kill('SIGTERM');
  return running.ended;
}

test('no acknowledged reading is lost when Tandem, its PostgreSQL or both are killed, and each next start recovers by itself', {
  timeout: 180_000,
}, async (t) => {
  const TANDEM_DATA = temporaryFolder();
  const acknowledged = new Map<string, number>();
  const keep = (more: Map<string, number>) => {
    for (const [period, value] of more) acknowledged.set(period, value);
  };
  let running = await startTandem(t, { TANDEM_DATA });
  const { cookies, call } = await firstVisit(running.address);
  await call('kpis.create', { key: 'visits', name: 'Visits', direction: 'higher', cadence: 'daily' });
  const page = () => visitor(running.address, cookies);

  for (const killed of ['Tandem', 'Tandem and its PostgreSQL']) {
    const writing = writer(page(), acknowledged.size + 1);
    await until('fifty readings are acknowledged', () => writing.acknowledged.size >= 50);
    const orphan = postmaster(TANDEM_DATA);
    running.child.kill('SIGKILL');
    if (killed !== 'Tandem') process.kill(orphan, 'SIGKILL');
    await writing.stop();
    keep(writing.acknowledged);
    const started = performance.now();
    running = await startTandem(t, { TANDEM_DATA });
    t.diagnostic(`${killed} killed: ready again after ${Math.round(performance.now() - started)} ms`);
    assert.ok(running.address, running.said());
    assert.deepEqual(await missing(page(), acknowledged), [], killed);
    assert.ok(!lives(orphan), `the PostgreSQL that ${killed} left behind still runs`);
  }

  const writing = writer(page(), acknowledged.size + 1);
  await until('fifty readings are acknowledged', () => writing.acknowledged.size >= 50);
  process.kill(postmaster(TANDEM_DATA), 'SIGKILL');
  const before = writing.acknowledged.size;
  await until('readings are acknowledged again', () => writing.acknowledged.size > before + 50);
  await writing.stop();
  keep(writing.acknowledged);
  assert.deepEqual(await missing(page(), acknowledged), []);
  // While PostgreSQL is away a write is refused in the product's own words, never as a bug.
  assert.deepEqual(
    writing.failed.filter((code) => code !== 'unavailable'),
    [],
  );
  t.diagnostic(`${acknowledged.size} readings acknowledged, ${writing.failed.length} refused meanwhile`);
  await until('it is ready', async () => (await page().ask('/readyz')).status === 200);

  const verified = await page().call('audit.verify', {});
  assert.equal(verified.sound, true, JSON.stringify(verified.faults));
  const last = postmaster(TANDEM_DATA);
  assert.equal(await stopped(running), 0, running.said());
  assert.ok(!lives(last));
});

test('SIGTERM answers what is in flight, ends open pages, shuts PostgreSQL down and exits with 0', async (t) => {
  const TANDEM_DATA = temporaryFolder();
  const running = await startTandem(t, { TANDEM_DATA });
  const page = await firstVisit(running.address);
  await page.call('kpis.create', { key: 'visits', name: 'Visits', direction: 'higher', cadence: 'daily' });
  await listens(page);
  const days = Array.from({ length: 3_000 }, (_, number) => addDays('2015-01-01', number));
  const readings = days.map((period, value) => ({ kpi: 'visits', period, value }));
  const answer = page.call('readings.recordMany', { readings });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const pid = postmaster(TANDEM_DATA);
  const asked = performance.now();
  assert.equal(await stopped(running), 0, running.said());
  t.diagnostic(`ended after ${Math.round(performance.now() - asked)} ms`);
  assert.equal((await answer).created, 3_000);
  assert.ok(!lives(pid));
  assert.ok(!existsSync(join(TANDEM_DATA, 'postgres', 'postmaster.pid')));
  assert.match(readFileSync(join(TANDEM_DATA, 'postgres.log'), 'utf8'), /database system is shut down\s*$/);
});

test('npm start: a second one on the same folder is refused with one line, the first is unharmed and ends with its command', async (t) => {
  const TANDEM_DATA = temporaryFolder();
  const start = [join(clone, 'bin', 'start.mjs')];
  const first = await startTandem(t, { TANDEM_DATA }, start);
  assert.ok(first.address, first.said());
  const page = await firstVisit(first.address);
  const second = await startTandem(t, { TANDEM_DATA }, start);
  assert.equal(await second.ended, 1);
  assert.match(lastLine(second), /^Tandem is already running on .* \(process \d+\): /);
  assert.equal((await page.ask('/api/me')).status, 200);
  const pid = postmaster(TANDEM_DATA);
  assert.equal(await stopped(first), 0, first.said());
  assert.ok(!lives(pid));
});

test('a data folder that cannot be one is a line and exit code 1', async (t) => {
  const file = join(clone, 'package.json');
  for (const TANDEM_DATA of [join(file, 'data'), '/proc/tandem']) {
    const running = await startTandem(t, { TANDEM_DATA });
    assert.equal(await running.ended, 1);
    assert.match(
      running.said(),
      /^The data folder \S+ cannot be written \(\w+\): make it writable, or set TANDEM_DATA to another folder\.\n$/,
    );
  }
});
