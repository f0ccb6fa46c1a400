import { resolve } from 'node:path';
import { passwordChanged } from '#app/people/password-changed.ts';
import { Email, Password } from '#contract/invitations.ts';
import { openPlace, type Place, placeOf } from '#db/place.ts';
import { Fault } from '#db/place-fault.ts';
import { assemble } from './assemble.ts';
import { secretsOf } from './secrets.ts';
import { securityOf } from './security.ts';

type Env = Record<string, string | undefined>;

/**
 * The command `password`: gives an account a new password and ends its sessions, for whoever runs the server and can reach its data.
 * Gives the exit code.
 */
export async function password(
  env: Env,
  [email = '']: readonly string[],
  line: () => Promise<string>,
): Promise<number> {
  try {
    if (!Email.safeParse(email).success)
      throw new Fault('Name the account: npx tandem password ada@example.org');
    process.stderr.write(`The new password of ${email}: `);
    const chosen = Password.safeParse(await line());
    if (!chosen.success) throw new Fault(`The password ${chosen.error.issues[0]!.message}.`);
    await replace(env, placeOf(env), email, chosen.data);
  } catch (fault) {
    if (!(fault instanceof Fault)) throw fault;
    process.stderr.write(`${fault.message}\n`);
    return 1;
  }
  process.stdout.write(`${email} has a new password, and is signed out everywhere.\n`);
  return 0;
}

async function replace(env: Env, place: Place, email: string, chosen: string): Promise<void> {
  const quiet = () => {};
  const log = { info: quiet, warn: quiet, error: (text: string) => process.stderr.write(`${text}\n`) };
  const database = await openPlace(place, log);
  try {
    const folder = place.kind === 'folder' ? place.folder : resolve(env.TANDEM_DATA?.trim() || 'data');
    const { tandem } = assemble({
      database,
      security: securityOf(env),
      secrets: await secretsOf({ env, folder, owner: database.owner }),
      clock: () => new Date().toISOString(),
      log: (entry) => entry.bug && log.error(String(entry.bug)),
    });
    const user = await tandem.ports.accounts.replacePassword(email, chosen);
    if (!user) throw new Fault(`There is no account for ${email}.`);
    await passwordChanged(tandem, user, 'the server', 'local');
  } finally {
    await database.close();
  }
}
