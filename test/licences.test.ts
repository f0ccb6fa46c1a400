import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { installedPackages, mayGoAlong } from './licences.ts';

const clone = join(import.meta.dirname, '..');

test('no installed package forbids that it is passed on with Apache-2.0', (t) => {
  const packages = installedPackages(clone);
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8'));
  const read = new Set(packages.map(({ path }) => path));
  const unread = Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !read.has(name));
  assert.deepEqual(unread, []);
  const kinds = Map.groupBy(packages, ({ licence }) => licence);
  const counts = [...kinds].map(([licence, { length }]) => `${length} ${licence}`).sort();
  t.diagnostic(`the licences of ${packages.length} packages: ${counts.join(', ')}`);
  assert.deepEqual(
    packages.filter(({ licence }) => !mayGoAlong(licence)),
    [],
  );
});

test('a licence is judged by its expression', () => {
  const fine = ['MIT', 'Apache-2.0', '(MIT OR GPL-3.0-only)', 'MIT AND (BSD-3-Clause OR GPL-2.0-only)'];
  const none = ['', 'UNLICENSED', 'SEE LICENSE IN LICENSE.md'];
  const copyleft = ['GPL-3.0-or-later', 'AGPL-3.0-only', 'SSPL-1.0', 'BUSL-1.1', 'MIT AND AGPL-3.0-only'];
  const broken = ['(MIT', 'MIT)', 'MIT OR', 'MIT ISC'];
  const judged = [...fine, ...none, ...copyleft, ...broken].map((each) => [each, mayGoAlong(each)]);
  assert.deepEqual(
    judged.filter(([, good]) => good).map(([each]) => each),
    fine,
  );
});
