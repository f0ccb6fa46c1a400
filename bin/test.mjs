// npm test [files or flags of node --test]: brings everything that the tests need, and runs them.
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { availableParallelism, freemem, tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWeb, fail, filesBelow, install, runToEnd } from './project.mjs';

install();
if (runToEnd(['test/prepare.ts']) !== 0) fail('The tests lack something: see above.');
buildWeb();

const given = process.argv.slice(2);
const flags = given.filter((word) => word.startsWith('-'));
const named = given.filter((word) => !word.startsWith('-'));
const all = ['src', 'test'].flatMap((folder) => filesBelow(folder, (path) => /\.test\.tsx?$/.test(path)));
const files = named.length > 0 ? named : all;
if (files.length === 0) fail('There is no test file.');
process.stdout.write(`Running ${files.length} of ${all.length} test files\n`);

// The files share one PostgreSQL, in a folder of this run's own, so that it can be ended with it.
const memory = roomyMemory();
const folder = mkdtempSync(join(memory ?? tmpdir(), 'tandem-test-'));
const database = join(folder, 'database');
mkdirSync(database, { mode: 0o700 });
// Root's tests run other databases as nobody, who writes temporary files too.
chmodSync(folder, 0o1777);
const env = { ...process.env, TANDEM_TEST_FOLDER: database, ...(memory && { TMPDIR: folder }) };
// Ctrl-C reaches the tests as well, and what they leave in memory is to be removed.
process.on('SIGINT', () => {});
// One more than there are processors: some files mostly wait, for a server that recovers or a job that comes round.
const concurrency = `--test-concurrency=${availableParallelism() + 1}`;
const usual = ['--test', '--test-reporter=spec', '--test-timeout=600000', concurrency];
process.exitCode = runToEnd([...usual, ...flags, ...files], env);
await endServer();

// The tests start databases that wait for the disk at each commit, and browsers that write: in memory nothing waits.
function roomyMemory() {
  const place = '/dev/shm';
  const free = (process.availableMemory ?? freemem)();
  if (!existsSync(place) || free < 6 * 2 ** 30) return undefined;
  // Some tests start what they have put there.
  if (/ \/dev\/shm \S+ \S*\bnoexec\b/.test(readFileSync('/proc/mounts', 'utf8'))) return undefined;
  const { bavail, bsize } = statfsSync(place);
  return bavail * bsize < 3 * 2 ** 30 ? undefined : place;
}

async function endServer() {
  try {
    const { pid } = JSON.parse(readFileSync(join(database, 'ready.json'), 'utf8'));
    process.kill(pid, 'SIGTERM');
    for (let waited = 0; waited < 15_000 && process.kill(pid, 0); waited += 50)
      await new Promise((next) => setTimeout(next, 50));
  } catch (error) {
    // No test wanted a database, or its server has ended.
    if (error.code !== 'ENOENT' && error.code !== 'ESRCH') throw error;
  }
  rmSync(folder, { recursive: true, force: true });
}
