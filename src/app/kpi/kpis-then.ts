import type { Rules, Turn } from '#app/act.ts';
import { todayIn } from '#app/today.ts';
import { Refused } from '#contract/refused.ts';
import { happenedAfter, valuesBefore } from '#db/happened.ts';
import type { KpiWithCounters } from '#db/kpis.ts';

/**
 * KPIs with what is not part of a version of their definition, such as the owner and the grace days, as it was at an instant: what the audit
 * log holds of later changes is undone. Keys stay, because they are addresses.
 */
export async function kpisThen(
  { tx, organisation }: Turn,
  rows: readonly KpiWithCounters[],
  asOf: string,
): Promise<KpiWithCounters[]> {
  const happened = await happenedAfter(tx, organisation.id, {
    ...{ after: asOf, kinds: ['kpi.changed'] },
    subjects: rows.map(({ id }) => id),
  });
  const before = valuesBefore(happened);
  return rows.map((row) => {
    const archived_at = row.archived_at && isBy(row.archived_at, asOf) ? row.archived_at : null;
    return { ...row, ...columnsOf(before.get(row.id) ?? {}), archived_at };
  });
}

// A page asks for the end of a day, and that of today is still to come.
const ahead = Temporal.Duration.from({ hours: 36 });

/**
 * An act on the day of an instant, by the rules that the organisation had then; its time zone is today's. Refuses an instant that has not come
 * yet, but for the rest of today.
 */
export async function turnThen<T extends Turn>(act: T, asOf: string): Promise<T> {
  const { tx, organisation } = act;
  if (!isBy(asOf, Temporal.Instant.from(act.now).add(ahead).toString()))
    throw new Refused('invalid', `${asOf} has not come yet: ask for an instant that has passed.`, 'asOf');
  const happened = await happenedAfter(tx, organisation.id, {
    ...{ after: asOf, kinds: ['organisation.changed'] },
    subjects: [organisation.id],
  });
  const { rule_set, kpis_per_owner } = valuesBefore(happened).get(organisation.id) ?? {};
  const rules = {
    ...(rule_set !== undefined && { ruleSet: rule_set as Rules['ruleSet'] }),
    ...(kpis_per_owner !== undefined && { kpisPerOwner: kpis_per_owner as number }),
  };
  return {
    ...act,
    organisation: { ...organisation, ...rules },
    now: asOf,
    today: todayIn(organisation.timeZone, asOf),
  };
}

/** Whether something that happened at an instant was known at another. */
export function isBy(happened: string, asOf: string): boolean {
  return Temporal.Instant.compare(happened, asOf) <= 0;
}

const columns = {
  name: 'name',
  purpose: 'purpose',
  owner: 'owner',
  team: 'team',
  person: 'person',
  labels: 'labels',
  role: 'role',
  pillar: 'pillar',
  weight: 'weight',
  graceDays: 'grace_days',
  counterMetrics: 'counters',
} as const;

function columnsOf(before: Record<string, unknown>): Partial<KpiWithCounters> {
  return Object.fromEntries(
    Object.entries(columns).flatMap(([field, column]) => (field in before ? [[column, before[field]]] : [])),
  );
}
