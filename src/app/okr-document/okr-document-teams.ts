import type { Act } from '#app/act.ts';
import { teamsOf } from '#app/people/team-tree.ts';
import type { OkrDocumentFile } from '#contract/okr-documents.ts';
import { Refused } from '#contract/refused.ts';
import { plainName } from '#domain/import/names.ts';
import type { OkrDocument } from '#domain/okr-document/document.ts';

/** The teams that the headings of a document mean: as a person chose, else by name; one that names none takes that of the heading above it. */
export async function teamsFound(act: Act, { teams }: OkrDocument, chosen: OkrDocumentFile['teams']) {
  const all = await teamsOf(act);
  const byName = new Map(
    all.flatMap(({ id, name, key }) => [[plainName(name), id] as const, [plainName(key), id] as const]),
  );
  const ids = new Set(all.map(({ id }) => id));
  const given = new Map(chosen.map(({ line, team }) => [line, team]));
  for (const team of given.values())
    if (team !== null && !ids.has(team)) throw new Refused('not_found', `There is no team ${team}.`, 'teams');
  const found = new Map<number, string | null>();
  return teams.map(({ line, name, above }) => {
    const inherited = above === undefined ? null : (found.get(above) ?? null);
    const team = given.has(line) ? given.get(line)! : (byName.get(plainName(name)) ?? inherited);
    found.set(line, team);
    return { line, name, above: above ?? null, team };
  });
}
