import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PrometheusConfig } from '#domain/connector/config.ts';
import { periodsBetween } from '#domain/time/period.ts';
import { asked, askedAt, refusedWith, shortly, threeMonths } from '../../test/ask-source.ts';
import { prometheusServer } from '../../test/prometheus-server.ts';
import { sendJson, webServer } from '../../test/web-server.ts';

const hour = 3600;
const from = Date.UTC(2025, 11, 1) / 1000;
const to = Date.UTC(2026, 3, 2, 8) / 1000;

// Each hour one order more, and two samples of a queue in two regions.
function samples(): string {
  const hours = Array.from({ length: (to - from) / hour }, (_, index) => from + index * hour);
  return [
    '# TYPE orders counter',
    ...hours.map((second, index) => `orders_total ${index} ${second}`),
    '# TYPE queue gauge',
    ...hours.flatMap((second) => [`queue{region="eu"} 3 ${second}`, `queue{region="us"} 4 ${second}`]),
    '# EOF\n',
  ].join('\n');
}

const config = (url: string, query: string, more: Partial<PrometheusConfig> = {}): PrometheusConfig => ({
  kind: 'prometheus',
  url,
  mode: 'range',
  query,
  signIn: { by: 'none' },
  headers: [],
  ...more,
});

test('Prometheus', async (t) => {
  const url = await prometheusServer(t, samples());
  if (!url) return;
  const orders = 'max(max_over_time(orders_total[2h]))';

  await t.test('gives the value at each period’s end, in the organisation’s time zone', async () => {
    // In Berlin March ends at 22:00 UTC, January and February at 23:00.
    const ends = [Date.UTC(2026, 0, 31, 23), Date.UTC(2026, 1, 28, 23), Date.UTC(2026, 2, 31, 22)];
    const expected = ends.map((end, index) => `2026-0${index + 1} = ${(end / 1000 - from) / hour}`);
    for (const mode of ['range', 'instant'] as const)
      assert.deepEqual(shortly(await asked(config(url, orders, { mode }))), expected, mode);
  });

  await t.test('asks for each day, also those with an hour less, and knows how long each is', async () => {
    const span = { ...threeMonths, cadence: 'daily', from: '2026-03-27', to: '2026-03-31' } as const;
    const query = 'count_over_time(orders_total[{duration}])';
    const rows = await asked(config(url, `max(${query})`), { span });
    const expected = periodsBetween(span.from, span.to).map(
      (day) => `${day} = ${day === '2026-03-29' ? 23 : 24}`,
    );
    // A range holds its beginning as well in some releases of Prometheus, which is an hour more.
    const [first] = rows;
    const more = first && 'value' in first ? first.value - 24 : Number.NaN;
    assert.ok(more === 0 || more === 1);
    assert.deepEqual(
      shortly(rows),
      expected.map((row) => row.replace(/\d+$/, (hours) => String(Number(hours) + more))),
    );
  });

  await t.test('sums what the query sums, and keeps a ratio apart', async () => {
    const rows = await asked(
      config(url, 'sum(max_over_time(queue{region="eu"}[2h]))', {
        denominator: 'sum(max_over_time(queue[2h]))',
      }),
    );
    assert.deepEqual(shortly(rows), ['2026-01 = 3/7', '2026-02 = 3/7', '2026-03 = 3/7']);
    assert.deepEqual(shortly(await asked(config(url, '42', { mode: 'instant' }))), [
      '2026-01 = 42',
      '2026-02 = 42',
      '2026-03 = 42',
    ]);
  });

  await t.test('asks about the running period up to now, and not about what is to come', async () => {
    const span = { ...threeMonths, from: '2026-04', to: '2026-06' };
    assert.deepEqual(shortly(await asked(config(url, orders), { span })), [
      `2026-04 = ${(Date.parse(askedAt) / 1000 - from) / hour - 1}`,
    ]);
  });

  await t.test('says what is wrong with a query', async () => {
    await refusedWith(
      /gives 2 series, such as .*region.*: make one of them, for instance with sum/,
      config(url, 'max_over_time(queue[2h])'),
    );
    await refusedWith(/answered 400: .*parse error/, config(url, 'sum('));
    assert.deepEqual(await asked(config(url, 'nothing_like_this')), []);
    assert.deepEqual(shortly(await asked(config(url, 'vector(0) / 0', { mode: 'instant' }))).slice(0, 1), [
      '2026-01: "NaN" is not a number that can be stored.',
    ]);
  });
});

test('A Prometheus is signed in to by password or token, below the path of its address', async (t) => {
  const { url, seen } = await webServer(t, (_, response) =>
    sendJson(response, {
      status: 'success',
      data: { resultType: 'vector', result: [{ metric: {}, value: [1774994400, '1.5e+01'] }] },
    }),
  );
  const span = { ...threeMonths, from: '2026-03' };
  const mode = 'instant' as const;
  const basic = config(`${url}/prometheus/`, 'up', {
    mode,
    signIn: { by: 'basic', user: 'ada' },
    headers: [{ name: 'X-Scope-OrgID', value: 'shop' }],
  });
  assert.deepEqual(shortly(await asked(basic, { span, secrets: { password: 's3cret' } })), ['2026-03 = 15']);
  assert.equal(seen[0]?.path, '/prometheus/api/v1/query?query=up&time=1774994400');
  assert.equal(seen[0]?.headers.authorization, `Basic ${Buffer.from('ada:s3cret').toString('base64')}`);
  assert.equal(seen[0]?.headers['x-scope-orgid'], 'shop');
  await asked(config(url, 'up', { mode, signIn: { by: 'bearer' } }), { span, secrets: { token: 't0ken' } });
  assert.equal(seen[1]?.headers.authorization, 'Bearer t0ken');
  await refusedWith(
    /token of this connector is missing/,
    config(url, 'up', { mode, signIn: { by: 'bearer' } }),
    { span },
  );
});
