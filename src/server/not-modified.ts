import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { acceptedEncoding, type Encoding, packed } from './encoding.ts';
import type { Carried } from './rest.ts';

// Less fits into one packet of the network anyway.
const fewestPacked = 1_400;

/**
 * The answer of a read as JSON with an ETag of its content, packed for those who accept that, or 304 without a body when the caller has that
 * content already.
 */
export async function unlessKnown(context: Context<Carried>, answer: unknown): Promise<Response> {
  const written = writtenOf(answer);
  const { text, tag } = written;
  const encoding =
    text.length < fewestPacked ? undefined : acceptedEncoding(context.req.header('accept-encoding'));
  context.header('vary', 'accept-encoding', { append: true });
  // Packed it is other bytes of the same content.
  context.header('etag', encoding ? `W/${tag}` : tag);
  const known = context.req.header('if-none-match')?.split(/\s*,\s*/);
  // A proxy that compresses turns a tag into a weak one; the content is the same.
  if (known?.some((each) => each.replace(/^W\//, '') === tag)) return context.body(null, 304);
  context.header('content-type', 'application/json');
  if (!encoding) return context.body(text);
  // What is remembered is packed once.
  written.packed[encoding] ??= packed(encoding, Buffer.from(text), 'quick');
  const bytes = await written.packed[encoding];
  context.header('content-encoding', encoding);
  return context.body(new Uint8Array(bytes));
}

type Written = { text: string; tag: string; packed: Partial<Record<Encoding, Promise<Buffer>>> };

// An answer that the application remembered comes again as the same object.
const written = new WeakMap<object, Written>();

function writtenOf(answer: unknown): Written {
  const before = typeof answer === 'object' && answer !== null ? written.get(answer) : undefined;
  if (before) return before;
  const text = JSON.stringify(answer);
  const made: Written = { text, tag: `"${createHash('sha1').update(text).digest('base64url')}"`, packed: {} };
  if (typeof answer === 'object' && answer !== null) written.set(answer, made);
  return made;
}
