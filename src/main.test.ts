import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';

const main = join(import.meta.dirname, 'main.ts');

for (const words of [['openapi'], ['coach', 'check', '-'], ['kpis', '--help']])
  test(`tandem ${words.join(' ')}: a reader that closes the pipe early is no fault`, async () => {
    const child = spawn(process.execPath, [main, ...words], { env: {} });
    child.stdout.destroy();
    // Most read nothing.
    child.stdin.on('error', () => {});
    child.stdin.end('{"id": 1, "kind": "kpi", "text": "Uptime"}\n'.repeat(2000));
    child.stderr.setEncoding('utf8');
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    const [, signal] = await once(child, 'close');
    assert.deepEqual([said, signal], ['', null]);
  });
