import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceConfig } from '#contract/connector-config.ts';
import { isMoved, kinds, placeOf, sentConfig, sentSecrets, startOf } from './source-draft.ts';

test('each kind has a form, and what is left empty in it is not sent', () => {
  for (const { kind } of kinds)
    for (const isRatio of [true, false]) {
      const sent = sentConfig(startOf(kind, isRatio));
      assert.equal(sent.kind, kind);
      assert.ok(!Object.values(sent).includes(''), JSON.stringify(sent));
    }
});

test('a question that is filled in is one that the server takes', () => {
  const filled = {
    ...startOf('http-json', true),
    ...{ url: 'https://example.org/{period}', period: 'month', numerator: 'a', denominator: 'b', note: ' ' },
  };
  assert.deepEqual(SourceConfig.parse(sentConfig(filled as never)), {
    ...{ kind: 'http-json', url: 'https://example.org/{period}', method: 'GET', headers: [] },
    ...{ period: 'month', numerator: 'a', denominator: 'b' },
  });
});

test('only the secrets that were typed and are still named are sent', () => {
  assert.deepEqual(sentSecrets({ token: 'a', password: '', old: 'b' }, ['token', 'password']), {
    token: 'a',
  });
});

test('another host, user or scheme is another place, another path or query is not', () => {
  const csv = (url: string) => ({ ...startOf('csv', false), url }) as SourceConfig;
  assert.equal(isMoved(csv('https://a.example/1'), csv('https://a.example/2')), false);
  assert.equal(isMoved(csv('https://a.example/1'), csv('http://a.example/1')), true);
  assert.equal(isMoved(csv('https://a.example/1'), startOf('jira', false)), true);
  const sql = startOf('sql', false);
  assert.equal(isMoved(sql, { ...sql, query: 'select 1' } as SourceConfig), false);
  assert.equal(isMoved(sql, { ...sql, user: 'root' } as SourceConfig), true);
});

test('a place is named by its host', () => {
  assert.equal(
    placeOf({ ...startOf('csv', false), url: 'https://a.example/x?y' } as SourceConfig),
    'a.example',
  );
  assert.equal(
    placeOf({ ...startOf('sql', false), host: 'db', port: 5433, database: 'sales' } as SourceConfig),
    'db:5433/sales',
  );
});
