import type { Caller } from '#app/identify.ts';
import { hashOf, tokenParts } from '#app/people/secret.ts';
import { Refused } from '#contract/refused.ts';
import { cookieName, type SignIn } from './auth.ts';

/** Tells who sent a request: a bearer token, a session cookie (the header `tandem-organisation` picks among several), or nobody. */
export async function callerOf(request: Request, userOf: SignIn['userOf']): Promise<Caller> {
  const { headers } = request;
  const authorization = headers.get('authorization');
  if (authorization !== null) return tokenOf(authorization);
  if (!headers.get('cookie')?.includes(cookieName)) return { kind: 'nobody' };
  const user = await userOf(headers);
  if (!user) return { kind: 'nobody' };
  return { kind: 'session', user, organisation: chosen(headers) };
}

function chosen(headers: Headers): string | undefined {
  const organisation = headers.get('tandem-organisation') ?? undefined;
  if (organisation !== undefined && !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(organisation))
    throw new Refused('invalid', 'The header tandem-organisation is not the id of an organisation.');
  return organisation;
}

function tokenOf(authorization: string): Caller {
  const parts = tokenParts(authorization.replace(/^Bearer /i, ''));
  if (!parts)
    throw new Refused(
      'not_signed_in',
      'The authorization header is not a token of Tandem: send "Bearer tnd_…" as it was shown when it was made.',
    );
  const { organisation, id, secret } = parts;
  return { kind: 'token', organisation, id, secretHash: hashOf(secret) };
}
