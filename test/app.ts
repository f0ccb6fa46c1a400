import type { TestContext } from 'node:test';
import type { Hono } from 'hono';
import type { Tandem } from '#app/perform.ts';
import { type Call, client } from '#client/client.ts';
import { assemble, type Background } from '#server/assemble.ts';
import type { Carried } from '#server/rest.ts';
import { securityOf } from '#server/security.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import type { MadePerson } from './make.ts';

/** Tandem as it is served, over a database of the test's own and a clock that the test sets; nothing listens on a port. */
export type TestApp = {
  tandem: Tandem;
  /** The HTTP application: `app.server.request('/api/…')`. */
  server: Hono<Carried>;
  /** What `serve` would run beside the requests; not started. */
  background: Background[];
  database: TestDatabase;
  /** The typed client over REST, as a person by a token of theirs; as nobody when none is given. */
  as(person?: MadePerson, scope?: 'write' | 'read'): Call;
  clock: { now: string };
  /** What was written to the log; a bug has a field `bug`. */
  logged: Record<string, unknown>[];
};

/** An application for a test (or for all tests of a file, when no test is given); `now` is 2026-03-04T12:00:00Z, a Wednesday, unless it says otherwise; `env` is that of the server. */
export async function testApp(
  t?: TestContext,
  { now = '2026-03-04T12:00:00.000Z', env = {} }: { now?: string; env?: Record<string, string> } = {},
): Promise<TestApp> {
  const database = await testDatabase(t);
  const clock = { now };
  const logged: Record<string, unknown>[] = [];
  const { tandem, app, background } = assemble({
    database,
    secrets: {
      session: 'a session key that only tests use',
      audit: 'an audit key that only tests use',
      sealing: ['5e'.repeat(32)],
    },
    // Tests of the rate limit set one; the others may be as fast as they like.
    security: securityOf({ RATE_LIMIT: '0', ...env }),
    clock: () => clock.now,
    log: (entry) => logged.push(entry),
    // Sources are on this machine: a test that reaches out is slow, and true today only.
    resolve: async (name) => (name === 'localhost' ? ['127.0.0.1'] : []),
  });
  const as = (person?: MadePerson, scope: 'write' | 'read' = 'write') =>
    client({ fetch: (request) => app.fetch(request), ...(person && { token: person.tokens[scope] }) });
  return { tandem, server: app, background, database, as, clock, logged };
}
