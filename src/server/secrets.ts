import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import type { SealingKeys } from '#app/connector/sealed.ts';
import { usableFolder } from '#db/place.ts';
import { codeOf, Fault } from '#db/place-fault.ts';

/** The keys that one installation works with, each derived from its one secret. */
export type Secrets = { session: string; audit: string; sealing: SealingKeys };

type SecretPlace = { env: Record<string, string | undefined>; folder: string; owner: pg.Pool };

/**
 * The keys from TANDEM_SECRET, or from the file `secret` of the data folder, which is made when it is missing.
 * Refuses a secret that is too short, and one that is not the secret that this database was first opened with.
 */
export async function secretsOf({ env, folder, owner }: SecretPlace): Promise<Secrets> {
  const given = env.TANDEM_SECRET?.trim();
  if (given !== undefined && given.length < 32)
    throw new Fault('TANDEM_SECRET is shorter than 32 characters: make one with "openssl rand -base64 32".');
  const kept = given ? { secret: given, made: false } : keptIn(usableFolder(folder));
  const derived = (purpose: string) =>
    Buffer.from(hkdfSync('sha256', kept.secret, 'tandem', purpose, 32)).toString('hex');
  const fingerprint = createHmac('sha256', derived('fingerprint')).update('tandem').digest('hex');
  const { rows } = await owner.query<{ secret_fingerprint: string }>(
    `with made as (insert into installation (secret_fingerprint) values ($1) on conflict do nothing returning secret_fingerprint)
     select secret_fingerprint from made union all select secret_fingerprint from installation`,
    [fingerprint],
  );
  // No row: another process has just made it, and this statement's snapshot is older.
  const found = rows[0] ?? (await owner.query('select secret_fingerprint from installation')).rows[0];
  if (found.secret_fingerprint !== fingerprint) {
    if (kept.made) rmSync(join(folder, 'secret'), { force: true });
    throw new Fault(
      given
        ? 'TANDEM_SECRET is not the secret that this database was first opened with: set that one.'
        : `The file ${join(folder, 'secret')} does not hold the secret that this database was first opened with: put the first process's file there, or set TANDEM_SECRET to what it holds.`,
    );
  }
  const [newest, ...older] = [...givenKeys(env), derived('sealing')];
  return { session: derived('session'), audit: derived('audit'), sealing: [newest!, ...older] };
}

/** The keys of TANDEM_SECRET_KEY, parted by commas, the newest first; what older ones sealed is sealed anew as it is used. */
function givenKeys(env: Record<string, string | undefined>): string[] {
  const given = (env.TANDEM_SECRET_KEY ?? '').split(',').flatMap((text) => text.trim() || []);
  if (given.some((text) => text.length < 32))
    throw new Fault(
      'TANDEM_SECRET_KEY has a key that is shorter than 32 characters: make one with "openssl rand -base64 32".',
    );
  return given.map((text) => Buffer.from(hkdfSync('sha256', text, 'tandem', 'sealing', 32)).toString('hex'));
}

function keptIn(folder: string): { secret: string; made: boolean } {
  const path = join(folder, 'secret');
  const there = readIf(path);
  if (there) return { secret: there, made: false };
  // Two processes may start at once: the link gives the file its name only when it is complete and nobody was faster.
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(draft, path);
    return { secret: readIf(path)!, made: true };
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return { secret: readIf(path)!, made: false };
  } finally {
    rmSync(draft, { force: true });
  }
}

function readIf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}
