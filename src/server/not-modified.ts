import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import type { Carried } from './rest.ts';

/** The answer of a read as JSON with an ETag of its content, or 304 without a body when the caller has that content already. */
export function unlessKnown(context: Context<Carried>, answer: unknown): Response {
  const { text, tag } = writtenOf(answer);
  context.header('etag', tag);
  const known = context.req.header('if-none-match')?.split(/\s*,\s*/);
  // A proxy that compresses turns a tag into a weak one; the content is the same.
  if (known?.some((each) => each.replace(/^W\//, '') === tag)) return context.body(null, 304);
  context.header('content-type', 'application/json');
  return context.body(text);
}

type Written = { text: string; tag: string };

// An answer that the application remembered comes again as the same object.
const written = new WeakMap<object, Written>();

function writtenOf(answer: unknown): Written {
  const before = typeof answer === 'object' && answer !== null ? written.get(answer) : undefined;
  if (before) return before;
  const text = JSON.stringify(answer);
  const made = { text, tag: `"${createHash('sha1').update(text).digest('base64url')}"` };
  if (typeof answer === 'object' && answer !== null) written.set(answer, made);
  return made;
}
