// npm run check: format and lint, types, unused code, the arrows between folders, and licences. Each says what it read.
import { spawnSync } from 'node:child_process';
import { fail, filesBelow, install, projectNode, root } from './project.mjs';

install();
const sources = ['src', 'test', 'bin'].flatMap((folder) =>
  filesBelow(folder, (path) => /\.(ts|tsx|mjs)$/.test(path)),
);
if (sources.length === 0) fail('There is nothing to check.');

const checks = [
  // Biome is a program of its own, found through its package; the others are scripts.
  ['Biome: format and lint', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  ['tsc: types', 'node_modules/typescript/bin/tsc', '-p', '.'],
  ['knip: unused files, exports and packages', 'node_modules/knip/bin/knip.js', '--no-progress'],
  ['The arrows between folders', '--test', '--test-reporter=spec', 'src/architecture.test.ts'],
  ['The licences of what is installed', '--test', '--test-reporter=spec', 'test/licences.test.ts'],
];

const failed = [];
for (const [name, ...args] of checks) {
  process.stdout.write(`\n${name} (${sources.length} source files)\n`);
  const started = performance.now();
  const { status } = spawnSync(projectNode(), args, { cwd: root, stdio: 'inherit' });
  process.stdout.write(
    `${status === 0 ? 'good' : 'FAILED'} in ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
  );
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) fail(`\nFailed: ${failed.join('; ')}`);
