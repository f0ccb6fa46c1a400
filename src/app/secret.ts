import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits, as 43 characters that are safe in an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret that was shown once; it is long and random, so a fast hash is enough. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** An API token as its person sees it once; it names the organisation because row-level security shows no row before one is current. */
export function tokenText(organisation: string, id: string, secret: string): string {
  return `tnd_${organisation.replaceAll('-', '')}_${id.replaceAll('-', '')}_${secret}`;
}

/** The parts of an API token's text; nothing when it is none. */
export function tokenParts(text: string): { organisation: string; id: string; secret: string } | undefined {
  const match = /^tnd_([\da-f]{32})_([\da-f]{32})_([\w-]{43})$/.exec(text);
  return match
    ? { organisation: hyphened(match[1]!), id: hyphened(match[2]!), secret: match[3]! }
    : undefined;
}

function hyphened(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
