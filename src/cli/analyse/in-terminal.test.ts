import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';

const main = join(import.meta.dirname, '..', '..', 'main.ts');

// No settings, no home, no database: what it needs is in the file.
function started(...words: string[]) {
  return spawn(process.execPath, [main, 'analyse', ...words], {
    env: {},
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

// What the command says next; its end when it says nothing more.
async function next(child: ReturnType<typeof started>): Promise<string> {
  const ended = once(child, 'close').then(([code]) => assert.fail(`it ended with ${code}`));
  const [text] = await Promise.race([once(child.stdout, 'data'), ended]);
  return String(text);
}

test('a line on the standard input is answered before the next one comes', async (t) => {
  const child = started('-', '--format', 'jsonl');
  t.after(() => child.kill());
  child.stdout.setEncoding('utf8');
  for (const id of ['first', 'second']) {
    child.stdin.write(`${JSON.stringify({ id, values: [1, 2, 1, 2, 1, 2] })}\n`);
    assert.equal(JSON.parse(await next(child)).id, id);
  }
  child.stdin.end();
  const [code] = await once(child, 'close');
  assert.equal(code, 0);
});

test('a reader that has seen enough ends the command', async (t) => {
  const child = started('-', '--format', 'jsonl');
  t.after(() => child.kill());
  child.stdin.on('error', () => {});
  let fault = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    fault += text;
  });
  const line = `${JSON.stringify({ id: 'a', values: Array.from({ length: 60 }, (_, index) => index % 7) })}\n`;
  child.stdin.write(line);
  await next(child);
  child.stdout.destroy();
  child.stdin.write(line.repeat(2000));
  const [code] = await once(child, 'close');
  assert.deepEqual([code, fault], [0, '']);
});
