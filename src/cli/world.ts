import { type Call, type ClientOptions, client } from '#client/client.ts';
import { Refused } from '#contract/refused.ts';
import type { Common } from './parse.ts';
import { type Env, settingsOf } from './settings.ts';

/** What a command touches of the world; tests bring their own. */
export type World = {
  env: Env;
  out(text: string): void;
  err(text: string): void;
  /** The columns of the terminal that `err` writes to; absent when it is none. */
  width?: number;
  /** The first line of the standard input, for a token that is pasted. */
  line(): Promise<string>;
  /** Shows how far a long operation is; a pipe wants no such thing. */
  progress?: (done: number, total: number) => void;
  fetch?: ClientOptions['fetch'];
};

/** The typed client to the server of the settings; refuses with unavailable when nobody answers there. */
export function callerOf(
  common: Pick<Common, 'server' | 'token'>,
  world: Pick<World, 'env' | 'fetch'>,
): Call {
  const { address, token } = settingsOf(common, world.env);
  const send = world.fetch ?? ((request: Request) => fetch(request));
  return client({
    address,
    ...(token !== undefined && { token }),
    fetch: async (request) => {
      try {
        return await send(request);
      } catch (fault) {
        const { cause } = fault as { cause?: { code?: string } };
        const why = cause?.code ? ` (${cause.code})` : '';
        throw new Refused('unavailable', `No answer from ${address}${why}: does Tandem run there?`);
      }
    },
  });
}
