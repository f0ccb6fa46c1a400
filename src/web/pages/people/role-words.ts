import type { Role } from '#domain/access.ts';

/** What a role is called, with its article, and what it lets a person do. */
export const roleWords: Record<Role, { name: string; as: string; may: string }> = {
  owner: { name: 'Owner', as: 'an owner', may: 'Everything, and makes other owners.' },
  admin: { name: 'Admin', as: 'an admin', may: 'People, teams, settings, and all that is not private.' },
  member: {
    name: 'Member',
    as: 'a member',
    may: 'Writes their own KPIs and objectives; leads also those of their teams.',
  },
  viewer: { name: 'Viewer', as: 'a viewer', may: 'Reads what is not private, and changes nothing.' },
};

/** The roles as the choices of a select. */
export function roleChoices(roles: readonly Role[]): { value: Role; label: string }[] {
  return roles.map((value) => ({ value, label: roleWords[value].name }));
}
