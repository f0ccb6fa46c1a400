import { SourceFault } from '#app/connector/source.ts';
import { periodsAtOnce, reach } from '#domain/connector/placeholders.ts';
import type { Pull } from './pull.ts';
import { type Bounds, boundsOf, periodsOf } from './span.ts';

/** The bounds of the whole span, for a source that tells the periods itself. */
export function wholeSpan({ span }: Pick<Pull, 'span'>): Bounds {
  return boundsOf(span);
}

/** The bounds of each period that a source is asked about one by one: only the last when it knows nothing but now. */
export function eachPeriod({ span, config }: Pick<Pull, 'span' | 'config'>): Bounds[] {
  if (reach(config) === 'now') return [boundsOf({ ...span, from: span.to })];
  const most = periodsAtOnce(config);
  const periods = periodsOf(span);
  if (periods.length > most)
    throw new SourceFault(
      `This source is asked period by period, and ${span.from} to ${span.to} are ${periods.length}: ask for at most ${most} at once.`,
    );
  return periods;
}
