import assert from 'node:assert/strict';
import test from 'node:test';
import { gzipSync } from 'node:zlib';
import { makeKpi } from '../make-okr.ts';
import { served } from './served.ts';

const { app, person, open, address } = await served();
await makeKpi(app, person, { from: '2024-07-01', values: [4, 5, 4, 4, 5, 4, 5, 5, 4, 4, 5, 4, 5] });

const most = 250 * 1024;

test('the first load of the panel needs at most 250 KB of gzipped JavaScript', async (t) => {
  const page = await open(t, '/check-in');
  await page.locator('h1').waitFor();
  // A context of its own has nothing in its cache, and begins at the panel.
  const first = await page.context().browser()!.newContext();
  t.after(() => first.close());
  await first.addCookies(await page.context().cookies());
  const panel = await first.newPage();
  const scripts = new Map<string, number>();
  const asked: Promise<void>[] = [];
  panel.on('response', (response) => {
    const kind = response.headers()['content-type'] ?? '';
    if (!kind.includes('javascript')) return;
    asked.push(response.body().then((body) => void scripts.set(response.url(), gzipSync(body).length)));
  });
  await panel.goto(address);
  await panel.getByRole('rowheader', { name: 'CSAT' }).waitFor();
  await panel.waitForLoadState('load');
  await Promise.all(asked);
  const sum = [...scripts.values()].reduce((total, size) => total + size, 0);
  assert.ok(scripts.size > 3, `only ${scripts.size} scripts were seen`);
  assert.ok(sum <= most, `${sum} bytes in ${scripts.size} scripts: ${[...scripts.keys()].join(', ')}`);
  t.diagnostic(`${(sum / 1024).toFixed(1)} KB of gzipped JavaScript in ${scripts.size} scripts`);
});
