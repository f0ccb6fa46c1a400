import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HttpJsonConfig } from '#domain/connector/config.ts';
import { asked, refusedWith, shortly } from '../../test/ask-source.ts';
import { sendJson, webServer } from '../../test/web-server.ts';

const config = (url: string, more: Partial<HttpJsonConfig> = {}): HttpJsonConfig => ({
  kind: 'http-json',
  url,
  method: 'GET',
  headers: [],
  ...more,
});

const months = [
  { month: '2026-02', sold: 12.5 },
  { month: '2026-01', sold: '11' },
  { month: '2025-12', sold: 9 },
  { month: '2026-03', sold: null },
];

test('Rows are picked by expressions, ordered by period, and kept within the span', async (t) => {
  const { url, seen } = await webServer(t, (_, response) => sendJson(response, { data: { rows: months } }));
  const rows = await asked(
    config(`${url}/sales?from={from}&until={until}`, {
      rows: 'data.rows',
      period: 'month',
      value: 'sold',
      note: '"sold " & $string(sold)',
    }),
  );
  assert.deepEqual(rows, [
    { at: 'row 2', period: '2026-01', value: 11, note: 'sold 11' },
    { at: 'row 1', period: '2026-02', value: 12.5, note: 'sold 12.5' },
  ]);
  assert.equal(seen[0]?.path, '/sales?from=2026-01-01&until=2026-04-01');
});

test('Numerator and denominator are kept apart, and a denominator of nought is no ratio', async (t) => {
  const { url } = await webServer(t, (_, response) =>
    sendJson(response, [
      { p: '2026-01', good: 95, all: 100 },
      { p: '2026-02', good: 0, all: 0 },
      { p: '2026-03', good: 5 },
    ]),
  );
  const rows = await asked(config(url, { period: 'p', numerator: 'good', denominator: 'all' }));
  assert.deepEqual(shortly(rows), [
    '2026-01 = 95/100',
    'row 2: The denominator is 0, so there is no ratio.',
    'row 3: There is a numerator without a denominator.',
  ]);
});

test('Without a period it is asked once a period, with the instants of the organisation’s time zone', async (t) => {
  const { url, seen } = await webServer(t, ({ body }, response) =>
    sendJson(response, { hits: JSON.parse(body).start.length }),
  );
  const body = '{"start":"{start}","end":"{end}","period":"{period}"}';
  const rows = await asked(config(url, { method: 'POST', body, value: 'hits' }));
  assert.deepEqual(shortly(rows), ['2026-01 = 20', '2026-02 = 20', '2026-03 = 20']);
  assert.deepEqual(JSON.parse(seen[2]?.body ?? ''), {
    start: '2026-02-28T23:00:00Z',
    end: '2026-03-31T22:00:00Z',
    period: '2026-03',
  });
});

test('Without a placeholder the answer is that of now, for the last period only', async (t) => {
  const { url, seen } = await webServer(t, (_, response) => sendJson(response, { open: 7 }));
  assert.deepEqual(shortly(await asked(config(url, { value: 'open' }))), ['2026-03 = 7']);
  assert.equal(seen.length, 1);
});

test('What is no number or no period is a fault of its row, and the other rows stand', async (t) => {
  const list = [
    { p: '2026-01', v: true },
    { p: 'soon', v: 1 },
    { p: '2026-W05', v: 1 },
    { p: '2026-02', v: 'n/a' },
    { p: '2026-03', v: { a: 1 } },
    { p: '2026-03', v: 3 },
  ];
  const { url } = await webServer(t, (_, response) => sendJson(response, list));
  assert.deepEqual(shortly(await asked(config(url, { period: 'p', value: 'v' }))), [
    '2026-03 = 3',
    'row 1: The value is true, and not a number or a text.',
    'row 2: "soon" is no date and no period.',
    'row 3: "2026-W05" is not a month, and this KPI is monthly.',
    'row 4: "n/a" says that there is no value; leave the cell empty.',
    'row 5: The value is {"a":1}, and not a number or a text.',
  ]);
});

test('Two rows for one period are both refused, each naming the other', async (t) => {
  const { url } = await webServer(t, (_, response) =>
    sendJson(response, [
      { p: '2026-01-31', v: 1 },
      { p: '2026-01-01T12:00:00Z', v: 2 },
      { p: '2026-02', v: 3 },
    ]),
  );
  assert.deepEqual(shortly(await asked(config(url, { period: 'p', value: 'v' }))), [
    '2026-02 = 3',
    'row 1: There is another value for 2026-01, in row 2.',
    'row 2: There is another value for 2026-01, in row 1.',
  ]);
});

test('Pages are followed by link, by number, by cursor and by address', async (t) => {
  const page = (n: number) => (n <= 3 ? [{ p: `2026-0${n}`, v: n }] : []);
  const { url, seen } = await webServer(t, ({ path }, response) => {
    const { pathname, searchParams } = new URL(path, 'http://a');
    const n = Number(searchParams.get('n') ?? searchParams.get('after') ?? 1);
    const link = n < 3 ? { link: `<${pathname}?n=${n + 1}>; rel="next", </?n=3>; rel="last"` } : {};
    sendJson(
      response,
      { rows: page(n), more: n < 3 ? n + 1 : null, url: n < 3 ? `?n=${n + 1}` : '' },
      link as Record<string, string>,
    );
  });
  const base = { rows: 'rows', period: 'p', value: 'v' };
  const all = ['2026-01 = 1', '2026-02 = 2', '2026-03 = 3'];
  assert.deepEqual(shortly(await asked(config(url, { ...base, paging: { by: 'link' } }))), all);
  assert.equal(seen.length, 3);
  assert.deepEqual(
    shortly(await asked(config(url, { ...base, paging: { by: 'page', parameter: 'n', first: 1 } }))),
    all,
  );
  assert.equal(seen.length, 7, 'the fourth page is empty and ends it');
  assert.deepEqual(
    shortly(
      await asked(config(url, { ...base, paging: { by: 'cursor', parameter: 'after', next: 'more' } })),
    ),
    all,
  );
  const rows = await asked(config(`${url}/`, { ...base, paging: { by: 'address', next: 'url' } }));
  assert.deepEqual(shortly(rows), all);
  assert.equal(rows[2]?.at, 'page 3, row 1');
});

test('Pages that never end, repeat, or lead to another host are refused', async (t) => {
  const endless = await webServer(t, (_, response) => sendJson(response, [{ p: '2020-01', v: 1 }]));
  const base = { period: 'p', value: 'v' };
  await refusedWith(
    /more than 4 pages/,
    config(endless.url, { ...base, paging: { by: 'page', parameter: 'n', first: 0 } }),
    { limits: { pages: 4 } },
  );
  await refusedWith(
    /its own next page/,
    config(`${endless.url}/`, { ...base, paging: { by: 'address', next: '"/"' } }),
  );
  await refusedWith(
    /another host/,
    config(endless.url, { ...base, paging: { by: 'address', next: '"http://example.org/"' } }),
  );
});

test('An expression that does not read is refused with the place, and one that never ends after its time', async (t) => {
  const { url } = await webServer(t, (_, response) =>
    sendJson(response, { a: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!' }),
  );
  await refusedWith(
    /expression for value does not read: .* \(at character 2\)/,
    config(url, { value: 'a[' }),
  );
  const limits = { expressionSeconds: 0.3 };
  const loops = [
    '($f := function($x) { $f($x + 1) }; $f(0))',
    '$match(a, /^(a+)+$/)',
    '$sum([1..1000000].($ * $))',
  ];
  for (const value of loops) await refusedWith(/expression/i, config(url, { value }), { limits });
});

test('An expression reads nothing but the answer', async (t) => {
  const { url } = await webServer(t, (_, response) => sendJson(response, {}));
  for (const value of [
    '$env',
    '$process',
    '__proto__',
    'constructor.constructor("return process")()',
    '$eval("process.pid")',
  ])
    await asked(config(url, { value })).then(
      (rows) =>
        assert.deepEqual(
          rows.filter((row) => !('fault' in row)),
          [],
        ),
      () => {},
    );
});

test('What is no JSON is refused with how it begins', async (t) => {
  const { url } = await webServer(t, (_, response) => response.end('<html>Sign in'));
  await refusedWith(/not JSON: it begins with "<html>Sign in"/, config(url, { value: 'a' }));
});

test('A header of the connection itself, or one with a line break, is refused without its value', async (t) => {
  const { url } = await webServer(t, (_, response) => sendJson(response, {}));
  await refusedWith(
    /header Host is set by the connection/,
    config(url, { headers: [{ name: 'Host', value: 'a' }], value: 'a' }),
  );
  const secret = { headers: [{ name: 'X-Key', secret: true as const }], value: 'a' };
  const fault = await refusedWith(/header X-Key holds a line break/, config(url, secret), {
    secrets: { 'header x-key': 'abc\r\ndef: 1' },
  });
  assert.doesNotMatch(fault.message, /abc/);
  await refusedWith(/header x-key of this connector is missing/, config(url, secret));
});
