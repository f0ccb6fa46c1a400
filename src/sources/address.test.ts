import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { addressFault } from './address.ts';
import { readAllowed } from './allowed.ts';

const refused = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.5',
  '100.64.0.1',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.1',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:a00:5',
  '::127.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::a00:5',
  '100::1',
  '2001::1',
  '2001:db8::1',
  '2002:7f00:1::',
  '3fff::1',
  '4000::1',
  '5f00::1',
  'fc00::1',
  'fd12:3456::1',
  'fe80::1',
  'fe80::1%eth0',
  'fec0::1',
  'ff02::1',
];

test('Every address that is not public is refused', () => {
  for (const address of refused) assert.ok(addressFault(address, 'a.example', 443, []), address);
});

test('A public address is permitted, and so is one that is mapped to IPv6', () => {
  for (const address of ['1.1.1.1', '93.184.216.34', '172.32.0.1', '::ffff:1.1.1.1', '2606:4700::1111'])
    assert.equal(addressFault(address, 'a.example', 443, []), undefined, address);
});

test('The sentence says what the address is, and who can allow it', () => {
  assert.equal(
    addressFault('10.0.0.5', '10.0.0.5', 80, []),
    '10.0.0.5 is a private address: an administrator has to allow it in Settings → Connectors.',
  );
  assert.equal(
    addressFault('127.0.0.1', 'db.example', 80, []),
    'db.example leads to 127.0.0.1, this machine itself: an administrator has to allow it in Settings → Connectors.',
  );
});

test('An allowed name, address, range or port opens that and nothing else', () => {
  const cases: [address: string, host: string, port: number, allowed: string[], permitted: boolean][] = [
    ['10.0.0.5', 'db.lan', 5432, ['db.lan'], true],
    ['10.0.0.5', 'DB.lan.', 5432, ['db.LAN'], true],
    ['10.0.0.5', 'db.lan', 5432, ['db.lan:5432'], true],
    ['10.0.0.5', 'db.lan', 22, ['db.lan:5432'], false],
    ['10.0.0.5', 'other.lan', 5432, ['db.lan'], false],
    ['10.0.0.5', 'a.db.lan', 5432, ['db.lan'], false],
    ['10.0.0.5', 'db.lan', 5432, ['10.0.0.0/8'], true],
    ['10.0.0.5', 'db.lan', 5432, ['10.0.0.5'], true],
    ['10.0.0.6', 'db.lan', 5432, ['10.0.0.5'], false],
    ['10.0.0.5', 'db.lan', 5432, ['10.0.0.5:5432'], true],
    ['10.0.0.5', 'db.lan', 5433, ['10.0.0.5:5432'], false],
    ['10.0.0.5', 'db.lan', 5433, ['10.0.0.0/24:5432'], false],
    ['::ffff:10.0.0.5', 'db.lan', 1, ['10.0.0.5'], true],
    ['fd00::1', 'db.lan', 5432, ['fd00::/8'], true],
    ['fd00::1', 'db.lan', 5432, ['[fd00::1]:5432'], true],
    ['fd00::1', 'db.lan', 22, ['[fd00::1]:5432'], false],
    ['10.0.0.5', 'db.lan', 1, ['fd00::/8', 'nonsense/', ''], false],
  ];
  for (const [address, host, port, allowed, permitted] of cases)
    assert.equal(
      addressFault(address, host, port, allowed) === undefined,
      permitted,
      `${address} ${allowed}`,
    );
});

test('Where clouds keep their metadata is opened by its address only, and what is no host by nothing', () => {
  assert.ok(addressFault('169.254.169.254', 'db.lan', 80, ['db.lan']));
  assert.equal(addressFault('169.254.169.254', 'db.lan', 80, ['169.254.169.254']), undefined);
  for (const address of ['0.0.0.0', '::', '224.0.0.1', '255.255.255.255'])
    assert.ok(addressFault(address, 'db.lan', 80, ['db.lan', '0.0.0.0/0', '::/0', address]), address);
});

test('An IPv4 address is judged the same however IPv6 wraps it into a mapped one', () => {
  const octets = fc.tuple(...Array.from({ length: 4 }, () => fc.nat(255)));
  fc.assert(
    fc.property(octets, (bytes) => {
      const plain = new ipaddr.IPv4(bytes);
      const mapped = plain.toIPv4MappedAddress().toString();
      assert.equal(
        addressFault(plain.toString(), 'a.example', 80, []) === undefined,
        addressFault(mapped, 'a.example', 80, []) === undefined,
      );
    }),
  );
});

test('What is no place is not read as one', () => {
  for (const entry of [
    '',
    ' ',
    'a b',
    '10.0.0.0/33',
    '10.1',
    '0x7f000001',
    '2130706433',
    '*.lan',
    'db.lan:99999',
    'db.lan:',
    'http://db.lan',
    'user@db.lan',
    '-a',
    'a..b',
    '[::1',
    'fd00::1:5432:zz',
  ])
    assert.equal(readAllowed(entry), undefined, entry);
  assert.deepEqual(readAllowed('Grafana.LAN:3000'), { name: 'grafana.lan', port: 3000 });
});
