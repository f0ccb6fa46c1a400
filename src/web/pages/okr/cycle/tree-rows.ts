import type { Output } from '#contract/index.ts';
import type { TreeObjective } from '#contract/objectives.ts';

/** The answer that a cycle page is drawn from. */
export type CycleTree = Output<'objectives.tree'>;
export type TreeKeyResult = TreeObjective['keyResults'][number];

/** What a cycle page is narrowed down to; an empty text narrows nothing. */
export type Filters = { team: string; owner: string; health: string; alignment: string };

/** Health as the URL names it; key results without any are 'none'. */
export function healthName(health: TreeObjective['health']): string {
  return (health ?? 'none').replace(' ', '-');
}

type Filtered = Pick<TreeObjective, 'team' | 'owner' | 'health' | 'alignment'> & {
  /** Who answers for its key results. */
  answering: readonly (string | null)[];
};

/** Whether a filter narrows anything down. */
export function narrows({ team, owner, health, alignment }: Filters): boolean {
  return [team, owner, health, alignment].some((wanted) => wanted !== '');
}

/** Whether a filter leaves an objective: of a team, owned by a person or with a key result of theirs, with a weakest health, lacking something. */
export function isWithin(each: Filtered, { team, owner, health, alignment }: Filters): boolean {
  return (
    (team === '' || each.team === team) &&
    (owner === '' || each.owner === owner || each.answering.includes(owner)) &&
    (health === '' || healthName(each.health) === health) &&
    (alignment === '' || each.alignment.some(({ kind }) => kind === alignment))
  );
}

/** The objectives that a filter leaves. */
export function filtered(objectives: readonly TreeObjective[], filters: Filters): TreeObjective[] {
  return objectives.filter((each) =>
    isWithin({ ...each, answering: each.keyResults.map(({ owner }) => owner) }, filters),
  );
}

/** The lowest confidence among key results: the one to talk about. */
export function lowestConfidence(keyResults: readonly { confidence: number | null }[]): number | null {
  const known = keyResults.flatMap(({ confidence }) => (confidence === null ? [] : [confidence]));
  return known.length === 0 ? null : Math.min(...known);
}

/** Everyone whom a cycle names, each once. */
export function peopleIn(objectives: readonly TreeObjective[]): string[] {
  const ids = objectives.flatMap(({ owner, keyResults }) => [owner, ...keyResults.map((each) => each.owner)]);
  return [...new Set(ids.filter((id): id is string => id !== null))];
}
