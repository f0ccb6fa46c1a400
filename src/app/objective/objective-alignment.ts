import type { Act } from '#app/act.ts';
import { linksBelowCycle, type ParentLink } from '#db/objective-map.ts';
import { type AlignmentFinding, alignmentFindings, companyTeam, type Placed } from '#domain/okr/orphans.ts';

/**
 * What is missing around the objectives of a cycle that a person sees. What hangs above or below them is asked of all objectives: whether
 * there is anything that is private to others is no secret, only what it is.
 */
export async function alignmentOf(
  act: Act,
  cycle: string,
  objectives: readonly Placed[],
  above: readonly Pick<ParentLink, 'objective' | 'parent' | 'kind'>[],
): Promise<(id: string) => AlignmentFinding[]> {
  const { tx, organisation } = act;
  const company = await companyOf(act);
  const below = await linksBelowCycle(tx, organisation.id, cycle);
  const links = [...above, ...below].map(({ objective, parent, kind }) => ({
    child: objective,
    parent,
    kind,
  }));
  const found = alignmentFindings(objectives, { links, company });
  return (id) => found.get(id) ?? [];
}

/** The team that stands for the organisation, if there is one. */
export async function companyOf({ tx, organisation }: Act): Promise<string | undefined> {
  const teams = await tx
    .selectFrom('team')
    .select(['id', 'parent'])
    .where('organisation', '=', organisation.id)
    .where('removed_at', 'is', null)
    .execute();
  return companyTeam(teams);
}
