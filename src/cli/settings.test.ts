import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { keepSettings, settingsOf } from './settings.ts';
import { Usage } from './usage.ts';

function home(t: TestContext): { XDG_CONFIG_HOME: string } {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-cli-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return { XDG_CONFIG_HOME: folder };
}

test('flags come before the environment, and that before what login kept', (t) => {
  const env = home(t);
  assert.deepEqual(settingsOf({}, env), { address: 'http://localhost:3000', token: undefined });
  keepSettings(env, { address: 'https://kept.example', token: 'kept' });
  assert.deepEqual(settingsOf({}, env), { address: 'https://kept.example', token: 'kept' });
  const there = { ...env, TANDEM_SERVER: 'https://env.example/', TANDEM_TOKEN: 'env' };
  assert.deepEqual(settingsOf({}, there), { address: 'https://env.example', token: 'env' });
  assert.deepEqual(settingsOf({ server: 'http://flag.example', token: 'flag' }, there), {
    address: 'http://flag.example',
    token: 'flag',
  });
});

test('a kept token goes to no other server than the one it was kept for', (t) => {
  const env = home(t);
  keepSettings(env, { address: 'https://kept.example', token: 'kept' });
  assert.equal(settingsOf({ server: 'https://other.example' }, env).token, undefined);
  assert.equal(settingsOf({ server: 'https://kept.example/' }, env).token, 'kept');
});

test('only this account reads what is kept, also when it is kept again', (t) => {
  const env = home(t);
  const path = keepSettings(env, { address: 'https://kept.example', token: 'kept' });
  keepSettings(env, { address: 'https://kept.example', token: 'newer' });
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.equal(settingsOf({}, env).token, 'newer');
});

test('a damaged file and an address that is none are said so', (t) => {
  const env = home(t);
  writeFileSync(keepSettings(env, { address: 'https://kept.example', token: 'kept' }), '{');
  assert.throws(
    () => settingsOf({}, env),
    (fault) => fault instanceof Usage && /damaged/.test(fault.message),
  );
  for (const server of ['localhost:3000', 'ftp://x', 'nothing at all'])
    assert.throws(() => settingsOf({ server }, home(t)), Usage);
});
