/** One line of a stream, counted from 1; a line beyond the limit has no text. */
export type Line = { line: number; text: string | undefined };

/** The most bytes of one line: what is longer is passed over without being kept. */
export const mostLineBytes = 16 * 2 ** 20;

const utf8 = new TextDecoder('utf-8', { fatal: true });
const windows = new TextDecoder('windows-1252');

/** The lines of a stream of bytes that are not blank, each as soon as it has ended. A line that is not UTF-8 is read as Windows-1252. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let [line, kept, size]: [number, Uint8Array[], number] = [1, [], 0];
  const take = (part: Uint8Array) => {
    size += part.length;
    if (size <= mostLineBytes) kept.push(part);
    else kept = [];
  };
  const end = (): Line => {
    const text = size > mostLineBytes ? undefined : decoded(Buffer.concat(kept));
    const done = { line, text };
    [line, kept, size] = [line + 1, [], 0];
    return done;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, at));
      from = at + 1;
      const done = end();
      if (done.text?.trim() !== '') yield done;
    }
    take(chunk.subarray(from));
  }
  const last = end();
  if (last.text?.trim() !== '') yield last;
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return windows.decode(bytes);
  }
}
