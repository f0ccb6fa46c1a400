import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A package as it is installed; `licence` is the SPDX expression that it names, empty when it names none. */
export type Installed = { path: string; name: string; version: string; licence: string };

// A list of what may go along with Apache-2.0, because what forbids it goes by ever new names. MPL-2.0 binds only its own files.
const allowed = new Set(
  '0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT MIT-0 MPL-2.0 PostgreSQL Python-2.0 Unlicense Zlib'.split(
    ' ',
  ),
);

/** Every package below a folder's node_modules, at any depth. */
export function installedPackages(folder: string): Installed[] {
  const modules = join(folder, 'node_modules');
  const places = globSync(['**/package.json'], { cwd: modules })
    .map((path) => dirname(path))
    // Within a package there are files of this name that only tell how to read its modules.
    .filter((path) => /(^|\/)node_modules\/(@[^/]+\/)?[^/@]+$/.test(`node_modules/${path}`));
  return places.sort().map((path) => {
    const text = readFileSync(join(modules, path, 'package.json'), 'utf8');
    const { name = path, version = '', ...told } = JSON.parse(text) as Record<string, string | undefined>;
    return { path, name, version, licence: licenceOf(told) };
  });
}

// Before SPDX it was an object, or a list of which one may be chosen.
function licenceOf(told: { license?: unknown; licenses?: unknown }): string {
  const type = (each: unknown) =>
    typeof each === 'string' ? each : ((each as { type?: string })?.type ?? '');
  const given = told.license ?? told.licenses ?? '';
  return Array.isArray(given) ? given.map(type).join(' OR ') : type(given);
}

/** Whether an SPDX expression lets a package be passed on with Apache-2.0: one side of an OR, both of an AND. */
export function mayGoAlong(expression: string): boolean {
  const words = expression.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;
  const one = (): boolean => {
    const word = words[at++];
    if (word !== '(') return word !== undefined && allowed.has(word);
    const inside = either();
    return words[at++] === ')' && inside;
  };
  const all = (): boolean => {
    let good = one();
    while (words[at] === 'AND') {
      at++;
      good = one() && good;
    }
    return good;
  };
  const either = (): boolean => {
    let good = all();
    while (words[at] === 'OR') {
      at++;
      good = all() || good;
    }
    return good;
  };
  const good = either();
  return good && at === words.length;
}
