import { Hono, type MiddlewareHandler } from 'hono';
import { newId } from '#app/id.ts';
import type { Caller } from '#app/identify.ts';
import { passwordChanged } from '#app/people/password-changed.ts';
import type { Tandem } from '#app/perform.ts';
import { Refused } from '#contract/refused.ts';
import type { OpenDatabase } from '#db/open.ts';
import type { SignIn } from './auth.ts';
import { health } from './health.ts';
import type { Live } from './live.ts';
import { mcp } from './mcp.ts';
import { type Metrics, metricsPage } from './metrics.ts';
import { pages } from './page.ts';
import { reference } from './reference.ts';
import { answerTo } from './refusal.ts';
import { type Carried, rest } from './rest.ts';
import { operationOf, type Security } from './security.ts';
import { limitBodies } from './security-bodies.ts';
import { securityHeaders } from './security-headers.ts';
import { sameOriginOnly } from './security-origin.ts';
import { limitPasswords } from './security-passwords.ts';
import { limitRates } from './security-rates.ts';

/** What the server is made of: the product behind the door, how a request is told apart, and what guards and watches it. */
export type Server = {
  tandem: Tandem;
  database: Pick<OpenDatabase, 'auth' | 'owner'>;
  signIn: SignIn;
  callerOf(request: Request): Promise<Caller>;
  security: Security;
  metrics: Metrics;
  live: Live;
  /** The folder of the built web. */
  web: string;
  log(entry: Record<string, unknown>): void;
};

/** The HTTP application: a Request in, a Response out, whatever listens in front of it. */
export function serverApp(server: Server): Hono<Carried> {
  const { tandem, database, security, metrics } = server;
  const app = new Hono<Carried>();
  app.use(watched(server));
  app.use(securityHeaders(security));
  health(app, database.owner);
  metricsPage(app, metrics, security);
  app.use('/api/*', limitRates(security), sameOriginOnly(security), limitBodies());
  app.use('/api/*', limitPasswords(database.auth, security));
  app.post('/api/auth/change-password', async (context) => {
    // Asked before, because the session of the request ends with the old password.
    const user = await server.signIn.userOf(context.req.raw.headers);
    const answer = await server.signIn.answer(context.req.raw);
    if (answer.ok && user) await passwordChanged(tandem, user, 'the person', context.get('request'));
    return answer;
  });
  app.on(['GET', 'POST'], '/api/auth/*', (context) => server.signIn.answer(context.req.raw));
  rest(app, tandem, server.log);
  server.live.mount(app, tandem);
  mcp(app, tandem);
  reference(app);
  pages(app, server.web);
  app.notFound((context) => {
    throw new Refused('not_found', `There is nothing at ${context.req.path}.`);
  });
  app.onError((fault, context) => {
    const { status, body } = answerTo(fault, context.get('request'), server.log);
    return context.json(body, status);
  });
  return app;
}

// Probes come every few seconds and say nothing.
const quiet = new Set(['/healthz', '/readyz', '/metrics']);

/** Names each request, measures it, and writes one line about it. */
function watched({ callerOf, metrics, log }: Server): MiddlewareHandler<Carried> {
  return async (context, next) => {
    const request = newId();
    const started = performance.now();
    context.set('request', request);
    context.set('caller', () => callerOf(context.req.raw));
    await next();
    context.header('x-request-id', request);
    const { method, path } = context.req;
    const ms = performance.now() - started;
    metrics.observe(context, ms);
    if (quiet.has(path)) return;
    const operation = operationOf(context);
    log({ request, method, path, operation, status: context.res.status, ms: Math.round(ms * 10) / 10 });
  };
}
