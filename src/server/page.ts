import { createHash, randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { Context, Hono } from 'hono';
import { acceptedEncoding, type Encoding, packed } from './encoding.ts';
import type { Carried } from './rest.ts';

type File = { bytes: Buffer; type: string; etag: string; packed: Partial<Record<Encoding, Promise<Buffer>>> };

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};
const placeholder = '__CSP_NONCE__';

/** What the web may load and do: its own scripts and nothing inline but the style elements that carry this answer's nonce. */
function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Adds the built web of a folder: its files, and its page for every address that is nobody else's. */
export function pages(app: Hono<Carried>, folder: string): void {
  const files = filesIn(folder);
  const index = files.get('/index.html')?.bytes.toString('utf8');
  app.get('*', async (context, next) => {
    const { path } = context.req;
    if (path.startsWith('/api/')) return next();
    const file = files.get(path);
    if (file && path !== '/index.html') return fileAnswer(context, file);
    if (path.startsWith('/assets/')) return next();
    if (index === undefined)
      return context.text('The pages are not built yet: run "npm start", which builds them.', 503);
    const nonce = randomBytes(16).toString('base64');
    return context.html(index.replaceAll(placeholder, nonce), 200, {
      'content-security-policy': pagePolicy(nonce),
      'cache-control': 'no-cache',
    });
  });
}

// Only what is there at the start is served, by its exact address: no path leads out of the folder.
function filesIn(folder: string): Map<string, File> {
  const paths = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    paths.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      const bytes = readFileSync(path);
      const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`;
      const type = types[extname(name)] ?? 'application/octet-stream';
      return [path.slice(folder.length).replaceAll('\\', '/'), { bytes, type, etag, packed: {} }];
    }),
  );
}

async function fileAnswer(context: Context<Carried>, file: File): Promise<Response> {
  const headers: Record<string, string> = {
    // Their names carry a hash of what is in them.
    'cache-control': context.req.path.startsWith('/assets/')
      ? 'public, max-age=31536000, immutable'
      : 'no-cache',
    etag: file.etag,
    vary: 'accept-encoding',
  };
  if (context.req.header('if-none-match') === file.etag) return context.body(null, 304, headers);
  headers['content-type'] = file.type;
  const encoding = encodingFor(context.req.header('accept-encoding') ?? '', file);
  if (!encoding) return context.body(new Uint8Array(file.bytes), 200, headers);
  // Packed once, when first asked for, and kept.
  file.packed[encoding] ??= packed(encoding, file.bytes, 'small');
  const bytes = await file.packed[encoding];
  return context.body(new Uint8Array(bytes), 200, { ...headers, 'content-encoding': encoding });
}

function encodingFor(accepted: string, { bytes, type }: File): Encoding | undefined {
  if (bytes.length < 1_000 || !/^text|json|svg/.test(type)) return undefined;
  return acceptedEncoding(accepted);
}
