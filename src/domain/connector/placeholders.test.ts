import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type CsvConfig,
  type HttpJsonConfig,
  headerSecret,
  type PrometheusConfig,
  type SourceConfig,
  secretNames,
} from './config.ts';
import { filledIn, periodsAtOnce, reach } from './placeholders.ts';

const json: HttpJsonConfig = {
  kind: 'http-json',
  url: 'https://a.example',
  method: 'GET',
  headers: [],
  value: 'v',
};
const sql = { kind: 'sql', engine: 'mysql', host: 'a', database: 'b', user: 'c', tls: 'off' } as const;
const github = { kind: 'github', url: 'https://api.github.com' } as const;
const gitlab = { kind: 'gitlab', url: 'https://gitlab.com', within: 'project', path: 'a/b' } as const;
const jira = { kind: 'jira', url: 'https://a.example', flavour: 'server' } as const;
const csv: CsvConfig = { kind: 'csv', url: 'https://a.example', headers: [], period: 'p' };
const prometheus: Omit<PrometheusConfig, 'signIn'> = {
  kind: 'prometheus',
  url: 'https://a.example',
  mode: 'range',
  query: 'up',
  headers: [],
};

test('Known names in braces are filled in, and braces around anything else stay', () => {
  const text = 'sum(x{job="a"}[{duration}]) {from}..{to} {From} {nothing}';
  assert.equal(
    filledIn(text, (name) => name.toUpperCase()),
    'sum(x{job="a"}[DURATION]) FROM..TO {From} {nothing}',
  );
});

const reaches: [SourceConfig, 'past' | 'now'][] = [
  [json, 'now'],
  [{ ...json, url: 'https://a.example?from={from}' }, 'past'],
  [{ ...json, body: '{"at": "{end}"}' }, 'past'],
  [{ ...json, body: '{"at": "{later}"}' }, 'now'],
  [{ ...json, period: 'p' }, 'past'],
  [{ ...sql, query: 'select 1', result: 'single' }, 'now'],
  [{ ...sql, query: 'select now()::date', result: 'single' }, 'now'],
  [{ ...sql, query: 'select 1 where a = :from', result: 'single' }, 'past'],
  [{ ...sql, query: 'select 1', result: 'rows' }, 'past'],
  [{ ...github, count: 'stars' }, 'now'],
  [{ ...github, count: 'open-issues' }, 'now'],
  [{ ...github, count: 'closed-issues' }, 'past'],
  [{ ...github, count: 'search', query: 'is:issue' }, 'now'],
  [{ ...github, count: 'search', query: 'is:issue created:{from}..{to}' }, 'past'],
  [{ ...gitlab, count: 'open-merge-requests' }, 'now'],
  [{ ...gitlab, count: 'opened-merge-requests' }, 'past'],
  [{ ...jira, jql: 'project = A' }, 'now'],
  [{ ...jira, jql: 'created >= "{from}"' }, 'past'],
  [csv, 'past'],
  [{ ...prometheus, signIn: { by: 'none' } }, 'past'],
];

test('A source reaches the past when its question can be about any period', () => {
  for (const [config, expected] of reaches) assert.equal(reach(config), expected, JSON.stringify(config));
});

test('GitHub is asked for as many periods as a minute of its search takes', () => {
  assert.equal(periodsAtOnce({ ...github, count: 'closed-issues' }), 30);
  assert.equal(periodsAtOnce({ ...github, count: 'closed-issues', denominator: 'is:issue' }), 15);
  assert.equal(periodsAtOnce(json), 1_000);
});

test('Secrets are kept by the names of what they are for', () => {
  const headers = [
    { name: 'X-Key', secret: true as const },
    { name: 'Accept', value: 'text/csv' },
  ];
  assert.deepEqual(secretNames({ ...csv, headers }), ['header x-key']);
  assert.deepEqual(secretNames({ ...prometheus, signIn: { by: 'basic', user: 'a' }, headers }), [
    'password',
    'header x-key',
  ]);
  assert.deepEqual(secretNames({ ...prometheus, signIn: { by: 'bearer' } }), ['token']);
  assert.deepEqual(secretNames({ ...sql, query: '', result: 'rows' }), ['password']);
  assert.deepEqual(secretNames({ ...github, count: 'stars' }), ['token']);
  assert.equal(headerSecret('Authorization'), 'header authorization');
});
