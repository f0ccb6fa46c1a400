import assert from 'node:assert/strict';
import { readTableFile } from '#app/import/table-file-workbook.ts';
import { analyse } from '#cli/analyse/command.ts';
import type { Diagnosis } from '#cli/analyse/diagnose.ts';

/** What a run of the command left behind. */
export type Ran = { code: number; out: string; err: string };

/** Runs the command on a text or on pieces of bytes as its standard input. */
export async function analysed(
  input: string | Iterable<Uint8Array>,
  words: readonly string[] = [],
  { today = '2026-11-22', width = 100 } = {},
): Promise<Ran> {
  const written = { out: '', err: '' };
  const code = await analyse(words.some((word) => word.startsWith('/')) ? words : ['-', ...words], {
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    input: (async function* () {
      if (typeof input === 'string') yield Buffer.from(input);
      else yield* input;
    })(),
    width,
    today,
    readTable: async () => readTableFile,
  });
  return { code, ...written };
}

/** The lines of JSON that a run printed; it must have ended well. */
export async function diagnoses(
  input: string | Iterable<Uint8Array>,
  words: readonly string[] = [],
): Promise<Diagnosis[]> {
  const { code, out, err } = await analysed(input, ['--format', 'jsonl', ...words]);
  assert.equal(code, 0, err);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}
