import { periodOf, shift, startOf } from '#domain/time/period.ts';
import type { Bench } from './measure.ts';

/** Gives the next reading to write: of one KPI after the other, for the newest complete week, never twice the same value. */
export function readingsOf({ kpis, today }: Pick<Bench, 'kpis' | 'today'>) {
  const period = shift(periodOf('weekly', today), -1);
  let written = 0;
  return () => {
    written += 1;
    const value = Math.round((40 + (written % 2000) / 100) * 1000 + written) / 1000;
    return { kpi: kpis[written % kpis.length]!, period, starts: startOf(period), value };
  };
}
