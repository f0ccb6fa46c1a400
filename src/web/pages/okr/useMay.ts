import { type Role, reaches } from '#domain/access.ts';
import { useOperation } from '../../query.ts';

/** Whether the person at the screen has at least a role; false until that is known. */
export function useReaches(role: Role): boolean {
  const { data } = useOperation('people.me', {});
  return data?.mayWrite === true && reaches(data.role, role);
}
