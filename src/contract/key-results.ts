import * as z from 'zod';
import { cycleStates } from '#domain/time/cycle.ts';
import { Foresight } from './ambitions.ts';
import { CheckIn } from './check-ins.ts';
import { Day, Done, Id, Instant, Line, Period, Reason, Value } from './fields.ts';
import { Grade, Kindred, MovedGoalpost } from './grade.ts';
import { KpiRef, Unit } from './kpis.ts';
import { Confidence, Facts, Health, KpiName, Measure, Plan, Progress, Weight } from './measures.ts';
import { operation } from './operation.ts';

export const KeyResult = z
  .object({
    id: Id,
    objective: Id,
    position: z.int(),
    title: z.string(),
    owner: Id.nullable(),
    weight: Weight,
    deadline: Day,
    measure: Measure,
    unit: Unit,
    decimals: z.int(),
    plan: Plan.nullable(),
    kpi: KpiName.nullable().meta({ description: 'the KPI that its value is read from' }),
    guardrails: z.array(KpiName.extend({ status: z.string().nullable() })),
    frozen: z.boolean().meta({ description: 'from here on a change of what it promises needs a reason' }),
    foreseen: Foresight.nullable().meta({
      description: 'what its KPI would have made of it by itself, as it was foreseen when it was frozen',
    }),
    current: Value.nullable(),
    currentDay: Day.nullable(),
    progress: Progress,
    expected: z.number().meta({ description: 'the progress that is expected today, 0 to 1' }),
    health: Health,
    confidence: Confidence.nullable(),
    lastCheckIn: Day.nullable(),
    due: Day.nullable().meta({ description: 'when the next check-in is due; null unless it is active' }),
    dropped: z.object({ at: Instant, reason: z.string() }).nullable(),
    carriedFrom: Kindred.nullable().meta({ description: 'what it was carried over from' }),
    grade: Grade.nullable(),
    initiatives: z
      .int()
      .meta({ description: 'how many it has, dropped ones left out; they count for no progress' }),
  })
  .meta({ id: 'KeyResult' });
export type KeyResult = z.infer<typeof KeyResult>;

const Terms = {
  title: Line,
  owner: Id.nullable(),
  weight: Weight,
  deadline: Day,
  measure: Measure,
  unit: Unit,
  decimals: z.int().min(0).max(10),
  plan: Plan.nullable().meta({ description: 'null is a straight line from the first to the last day' }),
  kpi: KpiRef.nullable().meta({ description: 'read the value from this KPI; null: typed at check-ins' }),
  guardrails: z.array(KpiRef).max(20).meta({ description: 'KPIs that it must not harm' }),
};

export const KeyResultDraft = z
  .strictObject({
    ...Terms,
    owner: Terms.owner.optional().meta({ description: "the objective's owner by default" }),
    weight: Weight.default(1),
    deadline: Day.optional().meta({ description: 'the last day of the cycle by default' }),
    unit: Unit.optional().meta({ description: "the KPI's by default, else a plain number" }),
    decimals: Terms.decimals.optional(),
    plan: Terms.plan.default(null),
    kpi: Terms.kpi.default(null),
    guardrails: Terms.guardrails.default([]),
  })
  .meta({ id: 'KeyResultDraft' });
export type KeyResultDraft = z.output<typeof KeyResultDraft>;

const OwnValues = z.array(z.object({ period: Period, day: Day, value: Value }));

const One = z.strictObject({ keyResult: Id });

export const keyResults = {
  list: operation('keyResults.list', {
    route: 'GET /key-results',
    summary:
      'List key results with where they belong: of a KPI that they read or that guards them, a person, a cycle; else yours',
    access: 'viewer',
    input: z.strictObject({ kpi: KpiRef.optional(), owner: Id.optional(), cycle: Id.optional() }),
    output: z.array(
      z.object({
        id: Id,
        title: z.string(),
        relation: z
          .enum(['reads', 'guards', 'became'])
          .nullable()
          .meta({ description: 'to the KPI that was asked for' }),
        owner: Id.nullable(),
        objective: z.object({ id: Id, title: z.string(), state: z.string() }),
        cycle: z.object({ id: Id, name: z.string(), state: z.enum(cycleStates) }),
        progress: Progress,
        health: Health,
        confidence: Confidence.nullable(),
        score: z.number().nullable(),
      }),
    ),
  }),
  find: operation('keyResults.find', {
    route: 'GET /key-results/{keyResult}',
    summary: 'Show one key result with what is known of it, its check-ins and its moved goalposts',
    access: 'viewer',
    input: One,
    output: KeyResult.extend({
      why: z.string().meta({ description: 'how the progress comes about, in words and numbers' }),
      facts: Facts,
      values: OwnValues.meta({
        description: "the KPI's values in the cycle, in the unit of the key result",
      }),
      lateValues: OwnValues.meta({ description: 'those that came or changed after the close' }),
      checkIns: z.array(CheckIn).meta({ description: 'by the day they are about, the latest first' }),
      movedGoalposts: z.array(MovedGoalpost),
      changedSince: z.array(z.string()).meta({
        description:
          'what is known differently since it was graded; in a closed cycle the rest is what was graded',
      }),
      mayChange: z.boolean(),
    }),
  }),
  create: operation('keyResults.create', {
    route: 'POST /objectives/{objective}/key-results',
    summary: 'Add a key result: how we will know that we are there',
    access: 'member',
    input: KeyResultDraft.extend({ objective: Id }),
    output: KeyResult,
  }),
  change: operation('keyResults.change', {
    route: 'PATCH /key-results/{keyResult}',
    summary: 'Change a key result; once it is frozen, what it promises changes only with a reason',
    access: 'member',
    input: One.extend({
      ...z.object(Terms).partial().shape,
      position: z.int().min(0).max(1_000).optional(),
      reason: Reason.optional(),
    }),
    output: KeyResult,
  }),
  drop: operation('keyResults.drop', {
    route: 'POST /key-results/{keyResult}/drop',
    summary: 'Drop a key result: it stays readable and counts no more',
    access: 'member',
    input: One.extend({ reason: Reason }),
    output: Done,
  }),
};
