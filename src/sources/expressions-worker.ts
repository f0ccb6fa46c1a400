// Runs in a thread of its own, with no environment: an expression that loops, or a regular expression that never ends, is ended with it.
import { parentPort } from 'node:worker_threads';
import type { Task } from './expressions.ts';
import { picked } from './pick.ts';

parentPort?.on('message', async (task: Task) => {
  parentPort?.postMessage(await picked(task));
});
