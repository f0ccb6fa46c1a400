// npm run bench: measures, and prints one table.
import { install, runToEnd } from './project.mjs';

install();
process.exitCode = runToEnd(['test/bench/main.ts', ...process.argv.slice(2)]);
