/** The rules of who may do what, in one place; the order of `roles` is from most to least. */
export const roles = ['owner', 'admin', 'member', 'viewer'] as const;
export type Role = (typeof roles)[number];

export type Who = {
  id: string;
  role: Role;
  /** Teams that the person is in, as lead or member. */
  teams: readonly string[];
  /** Teams that the person leads, and all teams below them. */
  leads: readonly string[];
};

/** What the rules need to know of a thing: whose it is, and who alone may see it. */
export type Thing = {
  owner?: string | null;
  team?: string | null;
  person?: string | null;
  /** Present on a private thing: the people and teams that may see it beside its owner. */
  privateTo?: { people: readonly string[]; teams: readonly string[] };
};

export type Action = 'read' | 'write' | 'administer';

/** Whether a role reaches at least another one: an admin reaches member. */
export function reaches(role: Role, wanted: Role): boolean {
  return roles.indexOf(role) <= roles.indexOf(wanted);
}

/** Whether a person may do an action to a thing; what they may not read does not exist for them. */
export function may(who: Who, action: Action, thing: Thing): boolean {
  if (action === 'administer') return reaches(who.role, 'admin');
  if (action === 'read') return mayRead(who, thing);
  if (!reaches(who.role, 'member') || !mayRead(who, thing)) return false;
  return reaches(who.role, 'admin') || isOwn(who, thing) || isLed(who, thing) || isNobodys(thing);
}

/** Whether a person may change another one's role from one to the other; only owners make and unmake owners. */
export function mayAppoint(who: Pick<Who, 'role'>, before: Role, after: Role): boolean {
  return reaches(who.role, before === 'owner' || after === 'owner' ? 'owner' : 'admin');
}

// Not even an admin reads what is private to others: administration is of people and settings, not of goals.
function mayRead(who: Who, thing: Thing): boolean {
  if (!thing.privateTo) return true;
  const { people, teams } = thing.privateTo;
  return isOwn(who, thing) || people.includes(who.id) || teams.some((team) => who.teams.includes(team));
}

function isOwn(who: Who, thing: Thing): boolean {
  return thing.owner === who.id || thing.person === who.id;
}

function isLed(who: Who, thing: Thing): boolean {
  return thing.team != null && who.leads.includes(thing.team);
}

// What has neither owner nor team would otherwise be frozen for everybody below admin.
function isNobodys(thing: Thing): boolean {
  return thing.owner == null && thing.person == null && thing.team == null;
}
