import * as z from 'zod';
import { cadences } from '#domain/time/period.ts';
import { Day, Id, Instant, Note, Period, Reason, Value } from './fields.ts';
import { KpiRef, Unit } from './kpis.ts';
import { operation } from './operation.ts';

const readingSources = ['typed', 'import', 'api', 'connector', 'formula', 'children'] as const;

export const Reading = z
  .object({
    period: Period,
    starts: Day,
    value: Value.nullable().meta({ description: 'null: withdrawn, or not computable' }),
    numerator: Value.nullable(),
    denominator: Value.nullable(),
    unit: Unit.meta({ description: 'that of the KPI, or of the time before it was counted otherwise' }),
    asTyped: z
      .object({ value: Value, unit: Unit })
      .nullable()
      .meta({ description: 'what was typed, when that was in another unit, such as minutes for hours' }),
    revision: z.int(),
    source: z.enum(readingSources),
    note: z.string().nullable(),
    reason: z.string().nullable(),
    missing: z.array(Id).meta({ description: 'children or inputs of a computed KPI without a value' }),
    author: Id.nullable(),
    recordedAt: Instant,
    partial: z.boolean().meta({ description: 'the period has not ended: in no status, signal or pace' }),
  })
  .meta({ id: 'Reading' });
export type Reading = z.infer<typeof Reading>;

/** The readings of a slower period as one; it is incomplete when some of its periods are without a value. */
export const SlowReading = z
  .object({
    period: Period,
    starts: Day,
    value: Value.nullable(),
    numerator: Value.nullable(),
    denominator: Value.nullable(),
    missing: z.array(Period).meta({ description: 'the periods in it that have no value' }),
    incomplete: z.array(Period).meta({ description: 'the periods in it to which somebody has not reported' }),
    partial: z.boolean().meta({ description: 'the slow period has not ended' }),
  })
  .meta({ id: 'SlowReading' });
export type SlowReading = z.infer<typeof SlowReading>;

const Amounts = {
  value: Value.optional().meta({ description: 'left out for a ratio with numerator and denominator' }),
  numerator: Value.optional(),
  denominator: Value.optional(),
  note: Note.optional(),
};

export const readings = {
  list: operation('readings.list', {
    route: 'GET /kpis/{kpi}/readings',
    summary: 'List the readings of a KPI, oldest first, as they stand or as they stood at an instant',
    access: 'viewer',
    input: z.strictObject({
      kpi: KpiRef,
      from: Day.optional(),
      to: Day.optional(),
      asOf: Instant.optional().meta({ description: 'what a review at that time saw' }),
    }),
    output: z.array(Reading),
  }),
  rolledUp: operation('readings.rolledUp', {
    route: 'GET /kpis/{kpi}/readings/by/{cadence}',
    summary:
      "List the readings of a KPI by a slower cadence, by the KPI's own way of adding up, oldest first",
    access: 'viewer',
    input: z.strictObject({
      kpi: KpiRef,
      cadence: z.enum(cadences),
      from: Day.optional().meta({ description: 'no slow period that begins before this day' }),
      to: Day.optional().meta({ description: 'no slow period that begins after this day' }),
    }),
    output: z.array(SlowReading),
  }),
  revisions: operation('readings.revisions', {
    route: 'GET /kpis/{kpi}/readings/{period}/revisions',
    summary: 'List every revision of one reading, newest first',
    access: 'viewer',
    input: z.strictObject({ kpi: KpiRef, period: Period }),
    output: z.array(Reading),
  }),
  record: operation('readings.record', {
    route: 'PUT /kpis/{kpi}/readings/{period}',
    summary: 'Record the reading of a period; over an existing one it is a correction and needs a reason',
    access: 'member',
    pushes: true,
    input: z.strictObject({ kpi: KpiRef, period: Period, ...Amounts, reason: Reason.optional() }),
    output: Reading,
  }),
  recordMany: operation('readings.recordMany', {
    route: 'POST /readings',
    summary: 'Record up to 10,000 readings in one transaction; equal ones are left alone',
    access: 'member',
    pushes: true,
    input: z.strictObject({
      readings: z
        .array(z.strictObject({ kpi: KpiRef, period: Period, ...Amounts }))
        .min(1)
        .max(10_000),
      reason: Reason.optional().meta({ description: 'needed when a reading that differs is already there' }),
    }),
    output: z.object({ created: z.int(), changed: z.int(), same: z.int() }),
  }),
  withdraw: operation('readings.withdraw', {
    route: 'POST /kpis/{kpi}/readings/{period}/withdrawal',
    summary: 'Withdraw a reading that should not be there; it stays in the history',
    access: 'member',
    input: z.strictObject({ kpi: KpiRef, period: Period, reason: Reason }),
    output: Reading,
  }),
};
