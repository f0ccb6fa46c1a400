import assert from 'node:assert/strict';
import { connect, createServer, type Server, type Socket } from 'node:net';
import test, { type TestContext } from 'node:test';
import type { Page } from 'playwright-core';
import { makeKpi } from '../make-okr.ts';
import { served } from './served.ts';
import { until } from './until.ts';

const { app, person, open, address } = await served();
const call = app.as(person);
const values = [5, 7, 4, 6, 5, 8, 6, 4, 7, 5, 6, 5];
for (const [name, label] of [
  ['Alpha', 'north'],
  ['Beta', 'north'],
  ['Gamma', 'south'],
] as const)
  await makeKpi(app, person, {
    key: name.toLowerCase(),
    name,
    labels: [label],
    decimals: 0,
    from: '2025-03-01',
    values,
  });
await call('thresholds.record', { kpi: 'beta', from: '2025-01-01', floor: 20 });
await call('thresholds.record', { kpi: 'alpha', from: '2025-01-01', floor: 1 });

/** A door before the server that can be shut and opened again, as when it is restarted. */
async function door(t: TestContext) {
  const { hostname, port } = new URL(address);
  const open = new Set<Socket>();
  const server: Server = createServer((page) => {
    const behind = connect(Number(port), hostname);
    for (const [socket, other] of [
      [page, behind],
      [behind, page],
    ] as const) {
      open.add(socket);
      socket.on('close', () => open.delete(socket) && other.destroy());
      socket.on('error', () => other.destroy());
      socket.pipe(other);
    }
  });
  const listen = (at: number) => new Promise<void>((done) => server.listen(at, '127.0.0.1', done));
  await listen(0);
  const bound = server.address();
  const at = typeof bound === 'object' && bound ? bound.port : 0;
  const shut = async () => {
    const closed = new Promise((done) => server.close(done));
    for (const socket of open) socket.destroy();
    await closed;
  };
  t.after(() => server.listening && shut());
  return { address: `http://127.0.0.1:${at}`, shut, open: () => listen(at) };
}

const tile = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });

test('the wallboard shows value, status and signal of each KPI in words, and follows what is recorded elsewhere', async (t) => {
  const page = await open(t, '/wallboard');
  await tile(page, 'Beta').getByText('Breach').waitFor();
  await tile(page, 'Alpha').getByText('Healthy').waitFor();
  await tile(page, 'Alpha').getByText('Noise').waitFor();
  await tile(page, 'Alpha').getByText('Feb 2026').waitFor();
  await page.getByText('3 KPIs: 1 breach').waitFor();
  await until(() => page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight), true);
  await call('readings.record', { kpi: 'alpha', period: '2026-02', value: 0, reason: 'Counted again' });
  await tile(page, 'Alpha').getByText('Breach').waitFor();
  await call('readings.record', { kpi: 'alpha', period: '2026-02', value: 5, reason: 'Rightly counted' });
  await tile(page, 'Alpha').getByText('Healthy').waitFor();
});

test('what hangs on the wall is chosen in the address, in the words of the panel', async (t) => {
  const page = await open(t, '/wallboard?label=north&sort=-name&title=The%20north');
  await page.getByRole('heading', { level: 1, name: 'The north' }).waitFor();
  await tile(page, 'Beta').waitFor();
  await until(() => page.getByRole('heading', { level: 2 }).allTextContents(), ['Beta', 'Alpha']);
  await page.getByRole('link', { name: 'Back to the panel' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  await until(() => {
    const search = new URL(page.url()).searchParams;
    return [search.get('label'), search.get('sort')];
  }, ['north', '-name']);
});

test('screens turn by themselves at their pace, stand still by the space bar, and turn by arrows', async (t) => {
  const page = await open(t, '/check-in');
  await page.clock.install();
  await page.goto(`${address}/wallboard?group=label&pace=10`);
  await tile(page, 'Alpha').waitFor();
  await page.getByText('1 of 2').waitFor();
  await page.clock.runFor(11_000);
  await tile(page, 'Gamma').waitFor();
  await page.keyboard.press(' ');
  await page.getByText('Paused').waitFor();
  await page.clock.runFor(55_000);
  assert.equal(await page.getByText('2 of 2').isVisible(), true);
  await page.keyboard.press('ArrowRight');
  await page.getByText('1 of 2').waitFor();
  await page.keyboard.press('ArrowLeft');
  await page.getByText('2 of 2').waitFor();
  await page.keyboard.press(' ');
  await page.clock.runFor(11_000);
  await page.getByText('1 of 2').waitFor();
});

test('a server that goes away leaves its last numbers and the time of the loss, and comes back with new ones', async (t) => {
  const way = await door(t);
  const page = await open(t, '/check-in');
  await page.goto(`${way.address}/wallboard`);
  await tile(page, 'Beta').getByText('5', { exact: true }).waitFor();
  const notice = page.getByRole('status');
  await until(() => notice.textContent(), '');

  await way.shut();
  await notice.getByText(/^No connection since \d\d:\d\d, showing what was known then\./).waitFor();
  await tile(page, 'Beta').getByText('5', { exact: true }).waitFor();
  await call('readings.record', {
    kpi: 'beta',
    period: '2026-02',
    value: 44,
    reason: 'Counted while nobody saw',
  });

  await way.open();
  await tile(page, 'Beta').getByText('44', { exact: true }).waitFor({ timeout: 40_000 });
  await tile(page, 'Beta').getByText('Healthy').waitFor();
  await until(() => notice.textContent(), '');
});

test('an ended session is said in words over the last numbers, and a sign-in elsewhere in the browser mends it', async (t) => {
  const page = await open(t, '/check-in');
  await page.clock.install();
  await page.goto(`${address}/wallboard`);
  await tile(page, 'Gamma').waitFor();
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await page.clock.runFor(61_000);
  const notice = page.getByRole('status');
  await notice.getByText('The session has ended').waitFor();
  await notice.getByRole('link', { name: 'Sign in' }).waitFor();
  await tile(page, 'Gamma').waitFor();
  await page.context().addCookies(cookies);
  await page.clock.runFor(61_000);
  await until(() => notice.textContent(), '');
});

test('hours of updates leave no more behind than minutes of them', async (t) => {
  const page = await open(t, '/check-in');
  await page.clock.install();
  await page.goto(`${address}/wallboard?group=label&pace=10`);
  await tile(page, 'Alpha').waitFor();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const kept = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((each) => each.name === name)?.value ?? Number.NaN;
    return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heap: of('JSHeapUsedSize') };
  };
  const live = async (rounds: number) => {
    for (let round = 0; round < rounds; round += 1) {
      await call('readings.record', { kpi: 'gamma', period: '2026-02', value: round % 7, reason: 'Again' });
      await page.clock.runFor(120_000);
    }
  };
  await live(15);
  const before = await kept();
  await live(120);
  const after = await kept();
  assert.ok(before.nodes > 50 && before.heap > 1e6, `nothing was measured: ${JSON.stringify(before)}`);
  // The two screens differ in size; a tile kept from each of 120 rounds would be thousands of nodes.
  assert.ok(after.nodes < before.nodes * 3, `${before.nodes} nodes became ${after.nodes}`);
  assert.ok(
    after.listeners < before.listeners * 2,
    `${before.listeners} listeners became ${after.listeners}`,
  );
  assert.ok(after.heap < before.heap * 1.5, `${before.heap} bytes became ${after.heap}`);
  t.diagnostic(`${before.nodes} nodes became ${after.nodes}, ${before.heap} bytes ${after.heap}`);
});
