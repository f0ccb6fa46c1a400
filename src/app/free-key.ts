import { findKpi } from '#db/kpis.ts';
import type { Act } from './act.ts';

/** A key for a new KPI that is not taken: the one that is wanted, or the next one with a number. */
export async function freeKey(act: Act, wanted: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? wanted : `${wanted.slice(0, 75)}-${number}`;
    if (!(await findKpi(act.tx, act.organisation.id, key))) return key;
  }
}
