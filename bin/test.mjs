// npm test [files or flags of node --test]: brings everything that the tests need, and runs them.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
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
const folder = mkdtempSync(join(tmpdir(), 'tandem-test-'));
// One more than there are processors: some files mostly wait, for a server that recovers or a job that comes round.
const concurrency = `--test-concurrency=${availableParallelism() + 1}`;
const usual = ['--test', '--test-reporter=spec', '--test-timeout=600000', concurrency];
process.exitCode = runToEnd([...usual, ...flags, ...files], { ...process.env, TANDEM_TEST_FOLDER: folder });
await endServer();

async function endServer() {
  try {
    const { pid } = JSON.parse(readFileSync(join(folder, 'ready.json'), 'utf8'));
    process.kill(pid, 'SIGTERM');
    for (let waited = 0; waited < 15_000 && process.kill(pid, 0); waited += 50)
      await new Promise((next) => setTimeout(next, 50));
  } catch (error) {
    // No test wanted a database, or its server has ended.
    if (error.code !== 'ENOENT' && error.code !== 'ESRCH') throw error;
  }
  rmSync(folder, { recursive: true, force: true });
}
