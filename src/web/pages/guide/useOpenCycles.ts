import { takesGoals } from '#domain/time/cycle.ts';
import { useOperation } from '../../query.ts';

/** The cycles in which goals can be written, the one that is running first; undefined until they are known. */
export function useOpenCycles() {
  const cycles = useOperation('cycles.list', {});
  return cycles.data?.filter(takesGoals).sort((one, other) => (one.state < other.state ? -1 : 1));
}
