import { Hono } from 'hono';
import { newId } from '#app/id.ts';
import type { Caller } from '#app/identify.ts';
import type { Tandem } from '#app/perform.ts';
import { Refused, refusals } from '#contract/refused.ts';
import type { SignIn } from './auth.ts';
import { reference } from './reference.ts';
import { type Carried, rest } from './rest.ts';

/** What the server is made of: the product behind the door, how a request is told apart, and where it writes its log. */
export type Server = {
  tandem: Tandem;
  signIn: SignIn;
  callerOf(request: Request): Promise<Caller>;
  log(entry: Record<string, unknown>): void;
};

/** The HTTP application: a Request in, a Response out, whatever listens in front of it. */
export function serverApp(server: Server): Hono<Carried> {
  const app = new Hono<Carried>();
  app.use(async (context, next) => {
    const request = newId();
    const started = performance.now();
    context.set('request', request);
    context.set('caller', () => server.callerOf(context.req.raw));
    await next();
    context.header('x-request-id', request);
    server.log({
      request,
      method: context.req.method,
      path: context.req.path,
      status: context.res.status,
      ms: Math.round((performance.now() - started) * 10) / 10,
    });
  });
  app.on(['GET', 'POST'], '/api/auth/*', (context) => server.signIn.answer(context.req.raw));
  rest(app, server.tandem);
  reference(app);
  app.notFound((context) =>
    context.json(refusal('not_found', `There is nothing at ${context.req.path}.`), 404),
  );
  app.onError((fault, context) => {
    if (fault instanceof Refused)
      return context.json(refusal(fault.code, fault.message, fault.field), refusals[fault.code]);
    const request = context.get('request');
    server.log({ level: 'error', request, bug: fault.stack ?? String(fault) });
    return context.json(refusal('bug', `Something broke on our side. The log knows it as ${request}.`), 500);
  });
  return app;
}

function refusal(
  code: string,
  message: string,
  field?: string,
): { error: { code: string; message: string; field?: string } } {
  return { error: field === undefined ? { code, message } : { code, message, field } };
}
