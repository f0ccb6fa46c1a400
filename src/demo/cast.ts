import type { Role } from '#domain/access.ts';
import type { Actor, Stage } from './stage.ts';

/** The one password of everybody in the demo, which is no secret. */
export const password = 'ride in tandem';

type Part = { name: string; role: Role; teams: readonly string[]; leads?: readonly string[] };

/** Who works at Larkspur Bicycles, an invented maker of city bicycles with four shops of its own. */
export const people = {
  ada: { name: 'Ada Lindqvist', role: 'owner', teams: ['larkspur'], leads: ['larkspur'] },
  bruno: { name: 'Bruno Costa', role: 'admin', teams: ['larkspur'] },
  chiara: { name: 'Chiara Neri', role: 'member', teams: ['shops'], leads: ['shops'] },
  dele: { name: 'Dele Okafor', role: 'member', teams: ['online'], leads: ['online'] },
  emi: { name: 'Emi Sato', role: 'member', teams: ['service', 'online'], leads: ['service'] },
  farid: { name: 'Farid Haddad', role: 'member', teams: ['workshop'], leads: ['workshop'] },
  greta: { name: 'Greta Holm', role: 'member', teams: ['finance'], leads: ['finance'] },
  hugo: { name: 'Hugo Brandt', role: 'viewer', teams: ['workshop'] },
} as const satisfies Record<string, Part>;

export type PersonKey = keyof typeof people;

export const teams = [
  { key: 'larkspur', name: 'Larkspur Bicycles', parent: undefined },
  { key: 'workshop', name: 'Workshop', parent: 'larkspur' },
  { key: 'shops', name: 'Shops', parent: 'larkspur' },
  { key: 'online', name: 'Online', parent: 'larkspur' },
  { key: 'service', name: 'Service', parent: 'online' },
  { key: 'finance', name: 'Finance and people', parent: 'larkspur' },
] as const;

export type TeamKey = (typeof teams)[number]['key'];

/** Everybody who acts, with the ids that the organisation knows them by. */
export type Cast = Record<PersonKey, Actor & { id: string }> & { teams: Record<TeamKey, string> };

/** The address that a person of the demo signs in with. */
export function emailOf(key: PersonKey): string {
  return `${key}@larkspur.example`;
}

/** Founds the organisation, invites everybody, and puts them into their teams. */
export async function gather(
  stage: Stage & { nobody: Stage['as'] extends (actor: Actor) => infer D ? D : never },
  settings: { timeZone: string; yearStartsIn: number },
  accountOf: (email: string) => Promise<string | undefined>,
): Promise<Cast> {
  const { nobody } = stage;
  const { timeZone, yearStartsIn } = settings;
  const owner = { name: people.ada.name, email: emailOf('ada'), password };
  const founded = await nobody('organisations.create', { name: 'Larkspur Bicycles', timeZone, owner });
  const { organisation } = founded;
  const actor = async (key: PersonKey, id: string) => {
    const account = await accountOf(emailOf(key));
    if (!account) throw new Error(`${key} has no account`);
    return { organisation, id, account };
  };
  const cast = { ada: await actor('ada', founded.person) } as Cast;
  const ada = stage.as(cast.ada);
  await ada('organisations.change', { yearStartsIn });
  cast.teams = {} as Cast['teams'];
  for (const { key, name, parent } of teams) {
    const team = await ada('teams.create', { key, name, parent: parent ? cast.teams[parent] : null });
    cast.teams[key] = team.id;
  }
  for (const [key, part] of Object.entries(people) as [PersonKey, Part][]) {
    if (part.role !== 'owner') {
      const { link } = await ada('invitations.create', {
        email: emailOf(key),
        name: part.name,
        role: part.role,
      });
      const secret = link.slice(link.lastIndexOf('/') + 1);
      const { person } = await nobody('invitations.accept', { link: secret, name: part.name, password });
      cast[key] = await actor(key, person);
    }
    for (const team of part.teams)
      await ada('teams.addMember', {
        team,
        person: cast[key].id,
        lead: part.leads?.includes(team) ?? false,
      });
  }
  return cast;
}
