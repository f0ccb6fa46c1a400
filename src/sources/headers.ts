import { SourceFault } from '#app/connector/source.ts';
import { type HeaderConfig, headerSecret } from '#domain/connector/config.ts';
import { type Pull, secretOf } from './pull.ts';

// These are the connection's own: a second length or host would make one request read as two.
const reserved =
  /^(host|content-length|transfer-encoding|connection|keep-alive|upgrade|expect|te|trailer|proxy-.*)$/i;

/** The headers of a connector with their secrets filled in; throws SourceFault for one that no request can carry. */
export function headersOf(
  headers: readonly HeaderConfig[],
  pull: Pick<Pull, 'secrets'>,
): Record<string, string> {
  return Object.fromEntries(
    headers.map((header) => {
      const { name } = header;
      if (!/^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/.test(name))
        throw new SourceFault(`"${name}" is not the name of a header.`);
      if (reserved.test(name))
        throw new SourceFault(`The header ${name} is set by the connection itself: leave it out.`);
      const value = 'secret' in header ? secretOf(pull, headerSecret(name)) : header.value;
      return [name.toLowerCase(), headerValue(value, `header ${name}`)];
    }),
  );
}

/** A header's value; throws SourceFault, without the value, when it holds what a header cannot. */
export function headerValue(value: string, what: string): string {
  const trimmed = value.trim();
  if (/[^\t\x20-\x7e\x80-\xff]/.test(trimmed))
    throw new SourceFault(`The ${what} holds a line break or a character that no header can carry.`);
  return trimmed;
}

/** The header that signs in with a user and a password (RFC 7617). */
export function basicSignIn(user: string, password: string): { authorization: string } {
  return { authorization: `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}` };
}

/** The header that signs in with a token (RFC 6750). */
export function bearerSignIn(token: string): { authorization: string } {
  return { authorization: `Bearer ${headerValue(token, 'token')}` };
}
