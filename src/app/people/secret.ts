import { createHash, randomBytes } from 'node:crypto';

/** A new secret of 256 bits, as 43 characters that are safe in an address. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret that was shown once; it is long and random, so a fast hash is enough. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

type Parts = { organisation: string; id: string; secret: string };

// Both name the organisation, because row-level security shows no row before one is current.

/** An API token as its person sees it once. */
export function tokenText(organisation: string, id: string, secret: string): string {
  return `tnd_${bare(organisation)}_${bare(id)}_${secret}`;
}

/** The parts of an API token's text; nothing when it is none. */
export function tokenParts(text: string): Parts | undefined {
  return parts(/^tnd_([\da-f]{32})_([\da-f]{32})_([\w-]{43})$/.exec(text));
}

/** The last part of an invitation's address. */
export function linkText(organisation: string, id: string, secret: string): string {
  return `${bare(organisation)}-${bare(id)}-${secret}`;
}

/** The parts of an invitation's link; nothing when it is none. */
export function linkParts(text: string): Parts | undefined {
  return parts(/^([\da-f]{32})-([\da-f]{32})-([\w-]{43})$/.exec(text));
}

function parts(match: RegExpExecArray | null): Parts | undefined {
  return match
    ? { organisation: hyphened(match[1]!), id: hyphened(match[2]!), secret: match[3]! }
    : undefined;
}

function bare(id: string): string {
  return id.replaceAll('-', '');
}

function hyphened(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
