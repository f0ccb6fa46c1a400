import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loop } from '../load.ts';
import type { Bench } from '../measure.ts';
import type { Line } from '../table.ts';

const count = 1000;
const cadences = ['weekly', 'monthly', 'daily', 'quarterly'];

// Reads, parses and prints the same lines, which no diagnosis can be quicker than.
const bare = `
for await (const line of require('node:readline').createInterface({ input: require('node:fs').createReadStream(process.argv[1]) }))
  process.stdout.write(JSON.stringify(JSON.parse(line)) + '\\n');
`;

/** `tandem analyse` on 1,000 series of 100 points, the start of the process included. */
export async function analyseRow({ seconds }: Pick<Bench, 'seconds'>): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-analyse-'));
  const path = join(folder, 'series.jsonl');
  writeFileSync(
    path,
    Array.from({ length: count }, (_, index) => `${JSON.stringify(seriesAt(index))}\n`).join(''),
  );
  try {
    return [
      {
        what: '1,000 series of 100 points analysed, process and all',
        measured: await loop(1, seconds, () => ran(['src/main.ts', 'analyse', path, '--format', 'jsonl'])),
        floors: [
          {
            name: 'a process that parses and prints the lines',
            measured: await loop(1, seconds, () => ran(['--input-type=commonjs', '-e', wrapped(bare), path])),
          },
        ],
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function wrapped(script: string): string {
  return `(async () => {${script}})()`;
}

function seriesAt(index: number) {
  const values = Array.from(
    { length: 100 },
    (_, point) => noise(index * 100 + point) + 10 * Math.sin(point / 8),
  );
  return { id: `series-${index}`, values, cadence: cadences[index % 4], horizon: 13, desired: 60 };
}

async function ran(words: readonly string[]): Promise<{ ok: boolean; bytes: number }> {
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let [bytes, lines] = [0, 0];
  child.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    for (const byte of chunk) if (byte === 10) lines += 1;
  });
  const [code] = await once(child, 'close');
  return { ok: code === 0 && lines === count, bytes };
}

// Looks like chance and is the same each time.
function noise(index: number): number {
  return Math.round((Math.abs(Math.sin(index * 12.9898) * 43_758.5453) % 1) * 2_000) / 100;
}
