import { Refused } from '#contract/refused.ts';
import { queries } from './query.ts';

type Answer = { error?: { code: 'invalid' | 'not_signed_in' | 'too_many_requests'; message: string } };

/** Signs in; the browser keeps the session in a cookie that no script reads. Throws the refusal of a wrong password. */
export async function signIn(email: string, password: string): Promise<void> {
  await post('sign-in/email', { email, password });
  queries.clear();
}

/** Ends the session of this browser, and forgets what it has read. */
export async function signOut(): Promise<void> {
  await post('sign-out', {});
  queries.clear();
}

/** Changes one's own password, and ends the sessions in other browsers. */
export function changePassword(currentPassword: string, newPassword: string): Promise<void> {
  return post('change-password', { currentPassword, newPassword, revokeOtherSessions: true });
}

async function post(path: string, body: object): Promise<void> {
  const response = await fetch(`/api/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (response.ok) return;
  const { error } = (await response.json().catch(() => ({}))) as Answer;
  throw new Refused(
    error?.code ?? 'unavailable',
    error?.message ?? 'The server does not answer as it should.',
  );
}
