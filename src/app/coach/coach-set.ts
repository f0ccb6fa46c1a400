import { aboutSet } from '#domain/coach/about.ts';
import { whole } from '#domain/coach/finding.ts';
import type { KeyResultOfSet } from '#domain/coach/set/facts.ts';
import { tooManyForOwner } from '#domain/coach/set/too-many-for-owner.ts';
import { checkSet } from '#domain/coach/set.ts';
import { teamLoad } from '#domain/coach/team-load.ts';
import type { CycleGoals } from './coach-cycle.ts';
import { loadsOf } from './coach-cycle.ts';
import type { Found } from './coach-goal.ts';
import type { Subject } from './coach-set-asides.ts';

/** What the coach finds in the key results of one objective together; `ids` are theirs, or their words while they are not written. */
export function checkedSet(
  objective: string,
  keyResults: readonly KeyResultOfSet[],
  ids: readonly string[],
): Found[] {
  return checkSet({ keyResults }).map(({ of: _, ...each }) => ({
    ...each,
    at: whole({ text: objective }),
    ...{ by: 'set', about: aboutSet(ids) },
  }));
}

export type LoadFinding = Subject & {
  title: string;
  team: string | null;
  owner: string | null;
  found: Found;
};

/** What the coach finds in how many goals people and teams have in a cycle, as far as they may be seen: a line for each of them, not one for each goal. */
export function checkedLoads(
  goals: CycleGoals,
  people: ReadonlyMap<string, string>,
  organisation: { id: string; name: string },
): LoadFinding[] {
  const { cycle } = goals;
  const owners = [...loadsOf(goals)].flatMap(([owner, { ids, ...load }]): LoadFinding[] => {
    const name = people.get(owner) ?? 'Somebody who has left';
    const found = tooManyForOwner.find({ keyResults: [], owner: { name, ...load } });
    if (!found) return [];
    const finding = {
      rule: tooManyForOwner.name,
      at: whole({ text: name }),
      ...found,
      by: 'set' as const,
      about: aboutSet(ids, `${cycle.id} `),
    };
    return [{ kind: 'person', subject: owner, title: name, team: null, owner, found: finding }];
  });
  const teams = [
    ...Map.groupBy(
      goals.objectives.filter(({ person }) => person === null),
      ({ team }) => team,
    ),
  ].flatMap(([team, own]): LoadFinding[] => {
    const title = team === null ? organisation.name : (goals.teams.get(team) ?? 'A team that is gone');
    const found = teamLoad(title, own.length);
    if (!found) return [];
    const finding = {
      ...found,
      by: 'set' as const,
      about: aboutSet(
        own.map(({ id }) => id),
        `${cycle.id} `,
      ),
    };
    const subject: Subject =
      team === null ? { kind: 'organisation', subject: organisation.id } : { kind: 'team', subject: team };
    return [{ ...subject, title, team, owner: null, found: finding }];
  });
  return [...teams, ...owners];
}
