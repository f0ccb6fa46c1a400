import type { Act } from '#app/act.ts';
import { plainName } from '#domain/import/names.ts';

/** Finds people as a file names them: by e-mail address, by name, or by a first name that only one has; keeps those it did not find. */
export type PeopleFinder = {
  find(text: string, row: number): string | null;
  name(id: string): string;
  /** One sentence for each name that stands for nobody or for several. */
  notes(): string[];
};

/** Reads the people of the organisation, once for a whole file. */
export async function peopleFinder(act: Act): Promise<PeopleFinder> {
  const people = await act.tx
    .selectFrom('person')
    .select(['id', 'name', 'email'])
    .where('organisation', '=', act.organisation.id)
    .where('active', '=', true)
    .execute();
  const ways = [
    Map.groupBy(people, ({ email }) => email.toLowerCase()),
    Map.groupBy(people, ({ name }) => plainName(name)),
    Map.groupBy(people, ({ name }) => plainName(name.split(/\s/)[0] ?? '')),
  ];
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const missed = new Map<string, { rows: number[]; several: boolean }>();
  return {
    find(text, row) {
      const found = ways
        .map((by, way) => by.get(way === 0 ? text.toLowerCase() : plainName(text)))
        .find((each) => each !== undefined);
      if (found?.length === 1) return found[0]!.id;
      const miss = missed.get(text) ?? { rows: [], several: found !== undefined };
      missed.set(text, miss);
      miss.rows.push(row);
      return null;
    },
    name: (id) => names.get(id) ?? id,
    notes: () =>
      [...missed].map(([text, { rows, several }]) => {
        const where = `${rows.length === 1 ? 'row' : 'rows'} ${rows.slice(0, 5).join(', ')}${rows.length > 5 ? ' …' : ''}`;
        const who = several ? 'Several people here are' : 'Nobody here is';
        return `${who} called "${text}" (${where}): the owner is left as it is. Write the e-mail address.`;
      }),
  };
}
