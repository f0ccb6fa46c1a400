import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SourceFault } from '#app/connector/source.ts';
import { permittedAddresses, type Resolve, systemResolve } from './resolve.ts';

const { signal } = new AbortController();
const found = (host: string, resolve: Resolve, allowed: string[] = []) =>
  permittedAddresses(host, 5432, { allowed, resolve }, signal);

test('This machine is refused in every spelling that the system’s resolver takes for it', async () => {
  for (const host of [
    '127.0.0.1',
    '127.1',
    '0x7f.1',
    '2130706433',
    '017700000001',
    '[::1]',
    '::1',
    '0.0.0.0',
    'localhost',
    'LocalHost.',
  ])
    await assert.rejects(found(host, systemResolve), SourceFault, host);
});

test('One private address among public ones is enough to refuse a name', async () => {
  const mixed: Resolve = async () => ['1.1.1.1', '10.0.0.5', '2606:4700::1111'];
  await assert.rejects(found('db.example', mixed), /db\.example leads to 10\.0\.0\.5, a private address/);
  assert.deepEqual(await found('db.example', mixed, ['10.0.0.0/24']), await mixed(''));
});

test('A name that leads to a private address the second time is refused then', async () => {
  const answers = [['1.1.1.1'], ['169.254.169.254']];
  const turning: Resolve = async () => answers.shift() ?? [];
  assert.deepEqual(await found('db.example', turning), ['1.1.1.1']);
  await assert.rejects(found('db.example', turning), /where clouds keep their metadata/);
  await assert.rejects(found('db.example', turning), /has no address/);
});

test('What is no name of a host is not looked up', async () => {
  const never: Resolve = () => assert.fail('it was looked up');
  for (const host of ['', ' ', 'a b', 'a/b', 'user@db.example', 'fe80::1%eth0', 'a?b', 'a#b', 'a\\b'])
    await assert.rejects(found(host, never), /is not the name of a host/, host);
});

test('A look-up that never ends is left when the pull is called off', async () => {
  const stop = new AbortController();
  const waiting = permittedAddresses(
    'db.example',
    5432,
    { allowed: [], resolve: () => new Promise(() => {}) },
    stop.signal,
  );
  stop.abort();
  await assert.rejects(waiting, /The pull was stopped/);
});
