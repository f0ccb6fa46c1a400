import { useOperation } from '../../query.ts';
import { useReaches } from '../okr/useMay.ts';

/** Whether the person at the screen may change a team: an admin, or who leads it or one above it; null is the top. */
export function useLeads(team: string | null, above: readonly { id: string }[]): boolean {
  const me = useOperation('people.me', {});
  const isAdmin = useReaches('admin');
  const mayWrite = useReaches('member');
  const line = [team, ...above.map(({ id }) => id)];
  const leads = me.data?.teams.some((each) => each.lead && line.includes(each.team)) === true;
  return isAdmin || (mayWrite && team !== null && leads);
}
