import { betterAuth } from 'better-auth';
import type pg from 'pg';
import type { Accounts } from '#app/ports.ts';
import { refusedBy } from '#app/storage-fault.ts';
import { Refused } from '#contract/refused.ts';

/** What the server needs of the sign-in library; nothing else imports it. */
export type SignIn = {
  accounts: Accounts;
  /** Answers a request below /api/auth; refuses what is not one of the five ways in and out. */
  answer(request: Request): Promise<Response>;
  /** The account behind the session cookie of a request. */
  userOf(headers: Headers): Promise<string | undefined>;
};

type SignInOptions = { pool: pg.Pool; secret: string; log(text: string): void };

/** The name of the session's cookie. */
export const cookieName = 'tandem.session_token';

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' };
const paths = ['/sign-in/email', '/sign-out', '/change-password', '/get-session', '/revoke-other-sessions'];
const days = 24 * 60 * 60;

/** Sign-in by e-mail and password, with sessions in the schema `auth`; accounts are made by invitation only. */
export function signIn({ pool, secret, log }: SignInOptions): SignIn {
  const auth = build(pool, secret, log);
  return {
    accounts: accountsOf(auth),
    async answer(request) {
      const path = new URL(request.url).pathname.replace(/^\/api\/auth/, '');
      if (!paths.includes(path)) throw new Refused('not_found', `There is nothing at /api/auth${path}.`);
      // The library takes a database that is away for a session that has ended: people would be told to sign in.
      await pool.query('select');
      return said(await auth.handler(request), path);
    },
    async userOf(headers) {
      try {
        const session = await auth.api.getSession({ headers, query: { disableRefresh: true } });
        return session?.user.id;
      } catch (fault) {
        // The library wraps what the database said, and a database that is away is no bug of ours.
        throw refusedBy((fault as Error).cause ?? fault);
      }
    },
  };
}

function build(pool: pg.Pool, secret: string, log: (text: string) => void) {
  return betterAuth({
    database: pool,
    secret,
    // Only links in mails and redirects would need the true address, and there are none of them here.
    baseURL: 'http://localhost',
    basePath: '/api/auth',
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => log(message) },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 200 },
    user: { modelName: 'account_holder', fields: { emailVerified: 'email_verified', ...stamps } },
    session: {
      modelName: 'session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...stamps,
      },
      // A session ends 30 days after the sign-in, used or not: what reads it never has to set a cookie.
      expiresIn: 30 * days,
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'account',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...stamps,
      },
    },
    verification: { modelName: 'verification', fields: { expiresAt: 'expires_at', ...stamps } },
    // security.ts counts attempts by address and by account, and checks origins of every write, not only of these.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: 'tandem',
      useSecureCookies: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'strict' },
      disableCSRFCheck: true,
      disableOriginCheck: true,
      ipAddress: { disableIpTracking: true },
    },
  });
}

function accountsOf(auth: ReturnType<typeof build>): Accounts {
  const inside = async () => (await auth.$context).internalAdapter;
  const passwords = async () => (await auth.$context).password;
  return {
    async create({ name, email, password }) {
      const adapter = await inside();
      if (await adapter.findUserByEmail(email.toLowerCase()))
        throw new Refused('conflict', `There is an account for ${email} already: use its password.`);
      const hash = await (await passwords()).hash(password);
      const user = await adapter.createUser(
        { name, email, emailVerified: false },
        { method: 'email-password' },
      );
      await adapter.linkAccount({
        userId: user.id,
        accountId: user.id,
        providerId: 'credential',
        password: hash,
      });
      return user.id;
    },
    async verify(email, password) {
      const found = await (await inside()).findUserByEmail(email.toLowerCase(), { includeAccounts: true });
      const hash = found?.accounts.find(({ providerId }) => providerId === 'credential')?.password;
      if (!found || !hash) {
        // As slow as a wrong password, so that the time does not tell which addresses have an account.
        await (await passwords()).hash(password);
        return undefined;
      }
      return (await (await passwords()).verify({ hash, password })) ? found.user.id : undefined;
    },
    async replacePassword(email, password) {
      const adapter = await inside();
      const found = await adapter.findUserByEmail(email.toLowerCase());
      if (!found) return undefined;
      await adapter.updatePassword(found.user.id, await (await passwords()).hash(password));
      await adapter.deleteUserSessions(found.user.id);
      return found.user.id;
    },
    async findByEmail(email) {
      return (await (await inside()).findUserByEmail(email.toLowerCase()))?.user.id;
    },
  };
}

// The library says no in its own shape; people and programs know ours.
async function said(response: Response, path: string): Promise<Response> {
  if (response.ok) {
    // The library repeats the session's token in its answer, where a script could read it.
    const body = (await response.json()) as { user?: { name: string; email: string } } | null;
    const user = body?.user && { name: body.user.name, email: body.user.email };
    return Response.json(user ? { user } : {}, { headers: cookiesOf(response) });
  }
  const { message = '' } = (await response.json().catch(() => ({}))) as { message?: string };
  if (response.status >= 500) throw new Error(`The sign-in library answered ${response.status}: ${message}`);
  if (response.status === 401 && path === '/sign-in/email')
    throw new Refused('not_signed_in', 'The e-mail address or the password is not right.');
  if (response.status === 401) throw new Refused('not_signed_in', 'Sign in first.');
  throw new Refused('invalid', message ? `${message}.` : 'The request cannot be read.');
}

function cookiesOf(response: Response): Headers {
  const headers = new Headers();
  for (const cookie of response.headers.getSetCookie()) headers.append('set-cookie', cookie);
  return headers;
}
