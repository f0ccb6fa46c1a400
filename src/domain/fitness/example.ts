import { duePeriod } from '#domain/kpi/status.ts';
import { january, periodOf } from '#domain/time/period.ts';
import type { FitnessFacts } from './facts.ts';

/** The facts of a KPI that is fit in every cause on 12 March 2026, but for what is told otherwise; tests begin with them. */
export function facts({
  cadence = 'monthly',
  graceDays = 3,
  today = '2026-03-12',
  ...more
}: Partial<FitnessFacts> & { graceDays?: number } = {}): FitnessFacts {
  return {
    cadence,
    now: periodOf(cadence, today),
    due: duePeriod(cadence, today, graceDays, january),
    created: '2025-01-15',
    today,
    calendar: january,
    unit: { kind: 'number' },
    decimals: 0,
    hasDefinition: true,
    hasPurpose: true,
    hasOwner: true,
    hasThreshold: true,
    pillar: 'Service',
    ties: { targets: 0, guardrails: 0, improves: 0 },
    isTiedAbove: false,
    readers: { owner: true, others: 6, acknowledged: 5 },
    arrivals: { newest: '2026-02-01', codes: '++++++++++++' },
    same: { run: 1, repeats: 0, pairs: 11 },
    newestValue: 42,
    counters: 1,
    isCounteredAbove: false,
    load: { kpis: 4, limit: 10 },
    asks: null,
    decided: { on: null, acceptedUntil: null },
    ...more,
  };
}
