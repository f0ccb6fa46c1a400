import { Refused } from '#contract/refused.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import { isPeriod, type Period, periodsFrom } from '#domain/time/period.ts';

/** Refuses a span that is not one of a KPI's periods, runs backwards or is longer than `most` periods. */
export function refuseSpan(
  { name, cadence }: Pick<KpiWithCounters, 'name' | 'cadence'>,
  { from, to }: { from: Period; to: Period },
  most: number,
): void {
  for (const [field, period] of Object.entries({ from, to }))
    if (!isPeriod(period, cadence))
      throw new Refused('invalid', `${period} is not a period of ${name}, which is ${cadence}.`, field);
  if (to < from)
    throw new Refused('invalid', `The range ends with ${to}, before it begins with ${from}.`, 'to');
  const count = periodsFrom(from, to) + 1;
  if (count > most)
    throw new Refused(
      'invalid',
      `${from} to ${to} are ${count} periods: ask for at most ${most} at once.`,
      'from',
    );
}
