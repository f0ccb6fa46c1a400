import type { Server as HttpServer } from 'node:http';
import { resolve } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { pino } from 'pino';
import { perform, type Tandem } from '#app/perform.ts';
import { openPlace, type Place, placeOf } from '#db/place.ts';
import { codeOf, Fault } from '#db/place-fault.ts';
import { assemble } from './assemble.ts';
import { secretsOf } from './secrets.ts';
import { securityOf } from './security.ts';

type Env = Record<string, string | undefined>;

/** A Tandem that listens; `stop` ends requests in flight, then the database. */
export type Serving = { address: string; tandem: Tandem; stop(): Promise<void> };

/**
 * Opens the database, and listens on HOST (127.0.0.1 by default) and PORT (3000). Throws a Fault with one line for the person:
 * a taken port, a folder or database that is not there, a wrong secret. `gone` hears when the database is lost for good;
 * `prepare` is done before anybody can come in.
 */
export async function startServing(
  env: Env,
  gone?: (fault: Fault) => void,
  prepare?: (tandem: Tandem) => Promise<void>,
): Promise<Serving> {
  const log = pino({ level: levelOf(env), base: undefined });
  const place = placeOf(env);
  const { host, port } = listening(env);
  const security = securityOf(env);
  const database = await openPlace(place, told(log), gone);
  try {
    const folder = place.kind === 'folder' ? place.folder : resolve(env.TANDEM_DATA?.trim() || 'data');
    const { app, tandem, background } = assemble({
      database,
      security,
      secrets: await secretsOf({ env, folder, owner: database.owner }),
      clock: () => new Date().toISOString(),
      log: (entry) => (entry.bug ? log.error(entry) : log.info(entry)),
    });
    await prepare?.(tandem);
    const http = createAdaptorServer({ fetch: app.fetch }) as HttpServer;
    const address = await listen(http, host, port);
    for (const each of background) await each.start();
    return {
      address,
      tandem,
      async stop() {
        for (const each of background) each.drain?.();
        await closed(http);
        for (const each of background) await each.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

function levelOf(env: Env): string {
  const level = env.LOG_LEVEL?.trim() || 'info';
  if (!levels.includes(level))
    throw new Fault(`LOG_LEVEL is ${level}, which is none of ${levels.join(', ')}.`);
  return level;
}

function told(log: pino.Logger) {
  return {
    info: (text: string) => log.info(text),
    warn: (text: string) => log.warn(text),
    error: (text: string) => log.error(text),
  };
}

function listening(env: Env): { host: string; port: number } {
  const text = env.PORT?.trim() || '3000';
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Fault(`PORT is ${text}, which is not a port: give a number from 1 to 65535.`);
  return { host: env.HOST?.trim() || '127.0.0.1', port };
}

function listen(http: HttpServer, host: string, port: number): Promise<string> {
  return new Promise((listening, reject) => {
    http.once('error', (error) =>
      reject(
        codeOf(error) === 'EADDRINUSE'
          ? new Fault(
              `Port ${port} on ${host} is taken: stop what listens there, or set PORT to another one.`,
            )
          : codeOf(error)
            ? new Fault(`Tandem cannot listen on ${host}:${port} (${codeOf(error)}): set HOST and PORT.`)
            : error,
      ),
    );
    http.listen(port, host, () => {
      const bound = http.address();
      const at = typeof bound === 'object' && bound ? bound.port : port;
      listening(`http://${host.includes(':') ? `[${host}]` : host}:${at}`);
    });
  });
}

// Requests in flight are answered; idle connections and streams that never end are closed.
async function closed(http: HttpServer): Promise<void> {
  const ended = new Promise<void>((resolve) => http.close(() => resolve()));
  http.closeIdleConnections();
  const patience = setTimeout(() => http.closeAllConnections(), 5_000);
  await ended;
  clearTimeout(patience);
}

/** Makes ready what is served first, and gives the words for the person who started it. */
export type Prepare = (tandem: Tandem, say: (text: string) => void) => Promise<string>;

async function nextStep(tandem: Tandem, place: Place): Promise<string> {
  const { begun } = await perform(tandem, { kind: 'nobody' }, 'organisations.begun', {});
  const next = begun
    ? 'Open it in a browser and sign in.'
    : 'Open it in a browser: whoever comes first names the organisation and becomes its owner.';
  const data = place.kind === 'folder' ? `Its data is in ${place.folder}; ` : '';
  return `${next}\n${data}${data ? 'to' : 'To'} end it, press Ctrl-C.\n`;
}

/** The command `serve`: serves until SIGTERM or SIGINT; gives the exit code. */
export async function serve(env: Env, prepare?: Prepare): Promise<number> {
  let serving: Serving | undefined;
  let words: string | undefined;
  const ended = Promise.withResolvers<number>();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => ended.resolve(0));
  const gone = (fault: Fault) => {
    process.stderr.write(`${fault.message}\n`);
    ended.resolve(1);
  };
  try {
    serving = await startServing(env, gone, async (tandem) => {
      words = await prepare?.(tandem, (text) => process.stdout.write(text));
      words ??= await nextStep(tandem, placeOf(env));
    });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  process.stdout.write(`Tandem is at ${serving.address}\n${words}`);
  const code = await ended.promise;
  await serving.stop();
  return code;
}
