import { useQueries } from '@tanstack/react-query';
import { operationQuery, useOperation } from '../query.ts';

type Ids = readonly (string | null | undefined)[];

/** Who and what the ids of a page are called; undefined while a name is on its way, null for nobody. */
export type Names = {
  person(id: string | null | undefined): string | null | undefined;
  team(id: string | null | undefined): string | null | undefined;
  isMe(id: string | null | undefined): boolean;
};

const atOnce = 1_000;

/** Names for the people and teams on a page: `const names = useNames(rows.map((row) => row.owner)); names.person(row.owner)`. */
export function useNames(people: Ids): Names {
  const me = useOperation('people.me', {});
  const list = useOperation('people.list', { limit: atOnce });
  const teams = useOperation('teams.list', {});
  const known = new Map(list.data?.people.map(({ id, name }) => [id, name]));
  const wanted = new Set(people.filter((id): id is string => typeof id === 'string'));
  // Those who have left are not in the list, nor is everybody of a large organisation.
  const missing = list.data ? [...wanted].filter((id) => !known.has(id)) : [];
  const found = useQueries({ queries: missing.map((person) => operationQuery('people.find', { person })) });
  for (const { data } of found) if (data) known.set(data.id, data.name);
  const teamNames = new Map(teams.data?.map(({ id, name }) => [id, name]));
  return {
    person: (id) => (id ? known.get(id) : null),
    team: (id) => (id ? teamNames.get(id) : null),
    isMe: (id) => id != null && id === me.data?.id,
  };
}
