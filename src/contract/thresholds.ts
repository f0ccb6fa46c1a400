import * as z from 'zod';
import { Day, Done, Id, Instant, Line, Period, Reason, Value } from './fields.ts';
import { KpiRef, Unit } from './kpis.ts';
import { operation } from './operation.ts';

const Lines = {
  floor: Value.nullable().default(null),
  ceiling: Value.nullable().default(null),
  warningFloor: Value.nullable()
    .default(null)
    .meta({ description: 'below it, but above the floor, is a warning' }),
  warningCeiling: Value.nullable().default(null),
  desired: Value.nullable().default(null),
  desiredBy: Day.nullable().default(null),
};

export const Threshold = z
  .object({
    from: Day,
    ...Lines,
    unit: Unit.meta({ description: 'lines in a unit that is not that of the KPI hold no more' }),
    holds: z.boolean().meta({ description: 'false when the KPI is counted otherwise since' }),
    reason: z.string().nullable(),
    author: Id.nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'Threshold' });
export type Threshold = z.infer<typeof Threshold>;

export const thresholds = {
  list: operation('thresholds.list', {
    route: 'GET /kpis/{kpi}/thresholds',
    summary: 'List the dated thresholds of a KPI, oldest first',
    access: 'viewer',
    input: z.strictObject({ kpi: KpiRef }),
    output: z.array(Threshold),
  }),
  record: operation('thresholds.record', {
    route: 'PUT /kpis/{kpi}/thresholds/{from}',
    summary: 'Set the thresholds and the desired level from a day on; older ones stay',
    access: 'member',
    input: z.strictObject({ kpi: KpiRef, from: Day, ...Lines, reason: Reason.optional() }),
    output: Threshold,
  }),
};

export const Phase = z
  .object({
    id: Id,
    from: Period,
    baselineTo: Period.nullable().meta({
      description: 'limits are locked on from…baselineTo; null while the baseline is open',
    }),
    reason: z.string(),
    author: Id.nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'Phase' });

export const phases = {
  create: operation('phases.create', {
    route: 'POST /kpis/{kpi}/phases',
    summary:
      'Start a new phase of a KPI from a period on: the limits are computed anew, the old ones stay visible',
    access: 'member',
    input: z.strictObject({
      kpi: KpiRef,
      from: Period,
      baselineTo: Period.nullable().default(null),
      reason: Reason,
    }),
    output: Phase,
  }),
  undo: operation('phases.undo', {
    route: 'DELETE /kpis/{kpi}/phases/{phase}',
    summary: 'Undo a phase',
    access: 'member',
    input: z.strictObject({ kpi: KpiRef, phase: Id }),
    output: Done,
  }),
};

export const Annotation = z
  .object({ id: Id, from: Period, to: Period, note: z.string(), author: Id.nullable(), recordedAt: Instant })
  .meta({ id: 'Annotation' });

export const annotations = {
  create: operation('annotations.create', {
    route: 'POST /kpis/{kpi}/annotations',
    summary: 'Explain a period or a span of periods ("new ticket system")',
    access: 'member',
    input: z.strictObject({ kpi: KpiRef, from: Period, to: Period.optional(), note: Line }),
    output: Annotation,
  }),
  remove: operation('annotations.remove', {
    route: 'DELETE /kpis/{kpi}/annotations/{annotation}',
    summary: 'Take an annotation off the chart',
    access: 'member',
    input: z.strictObject({ kpi: KpiRef, annotation: Id }),
    output: Done,
  }),
};
