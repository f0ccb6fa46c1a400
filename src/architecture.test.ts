import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import test from 'node:test';

/** What each folder of src may import beside itself: a folder, or single files of it. */
const arrows: Record<string, readonly string[]> = {
  domain: [],
  contract: ['domain'],
  client: ['contract'],
  web: ['client', 'contract', 'domain'],
  cli: ['client', 'contract', 'domain'],
  db: ['domain'],
  app: ['contract', 'db', 'domain'],
  // The port, and what an import already knows: cutting a CSV into cells, and what a period and a number look like.
  sources: ['app/connector/source.ts', 'app/initiative/tracker.ts', 'app/import/table-file.ts', 'domain'],
  mail: ['app/ports.ts'],
  chat: ['app/ports.ts'],
  jobs: ['app', 'db', 'domain'],
  // It plays people who go through the door; a Fault is one line for whoever started it.
  demo: ['app', 'contract', 'domain', 'db/place-fault.ts'],
  // Beyond the door it opens and closes the database, and reports what stands in the way of that.
  server: ['app', 'contract', 'jobs', 'sources', 'domain', 'db/open.ts', 'db/place.ts', 'db/place-fault.ts'],
};

/** The packages that a folder may use; the folders that are not named here choose for themselves. */
const packages: Record<string, readonly string[]> = {
  domain: [],
  contract: ['zod'],
  client: [],
};

const forbiddenFolders = ['utils', 'util', 'lib', 'common', 'helpers', 'shared'];
const barrel = 'src/contract/index.ts';
const impure =
  /\b(?:new Date|Date\.|Temporal\b|process\.(?:env|argv|exit|cwd|std|hr|on)|performance\.|Math\.random|globalThis|console\.|fetch\()/;

type Source = { path: string; text: string; code: string; folder: string; test: boolean };

const root = join(import.meta.dirname, '..');
const sources = globSync('{src,test}/**/*.{ts,tsx}', { cwd: root }).sort().map(read);

function read(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8');
  const [top, folder = ''] = path.split('/');
  return {
    path,
    text,
    code: withoutComments(text),
    folder: top === 'src' && path.split('/').length > 2 ? folder : '',
    test: top === 'test' || /\.test\.tsx?$/.test(path),
  };
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/^\s*\/\/.*$/gm, '');
}

function withoutTexts(code: string): string {
  return code.replaceAll(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, "''");
}

function importsOf({ code }: Source): string[] {
  const matches = [
    ...code.matchAll(/^(?:import|export|\})[^'"`;]*\bfrom '([^']+)'/gm),
    ...code.matchAll(/^import '([^']+)'/gm),
    ...code.matchAll(/\bimport\('([^']+)'\)/g),
  ];
  return matches.map((match) => match[1]!);
}

/** The path below src that an import leads to, or undefined for a package. */
function targetOf(source: Source, imported: string): string | undefined {
  if (imported.startsWith('#')) return imported.slice(1);
  return imported.startsWith('.')
    ? relative('src', join(dirname(source.path), imported)).replaceAll('\\', '/')
    : undefined;
}

function packageOf(imported: string): string {
  const parts = imported.split('/');
  return imported.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
}

test(`the ${sources.length} files that were read are not none`, () => {
  assert.ok(sources.length > 100, `only ${sources.length} files were found below ${root}`);
  const folders = new Set(sources.map(({ folder }) => folder));
  for (const folder of ['domain', 'contract', 'app', 'db', 'server', 'client', 'web', 'cli', 'jobs'])
    assert.ok(folders.has(folder), `no file of src/${folder} was read`);
});

test('imports follow the arrows between folders', () => {
  const wrong = sources
    .filter(({ folder, test }) => folder !== '' && !test)
    .flatMap((source) => {
      const allowed = arrows[source.folder];
      if (!allowed) return [`${source.path}: src/${source.folder} is in no arrow`];
      return importsOf(source).flatMap((imported) => {
        const target = targetOf(source, imported);
        if (target === undefined) return [];
        const within = (place: string) => target === place || target.startsWith(`${place}/`);
        return [source.folder, ...allowed].some(within) ? [] : [`${source.path} imports ${target}`];
      });
    });
  assert.deepEqual(wrong, []);
});

test('the contract knows zod only, the client nothing, and the domain nothing at all', () => {
  const wrong = sources
    .filter(({ folder, test }) => packages[folder] && !test)
    .flatMap((source) =>
      importsOf(source)
        .filter((imported) => targetOf(source, imported) === undefined)
        .filter((imported) => !packages[source.folder]!.includes(packageOf(imported)))
        .map((imported) => `${source.path} imports ${imported}`),
    );
  assert.deepEqual(wrong, []);
});

test('imports of another folder are written with #, those of the same folder with ./', () => {
  const wrong = sources
    .filter(({ folder }) => folder !== '')
    .flatMap((source) =>
      importsOf(source)
        .filter((imported) => imported.startsWith('.'))
        .filter((imported) => !targetOf(source, imported)!.startsWith(`${source.folder}/`))
        .filter((imported) => !targetOf(source, imported)!.startsWith('..'))
        .map((imported) => `${source.path} imports ${imported}`),
    );
  assert.deepEqual(wrong, []);
});

test('the domain knows no clock, no chance and no world outside', () => {
  const wrong = sources
    .filter(({ folder, test }) => folder === 'domain' && !test)
    .flatMap(({ path, code }) =>
      withoutTexts(code)
        .split('\n')
        .filter((line) => impure.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
  assert.deepEqual(wrong, []);
});

test('there is no folder for what has no place', () => {
  const wrong = sources.filter(({ path }) => path.split('/').some((part) => forbiddenFolders.includes(part)));
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  );
});

test('nothing is exported by default, and nothing is passed on by a barrel', () => {
  const wrong = sources
    .filter(({ path }) => path !== barrel)
    .filter(
      ({ path, code }) =>
        /^\s*export\s+default\b|\bas default\b/m.test(code) ||
        /^\s*export\s+(?:type\s+)?(?:\*|\{[^}]*\})[^;'"]*\bfrom\b/m.test(code) ||
        /(^|\/)index\.tsx?$/.test(path),
    );
  assert.deepEqual(
    wrong.map(({ path }) => path),
    [],
  );
});

test('files stay small: median at most 80 lines, 95th percentile 250, none above 400', (t) => {
  const sizes = sources
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .sort((a, b) => a.lines - b.lines);
  const at = (part: number) => sizes[Math.ceil(part * sizes.length) - 1]!.lines;
  const largest = sizes.slice(-5).map(({ path, lines }) => `${path} ${lines}`);
  t.diagnostic(`${sizes.length} files: median ${at(0.5)}, 95th percentile ${at(0.95)}, largest ${largest}`);
  assert.ok(at(0.5) <= 80, `the median file has ${at(0.5)} lines`);
  assert.ok(at(0.95) <= 250, `the 95th percentile has ${at(0.95)} lines`);
  assert.ok(sizes.at(-1)!.lines <= 400, `${largest.at(-1)} lines are above 400`);
});
