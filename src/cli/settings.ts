import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Common } from './parse.ts';
import { Usage } from './usage.ts';

export type Env = Record<string, string | undefined>;

/** Where the commands go and by which token. */
export type Settings = { address: string; token: string | undefined };

type Kept = { server: string; token: string };

const usualAddress = 'http://localhost:3000';

/** The address and the token: from the flags, else TANDEM_SERVER and TANDEM_TOKEN, else from what `tandem login` kept. */
export function settingsOf(common: Pick<Common, 'server' | 'token'>, env: Env): Settings {
  const kept = keptSettings(env);
  const address = addressOf(common.server ?? env.TANDEM_SERVER ?? kept?.server ?? usualAddress);
  const given = common.token ?? env.TANDEM_TOKEN;
  // A kept token is for the server that it was kept for: another one would learn it.
  return { address, token: given || (kept?.server === address ? kept.token : undefined) };
}

/** Keeps the address and the token for later commands, in a file that only this account can read; gives its path. */
export function keepSettings(env: Env, { address, token }: { address: string; token: string }): string {
  const path = pathOf(env);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify({ server: address, token }, null, 2)}\n`, { mode: 0o600 });
  renameSync(draft, path);
  return path;
}

function keptSettings(env: Env): Kept | undefined {
  const path = pathOf(env);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Usage(`The file ${path} cannot be read (${(fault as NodeJS.ErrnoException).code}).`);
  }
  try {
    const { server, token } = JSON.parse(text) as Partial<Kept>;
    if (typeof server === 'string' && typeof token === 'string') return { server, token };
  } catch {}
  throw new Usage(`The file ${path} is damaged: run "tandem login" again.`);
}

function pathOf(env: Env): string {
  const folder = env.XDG_CONFIG_HOME || join(env.HOME ?? homedir(), '.config');
  return env.TANDEM_CONFIG || join(folder, 'tandem', 'config.json');
}

function addressOf(text: string): string {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new Usage(`"${text}" is not the address of a server, such as http://localhost:3000.`);
  return url.origin;
}
