import * as z from 'zod';
import { Day, Id, Instant, Key, Line, Reason, Value } from './fields.ts';
import { Capability, Status, Why } from './judgements.ts';
import { KpiRef, Unit } from './kpis.ts';
import { operation } from './operation.ts';

const gapDecisions = [
  'write an OKR',
  'quick fix',
  'accept',
  'change the threshold',
  'repair the data',
] as const;

export const GapDecision = z
  .object({
    id: Id,
    kind: z.enum(gapDecisions),
    reason: z.string(),
    until: Day.nullable(),
    objective: Id.nullable(),
    author: Id.nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'GapDecision' });

export const Gap = z
  .object({
    kpi: Id,
    key: Key,
    name: z.string(),
    owner: Id.nullable(),
    team: Id.nullable(),
    unit: Unit,
    decimals: z.int(),
    direction: z.enum(['higher', 'lower', 'within']),
    rank: z.int().nullable().meta({
      description: '1 is the first to close; null for noise, and for a gap that was asked for by itself',
    }),
    kind: z.string().meta({ description: 'which group the gap ranks in, or noise' }),
    level: Value.nullable(),
    wanted: Value.nullable().meta({ description: 'the threshold or desired level that the gap is to' }),
    wantedIs: z.enum(['floor', 'ceiling', 'desired level']).nullable(),
    wantedBy: Day.nullable(),
    gap: Value.nullable().meta({ description: "in the KPI's unit, always positive" }),
    sigmas: Value.nullable(),
    capability: Capability.nullable(),
    status: Status,
    trend: z.enum(['improving', 'worsening', 'flat']),
    unaided: z
      .object({
        probability: z.number().min(0).max(1),
        percent: z.int().meta({ description: 'rounded for people, 0 to 100' }),
        words: z.string().meta({ description: 'about 15%' }),
        by: Day,
        byIs: z.string(),
        why: Why,
      })
      .nullable()
      .meta({
        description:
          'the odds that it gets there by itself; null where there is too little history to forecast',
      }),
    weight: z.number(),
    verdict: z.string().meta({ description: 'what is wrong, without the distance' }),
    why: Why,
    sparkline: z.array(Value.nullable()),
    decision: GapDecision.nullable().meta({ description: 'the newest that still stands' }),
    objectives: z.array(z.object({ id: Id, title: z.string() })),
  })
  .meta({ id: 'Gap' });
export type Gap = z.infer<typeof Gap>;

export const gaps = {
  list: operation('gaps.list', {
    route: 'GET /gaps',
    summary: 'List the gaps by rank, each with the evidence that it is real, and what is only noise',
    access: 'viewer',
    output: z.object({ gaps: z.array(Gap), noise: z.array(Gap), quiet: z.int() }),
  }),
  find: operation('gaps.find', {
    route: 'GET /gaps/{kpi}',
    summary:
      'Show the gap of one KPI without its rank; null when nothing is asked of it or it is where it should be',
    access: 'viewer',
    input: z.strictObject({
      kpi: KpiRef,
      asOf: Instant.optional().meta({
        description: 'as it was known at this instant, with the decision that stood and the odds of that day',
      }),
    }),
    output: z.object({ gap: Gap.nullable() }),
  }),
  decide: operation('gaps.decide', {
    route: 'POST /gaps/{kpi}/decisions',
    summary: 'Decide what to do about a gap, with the reason',
    access: 'member',
    input: z.strictObject({
      kpi: KpiRef,
      kind: z.enum(['quick fix', 'accept', 'change the threshold', 'repair the data']),
      reason: Reason,
      until: Day.optional().meta({ description: 'needed to accept a gap: until then' }),
    }),
    output: GapDecision,
  }),
  decisions: operation('gaps.decisions', {
    route: 'GET /gaps/{kpi}/decisions',
    summary: 'List all decisions about the gap of a KPI, newest first',
    access: 'viewer',
    input: z.strictObject({ kpi: KpiRef }),
    output: z.array(GapDecision),
  }),
  draft: operation('gaps.draft', {
    route: 'POST /gaps/{kpi}/objective',
    summary:
      'Write the OKR that closes a gap: a draft with baseline and target from the KPI, linked both ways',
    access: 'member',
    input: z.strictObject({
      kpi: KpiRef,
      cycle: Id,
      title: Line.optional().meta({ description: 'a first wording is made from the KPI when left out' }),
      owner: Id.optional(),
      target: Value.optional(),
      reason: Reason.optional(),
    }),
    output: z.object({ objective: Id, keyResult: Id }),
  }),
};
