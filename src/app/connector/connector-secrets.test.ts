import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SourceConfig } from '#domain/connector/config.ts';
import { carriedOver, openedSecrets, sealedAnew, sealedSecrets } from './connector-secrets.ts';
import type { SealingKeys } from './sealed.ts';

const csv = (url: string, names = ['X-Key']): SourceConfig => ({
  kind: 'csv',
  url,
  headers: names.map((name) => ({ name, secret: true as const })),
  period: 'month',
  value: 'value',
});
const sql = (change: object = {}): SourceConfig => ({
  ...{ kind: 'sql', engine: 'postgresql', host: 'db.example.org', database: 'd', user: 'u', tls: 'verify' },
  ...{ query: 'select 1', result: 'single', ...change },
});
const kept = { 'header x-key': 'kept' };

const cases: [string, SourceConfig, SourceConfig, Record<string, string>, boolean, Record<string, string>][] =
  [
    [
      'stays when another path of the same server is asked',
      csv('https://a.example/1'),
      csv('https://a.example/2'),
      {},
      true,
      kept,
    ],
    [
      'is forgotten when the host changes',
      csv('https://a.example/'),
      csv('https://b.example/'),
      {},
      true,
      {},
    ],
    [
      'is forgotten when the port changes',
      csv('https://a.example/'),
      csv('https://a.example:444/'),
      {},
      true,
      {},
    ],
    [
      'is forgotten when encryption is given up',
      csv('https://a.example/'),
      csv('http://a.example/'),
      {},
      true,
      {},
    ],
    [
      'is replaced by one that is given',
      csv('https://a.example/'),
      csv('https://b.example/'),
      { 'header x-key': 'new' },
      true,
      { 'header x-key': 'new' },
    ],
    [
      'is forgotten when its header is no more',
      csv('https://a.example/'),
      csv('https://a.example/', ['Y']),
      {},
      true,
      {},
    ],
    [
      'is not for the question of somebody else',
      csv('https://a.example/1'),
      csv('https://a.example/2'),
      {},
      false,
      {},
    ],
    [
      'stays for anybody while the question does',
      csv('https://a.example/1'),
      csv('https://a.example/1'),
      {},
      false,
      kept,
    ],
  ];

test('who may not ask with a secret does not get it by adding one of their own', () => {
  const config = csv('https://a.example/', ['X-Key', 'Y']);
  const given = { config, secrets: { 'header y': 'mine' } };
  assert.deepEqual(carriedOver({ config, secrets: kept }, given, false), { 'header y': 'mine' });
});

for (const [name, before, after, given, mayAsk, expected] of cases)
  test(`a secret ${name}`, () =>
    assert.deepEqual(
      carriedOver({ config: before, secrets: kept }, { config: after, secrets: given }, mayAsk),
      expected,
    ));

test('a password of a database is for its host, port, user and way of encryption', () => {
  const before = { config: sql(), secrets: { password: 'p' } };
  const after = (change: object) => carriedOver(before, { config: sql(change), secrets: {} }, true);
  assert.deepEqual(after({ query: 'select 2' }), { password: 'p' });
  for (const change of [
    { host: 'other.example.org' },
    { port: 6432 },
    { tls: 'off' },
    { user: 'root' },
    { engine: 'mysql' },
  ])
    assert.deepEqual(after(change), {}, JSON.stringify(change));
});

test('sealed secrets open for their connector in their organisation only', () => {
  const keys: SealingKeys = ['ab'.repeat(32)];
  const place = { organisation: 'o', id: 'c' };
  const secrets = sealedSecrets(keys, place, { password: 'hunter2' });
  assert.deepEqual(openedSecrets(keys, { ...place, secrets }), { password: 'hunter2' });
  assert.equal(openedSecrets(keys, { ...place, organisation: 'p', secrets }), undefined);
  assert.equal(openedSecrets(keys, { ...place, id: 'd', secrets }), undefined);
  assert.equal(sealedSecrets(keys, place, {}), null);
  assert.deepEqual(openedSecrets(keys, { ...place, secrets: null }), {});
});

test('secrets of an older key are sealed anew once, and those of a lost key never', () => {
  const [older, newer] = ['ab'.repeat(32), 'cd'.repeat(32)];
  const place = { organisation: 'o', id: 'c' };
  const secrets = sealedSecrets([older], place, { password: 'hunter2' });
  const anew = sealedAnew([newer, older], { ...place, secrets })!;
  assert.deepEqual(openedSecrets([newer], { ...place, secrets: anew }), { password: 'hunter2' });
  assert.equal(sealedAnew([newer, older], { ...place, secrets: anew }), undefined);
  assert.equal(sealedAnew([newer], { ...place, secrets }), undefined);
});
