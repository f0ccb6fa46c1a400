import { Refused } from '#contract/refused.ts';
import type { Common } from './parse.ts';

import { keepSettings, settingsOf } from './settings.ts';
import { callerOf, type World } from './world.ts';

/** The command `login`: tries a token on a server and keeps both; the token comes by --token, TANDEM_TOKEN, or as a line that is pasted. */
export async function login(common: Common, world: World): Promise<number> {
  const { address } = settingsOf(common, world.env);
  const given = common.token ?? world.env.TANDEM_TOKEN;
  if (!given) world.err(`Paste an API token of ${address} (make one there under Settings, Tokens): `);
  const token = given ?? (await world.line()).trim();
  if (!token) throw new Refused('not_signed_in', 'There is no token: nothing was kept.');
  const me = await callerOf({ server: address, token }, world)('people.me', {});
  const path = keepSettings(world.env, { address, token });
  world.out(
    `Signed in to ${me.organisation.name} at ${address} as ${me.name}${me.mayWrite ? '' : ', to read only'}. Kept in ${path}.\n`,
  );
  return 0;
}
