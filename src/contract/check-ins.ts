import * as z from 'zod';
import { Day, Id, Instant, Note, Period } from './fields.ts';
import { Unit } from './kpis.ts';
import { Confidence, Facts, Health, KpiName, Measure, Progress, Report } from './measures.ts';
import { operation } from './operation.ts';

export const CheckIn = z
  .object({
    id: Id,
    keyResult: Id,
    day: Day.meta({ description: 'the day that it is about' }),
    report: Report.nullable(),
    progress: Progress,
    confidence: Confidence.nullable(),
    changed: z.string(),
    blocks: z.string(),
    needs: z.string(),
    late: z
      .boolean()
      .meta({ description: 'about a day after the cycle, or made after its close: the score stands' }),
    author: Id.nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'CheckIn' });
export type CheckIn = z.infer<typeof CheckIn>;

export const DueCheckIn = z
  .object({
    keyResult: Id,
    title: z.string(),
    objective: z.object({ id: Id, title: z.string() }),
    cycle: z.object({ id: Id, name: z.string(), starts: Day, ends: Day }),
    measure: Measure,
    unit: Unit,
    decimals: z.int(),
    kpi: KpiName.nullable(),
    asksValue: z.boolean().meta({ description: 'false when a KPI gives it' }),
    period: Period.nullable().meta({ description: 'the period of a hold or hit rate that today lies in' }),
    facts: Facts,
    previous: CheckIn.nullable().meta({ description: 'the one about the latest day' }),
    currentDay: Day.nullable(),
    progress: Progress,
    expected: z.number(),
    health: Health,
    due: Day,
    isDue: z.boolean(),
    outdated: z.boolean(),
  })
  .meta({ id: 'DueCheckIn' });
export type DueCheckIn = z.infer<typeof DueCheckIn>;

const Words = {
  day: Day.optional().meta({ description: 'the day that it is about, today by default' }),
  report: Report.optional().meta({ description: 'left out when a KPI gives the value' }),
  confidence: Confidence.optional().meta({ description: 'needed while the cycle runs' }),
  changed: Note.default(''),
  blocks: Note.default(''),
  needs: Note.default(''),
};

export const checkIns = {
  due: operation('checkIns.due', {
    route: 'GET /check-ins/due',
    summary: 'List all active key results of yours with what a check-in needs, those that are due first',
    access: 'viewer',
    output: z.array(DueCheckIn),
  }),
  list: operation('checkIns.list', {
    route: 'GET /key-results/{keyResult}/check-ins',
    summary: 'List the check-ins of a key result by the day they are about, the latest first',
    access: 'viewer',
    input: z.strictObject({ keyResult: Id }),
    output: z.array(CheckIn),
  }),
  record: operation('checkIns.record', {
    route: 'POST /key-results/{keyResult}/check-ins',
    summary: 'Check in on a key result: value, confidence, what changed, what blocks, what is needed',
    access: 'member',
    input: z.strictObject({ keyResult: Id, ...Words }),
    output: CheckIn,
  }),
  recordMany: operation('checkIns.recordMany', {
    route: 'POST /check-ins',
    summary: 'Check in on several key results in one transaction',
    access: 'member',
    input: z.strictObject({
      checkIns: z
        .array(z.strictObject({ keyResult: Id, ...Words }))
        .min(1)
        .max(200),
    }),
    output: z.array(CheckIn),
  }),
};
