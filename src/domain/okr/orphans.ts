/** What is asked of an objective about its place among the others. */
export type Placed = {
  id: string;
  /** Whose it is; the whole organisation's when both are null. */
  team: string | null;
  person: string | null;
  keyResults: number;
};

/** How objectives hang together; those that were dropped are in no link. */
export type Alignment = {
  links: readonly { child: string; parent: string; kind: 'contributes to' | 'supports' }[];
  /** The team that all others are below, when there is one: its objectives are the organisation's. */
  company: string | undefined;
};

/** What is missing around an objective: something above it, or something that moves it. */
export type AlignmentFinding = { kind: 'orphan' | 'unsupported'; sentence: string };

/**
 * What is missing around each objective of a cycle; objectives that lack nothing are left out.
 * An orphan is of a team or a person and hangs below nothing, so that nobody can say what it is for. Unsupported is what nothing can move
 * (no key result and nothing that contributes: it will never have progress), and what is the organisation's while teams or people work
 * on objectives of their own and none of these hangs below it: its key results may move, but nobody says that they work on it.
 */
export function alignmentFindings(
  objectives: readonly Placed[],
  { links, company }: Alignment,
): Map<string, AlignmentFinding[]> {
  const hanging = new Set(links.map(({ child }) => child));
  const supported = new Set(links.map(({ parent }) => parent));
  const contributedTo = new Set(
    links.filter(({ kind }) => kind === 'contributes to').map(({ parent }) => parent),
  );
  const isTop = (each: Placed) => levelOf(each, company) === 'organisation';
  const hasTop = objectives.some(isTop);
  const hasLower = objectives.some((each) => !isTop(each));
  const found = new Map<string, AlignmentFinding[]>();
  for (const each of objectives) {
    const { id, person, keyResults } = each;
    const findings: AlignmentFinding[] = [];
    if (!isTop(each) && !hanging.has(id)) findings.push({ kind: 'orphan', sentence: orphan(person, hasTop) });
    if (keyResults === 0 && !contributedTo.has(id))
      findings.push({
        kind: 'unsupported',
        sentence: supported.has(id)
          ? 'It has no key result, and what hangs below it only supports it: it can have no progress.'
          : 'It has no key result, and nothing contributes to it or supports it: it can have no progress.',
      });
    else if (isTop(each) && hasLower && !supported.has(id))
      findings.push({
        kind: 'unsupported',
        sentence:
          'It is everybody’s, but no objective of a team or a person contributes to it or supports it.',
      });
    if (findings.length > 0) found.set(id, findings);
  }
  return found;
}

function orphan(person: string | null, hasTop: boolean): string {
  const whose = person === null ? 'a team' : 'a person';
  return hasTop
    ? `It is the objective of ${whose} and hangs below nothing: say what it contributes to or supports.`
    : `It is the objective of ${whose} and hangs below nothing; the organisation has no objective in this cycle that it could contribute to.`;
}

/** Whose an objective is: a person's, a team's, or the organisation's, be it by the team that stands for it. */
export function levelOf(
  { team, person }: Pick<Placed, 'team' | 'person'>,
  company: string | undefined,
): 'organisation' | 'team' | 'person' {
  if (person !== null) return 'person';
  return team === null || team === company ? 'organisation' : 'team';
}

/** The one team that has no team above it, when others are below it: organisations often keep themselves as a team. */
export function companyTeam(teams: readonly { id: string; parent: string | null }[]): string | undefined {
  const roots = teams.filter(({ parent }) => parent === null);
  return roots.length === 1 && teams.length > 1 ? roots[0]!.id : undefined;
}
