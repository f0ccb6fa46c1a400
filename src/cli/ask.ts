import type { Name } from '#contract/index.ts';
import { type Common, commonFlags } from './parse.ts';
import type { Env } from './settings.ts';
import { callerOf } from './world.ts';

/** Performs operations on the server of the settings, by the flags of a command line; the names come from elsewhere. */
export function askingBy(
  words: readonly string[],
  env: Env,
): (name: Name, input: Record<string, unknown>) => Promise<unknown> {
  const { common }: { common: Common } = commonFlags(words);
  const call = callerOf(common, { env });
  return (name, input) => call(name, input as never);
}
