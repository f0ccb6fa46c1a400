// What the commands of this folder share. Plain JavaScript without a package, because it runs on the system's Node before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder of the clone. */
export const root = fileURLToPath(new URL('..', import.meta.url));

const modules = join(root, 'node_modules');
const written = join(modules, '.package-lock.json');

/** Ends the command with one line. */
export function fail(line) {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

/** Installs the packages when they are missing or older than the lock file. */
export function install() {
  const lock = join(root, 'package-lock.json');
  // npm writes this file last, so an install that was broken off counts as none.
  if (existsSync(written) && statSync(written).mtimeMs >= statSync(lock).mtimeMs) return;
  process.stdout.write('Installing packages\n');
  // Not `npm ci`: it refuses a lock file that lacks other platforms' optional packages, as one made on a mirror without them does.
  const args = [
    'install',
    '--no-save',
    '--include=dev',
    '--include=optional',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
  ];
  const { status, error } = spawnSync('npm', args, { cwd: root, stdio: 'inherit', env: ownPath() });
  if (status !== 0)
    fail(
      `The packages could not be installed: npm install ${error ? error.message : `ended with ${status}`}.`,
    );
  utimesSync(written, new Date(), new Date());
}

// `npm start` puts the project's own Node first on the PATH, and npm would replace it while running on it.
function ownPath() {
  const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.startsWith(modules));
  return { ...process.env, PATH: path.join(delimiter) };
}

/** The Node that runs Tandem: the installed package's, or the present one where it is as new. */
export function projectNode() {
  const own = join(modules, 'node', 'bin', 'node');
  if (existsSync(own)) return own;
  const { version } = JSON.parse(readFileSync(join(modules, 'node', 'package.json'), 'utf8'));
  if (Number.parseInt(process.versions.node, 10) >= Number.parseInt(version, 10)) return process.execPath;
  return fail(
    `Node ${version} was not installed (are npm's install scripts forbidden?): run npm rebuild node, or use a Node from ${version} on.`,
  );
}

/** Every file below a folder of the clone that passes, with its path from the clone. */
export function filesBelow(folder, passes = () => true) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(path, passes) : passes(path) ? [path] : [];
    })
    .sort();
}

/** Builds the web into dist/web when what it is made of has changed since. */
export function buildWeb() {
  const stamp = join(root, 'dist', 'web', '.built');
  const state = webState();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return;
  process.stdout.write('Building the web\n');
  // Built beside and then moved: whoever serves dist/web meanwhile has all of one build, or all of the other.
  const fresh = join(root, 'dist', `web.${process.pid}`);
  const args = [
    join(modules, 'vite', 'bin', 'vite.js'),
    'build',
    '--outDir',
    fresh,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ];
  const { status } = spawnSync(projectNode(), args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) {
    rmSync(fresh, { recursive: true, force: true });
    fail('The web could not be built: the reason stands above.');
  }
  writeFileSync(join(fresh, '.built'), state);
  rmSync(join(root, 'dist', 'web'), { recursive: true, force: true });
  renameSync(fresh, join(root, 'dist', 'web'));
}

// Times and sizes instead of contents: this is asked at each start, which has three seconds in all.
function webState() {
  const sources = ['src/web', 'src/client', 'src/contract', 'src/domain'].flatMap((folder) =>
    filesBelow(folder),
  );
  const hash = createHash('sha256');
  for (const path of [...sources, 'vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

// Reading and compiling hundreds of modules anew was half of a start; where the folder cannot be written they are.
const kept = { NODE_COMPILE_CACHE: join(modules, '.cache', 'compiled') };

/** Runs a script with the project's Node to its end, and gives its exit code. */
export function runToEnd(args, env = process.env) {
  const { status, signal } = spawnSync(projectNode(), args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...kept, ...env },
  });
  return status ?? 128 + constants.signals[signal];
}

/** Runs Tandem in this process's stead: signals go on to it, it ends when this process does, and its exit code is ours. */
export function runTandem(args) {
  const leash = pathToFileURL(join(root, 'bin', 'leash.mjs')).href;
  const main = join(root, 'src', 'main.ts');
  const child = spawn(projectNode(), ['--import', leash, main, ...args], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: { ...kept, ...process.env },
  });
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
    process.on(signal, () => {
      // The terminal sends Ctrl-C to the child as well; twice would look like impatience.
      if (!(signal === 'SIGINT' && process.stdin.isTTY)) child.kill(signal);
    });
  }
  child.on('error', (error) => fail(`Tandem could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  watchNpm(() => child.kill('SIGTERM'));
}

// A killed npm cannot pass its end on, and Tandem would go on without anybody who could stop it.
function watchNpm(gone) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const before = ancestors();
  const watch = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(watch);
    gone();
  }, 250);
  watch.unref();
}

// npm runs a shell which runs this, and only the shell's parent changes when npm is killed.
function ancestors() {
  const { ppid } = process;
  const stat = `/proc/${ppid}/stat`;
  return existsSync(stat)
    ? `${ppid} ${readFileSync(stat, 'utf8').split(') ').at(-1).split(' ')[1]}`
    : String(ppid);
}
