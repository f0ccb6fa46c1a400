import type { Verification } from '#contract/audit.ts';
import { Refused } from '#contract/refused.ts';
import { helpOfAll, helpOfCommand, helpOfNoun } from './help.ts';
import { importFile } from './import.ts';
import { login } from './login.ts';
import { type Command, commands } from './names.ts';
import { type Common, commandOf, commonFlags, inputOf } from './parse.ts';
import { plain, readable } from './table.ts';
import { Usage } from './usage.ts';
import { callerOf, type World } from './world.ts';

/** Runs one command line and gives its exit code: 0 done, 1 refused or out of reach, 2 not a command. */
export async function run(words: readonly string[], world: World): Promise<number> {
  try {
    const { common, rest } = commonFlags(words);
    const [noun, verb] = rest;
    if (noun === undefined || noun === 'help') return said(world, helpOfAll());
    if (noun === 'import') return await importFile(rest.slice(1), common, world);
    if (noun === 'login') return await login(common, world);
    if (common.help && !commands.some((each) => each.noun === noun && each.verb === verb))
      return said(world, commands.some((each) => each.noun === noun) ? helpOfNoun(noun) : helpOfAll());
    const command = commandOf(noun, verb);
    if (common.help) return said(world, helpOfCommand(command));
    return await performed(command, inputOf(command, rest.slice(2)), common, world);
  } catch (fault) {
    if (fault instanceof Usage) return failed(world, fault.message, 2);
    if (fault instanceof Refused) return failed(world, `${fault.code}: ${fault.message}`, 1);
    throw fault;
  }
}

async function performed(
  { operation }: Command,
  input: Record<string, unknown>,
  common: Common,
  world: World,
): Promise<number> {
  const options = world.progress && operation.writes ? { onProgress: world.progress } : {};
  const answer: unknown = await callerOf(common, world)(operation.name, input as never, options);
  world.out(common.json ? `${JSON.stringify(answer, null, 2)}\n` : readable(answer));
  // A script that checks the log must notice without reading the answer.
  return operation.name === 'audit.verify' && !(answer as Verification).sound ? 1 : 0;
}

function said(world: World, text: string): number {
  world.out(text);
  return 0;
}

function failed(world: World, text: string, code: number): number {
  world.err(`${plain(text)}\n`);
  return code;
}
