import type { Act, Event } from '#app/act.ts';
import { newId } from '#app/id.ts';
import { Refused } from '#contract/refused.ts';
import { addPillar, findPillarNamed } from '#db/pillars.ts';

/** The pillar that a KPI or an objective is to carry, in the spelling that there is, and what happened if it had to be added. */
export type NamedPillar<P extends string | null | undefined> = { pillar: P; added: Event[] };

/**
 * Finds the pillar of a name, whatever its capitals, or adds it: an import or a file must not fail for a word that is new. It is held
 * until the commit, so that it is not renamed meanwhile; call it before anything else is locked.
 */
export async function pillarNamed<P extends string | null | undefined>(
  act: Act,
  name: P,
): Promise<NamedPillar<P>> {
  if (name == null) return { pillar: name, added: [] };
  const { tx, organisation } = act;
  const found = await findPillarNamed(tx, organisation.id, name);
  if (found && found.removed_at === null) return { pillar: found.name as P, added: [] };
  const id = found?.id ?? (await add(act, name));
  if (found)
    await tx
      .updateTable('pillar')
      .set({ removed_at: null, position: (await lastPosition(act)) + 1 })
      .where('organisation', '=', organisation.id)
      .where('id', '=', id)
      .execute();
  const spelling = found?.name ?? name;
  return {
    pillar: spelling as P,
    added: [{ kind: 'pillar.created', subject: id, detail: { name: spelling } }],
  };
}

async function add(act: Act, name: string): Promise<string> {
  const id = newId();
  const own = { organisation: act.organisation.id, id, name, description: '', created_at: act.now };
  if (await addPillar(act.tx, own)) return id;
  throw new Refused('conflict', `The pillar "${name}" was added at this very moment: try again.`, 'pillar');
}

async function lastPosition({ tx, organisation }: Act): Promise<number> {
  const { last } = await tx
    .selectFrom('pillar')
    .select((of) => of.fn.max('position').as('last'))
    .where('organisation', '=', organisation.id)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}
