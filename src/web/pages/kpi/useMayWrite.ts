import { may, reaches } from '#domain/access.ts';
import { useOperation } from '../../query.ts';

type Thing = { owner?: string | null; team?: string | null; person?: string | null };

/** Whether the person at the screen may change a KPI, by the rules that the server keeps; without one, whether they may write at all. */
export function useMayWrite(thing?: Thing): boolean {
  const me = useOperation('people.me', {}).data;
  const teams = useOperation('teams.list', {}).data ?? [];
  if (!me?.mayWrite || !reaches(me.role, 'member')) return false;
  if (!thing) return true;
  const leads = new Set(me.teams.filter(({ lead }) => lead).map(({ team }) => team));
  // The list has each team before those below it, so one pass finds all that are led.
  for (const { id, parent } of teams) if (parent && leads.has(parent)) leads.add(id);
  return may(
    { id: me.id, role: me.role, teams: me.teams.map(({ team }) => team), leads: [...leads] },
    'write',
    thing,
  );
}
