import type * as z from 'zod';
import type { Act, Event, UseCases } from '#app/act.ts';
import { newId } from '#app/id.ts';
import { Refused } from '#contract/refused.ts';
import type { Annotation, Phase } from '#contract/thresholds.ts';
import type { KpiWithCounters } from '#db/kpis.ts';
import type { Row } from '#db/schema.ts';
import { isPeriod } from '#domain/time/period.ts';
import { loadWritableKpi } from './kpis.ts';
import { rejudge } from './rejudge.ts';

export const phases: UseCases<'phases'> = {
  create: async (act, { kpi, ...phase }) => {
    const row = await loadWritableKpi(act, kpi);
    const [made, event] = await startPhase(act, row, phase);
    return [shownPhase(made), event];
  },

  undo: async (act, { kpi, phase }) => {
    const row = await loadWritableKpi(act, kpi);
    const undone = await act.tx
      .updateTable('phase')
      .set({ undone_at: act.now })
      .where('organisation', '=', act.organisation.id)
      .where('kpi', '=', row.id)
      .where('id', '=', phase)
      .where('undone_at', 'is', null)
      .returning('from_period')
      .executeTakeFirst();
    if (!undone) throw new Refused('not_found', `${row.name} has no such phase.`, 'phase');
    await rejudge(act, [row.id]);
    return [
      { done: true },
      { kind: 'phase.undone', subject: row.id, detail: { phase, from: undone.from_period } },
    ];
  },
};

/** Starts a new phase of a locked KPI from a period on and judges it anew; refuses a second phase from one period. */
export async function startPhase(
  act: Act,
  kpi: KpiWithCounters,
  { from, baselineTo, reason }: { from: string; baselineTo: string | null; reason: string },
): Promise<[Row<'phase'>, Event]> {
  refusePeriod(kpi, from, 'from');
  if (baselineTo !== null) refusePeriod(kpi, baselineTo, 'baselineTo');
  if (baselineTo !== null && baselineTo < from)
    throw new Refused(
      'invalid',
      `The baseline ends in ${baselineTo}, before the phase begins in ${from}.`,
      'baselineTo',
    );
  const other = await act.tx
    .selectFrom('phase')
    .select('id')
    .where('organisation', '=', act.organisation.id)
    .where('kpi', '=', kpi.id)
    .where('from_period', '=', from)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (other)
    throw new Refused(
      'conflict',
      `A phase of ${kpi.name} begins in ${from} already. Undo that one first.`,
      'from',
    );
  const made = await act.tx
    .insertInto('phase')
    .values({
      organisation: act.organisation.id,
      kpi: kpi.id,
      id: newId(),
      from_period: from,
      baseline_to: baselineTo,
      reason,
      author: act.who.id,
      recorded_at: act.now,
      undone_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await rejudge(act, [kpi.id]);
  return [made, { kind: 'phase.started', subject: kpi.id, detail: { from, baselineTo, reason } }];
}

export const annotations: UseCases<'annotations'> = {
  create: async (act, { kpi, from, to = from, note }) => {
    const row = await loadWritableKpi(act, kpi);
    refusePeriod(row, from, 'from');
    refusePeriod(row, to, 'to');
    if (to < from) throw new Refused('invalid', `The span ends in ${to}, before it begins in ${from}.`, 'to');
    const made = await act.tx
      .insertInto('annotation')
      .values({
        organisation: act.organisation.id,
        id: newId(),
        kpi: row.id,
        from_period: from,
        to_period: to,
        note,
        author: act.who.id,
        recorded_at: act.now,
        removed_at: null,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    return [
      shownAnnotation(made),
      { kind: 'annotation.created', subject: row.id, detail: { from, to, note } },
    ];
  },

  remove: async (act, { kpi, annotation }) => {
    const row = await loadWritableKpi(act, kpi);
    const removed = await act.tx
      .updateTable('annotation')
      .set({ removed_at: act.now })
      .where('organisation', '=', act.organisation.id)
      .where('kpi', '=', row.id)
      .where('id', '=', annotation)
      .where('removed_at', 'is', null)
      .returning('note')
      .executeTakeFirst();
    if (!removed) throw new Refused('not_found', `${row.name} has no such annotation.`, 'annotation');
    return [
      { done: true },
      { kind: 'annotation.removed', subject: row.id, detail: { annotation, note: removed.note } },
    ];
  },
};

// Periods of one cadence compare as strings in the order of time, so only the cadence needs a check.
function refusePeriod({ name, cadence }: KpiWithCounters, period: string, field: string): void {
  if (!isPeriod(period, cadence))
    throw new Refused('invalid', `${period} is not a period of ${name}, which is ${cadence}.`, field);
}

/** A phase's row in the contract's shape. */
export function shownPhase(row: Row<'phase'>): z.infer<typeof Phase> {
  return {
    id: row.id,
    from: row.from_period,
    baselineTo: row.baseline_to,
    reason: row.reason,
    author: row.author,
    recordedAt: row.recorded_at,
  };
}

/** An annotation's row in the contract's shape. */
export function shownAnnotation(row: Row<'annotation'>): z.infer<typeof Annotation> {
  return {
    id: row.id,
    from: row.from_period,
    to: row.to_period,
    note: row.note,
    author: row.author,
    recordedAt: row.recorded_at,
  };
}
