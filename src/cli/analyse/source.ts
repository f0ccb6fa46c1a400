import { createReadStream } from 'node:fs';
import { Unusable } from '../unusable.ts';

/** What a file is, by its content, and its bytes from the first one on. */
export type Source = { kind: 'lines' | 'table'; chunks: AsyncIterable<Uint8Array> };

/** Opens a file ("-" is the standard input) and tells JSON lines from a table; refuses what cannot be read and what is empty. */
export async function openSource(path: string, input: AsyncIterable<Uint8Array>): Promise<Source> {
  const bytes = path === '-' ? input : createReadStream(path, { highWaterMark: 2 ** 18 });
  const chunks = inUtf8(readable(path, bytes)[Symbol.asyncIterator]());
  const seen: Uint8Array[] = [];
  let start = '';
  // A pipe may give less than a line at a time.
  while (start.trim() === '') {
    const { value, done } = await chunks.next();
    if (done) throw new Unusable('The file is empty: there is nothing to analyse.');
    seen.push(value);
    start += Buffer.from(value.subarray(0, 65_536))
      .toString('latin1')
      .replace(/^(\xef\xbb\xbf|\xff\xfe)/, '');
  }
  if (/^\s*\[\s*[[{\d]/.test(start))
    throw new Unusable(
      'This is one JSON list: write one object a line, such as {"id": "calls", "values": [1, 2]}.',
    );
  // One bad line at the top makes no table of the others.
  const isLines = /\.(jsonl|ndjson)$/i.test(path) || (!start.includes('\0') && /^\s*\{/m.test(start));
  return { kind: isLines ? 'lines' : 'table', chunks: joined(seen, chunks) };
}

/** All bytes of a stream; refuses more than `most` of them. */
export async function wholeOf(chunks: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > most)
      throw new Unusable(
        `The table has more than ${most / 2 ** 20} MB: cut it in parts, or write the series as JSON lines, which are read one at a time.`,
      );
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

async function* readable(path: string, bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === undefined) throw fault;
    throw new Unusable(`The file ${path} cannot be read (${code}).`);
  }
}

async function* joined(
  seen: readonly Uint8Array[],
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* seen;
  yield* rest;
}

// Lines are parted at a byte, which UTF-16 does not have; and the byte order mark is no part of the first line.
async function* inUtf8(chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const first = await chunks.next();
  if (first.done) return;
  const [one, two, three] = first.value;
  const encoding =
    one === 0xff && two === 0xfe ? 'utf-16le' : one === 0xfe && two === 0xff ? 'utf-16be' : undefined;
  const decoder = encoding && new TextDecoder(encoding);
  const encoded = (bytes: Uint8Array) =>
    decoder ? Buffer.from(decoder.decode(bytes, { stream: true })) : bytes;
  const isMarked = one === 0xef && two === 0xbb && three === 0xbf;
  yield encoded(isMarked ? first.value.subarray(3) : first.value);
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield encoded(next.value);
}
