import * as z from 'zod';
import { causes, menders, verdicts } from '#domain/fitness/cause.ts';
import { asked } from '#domain/fitness/facts.ts';
import { Day, Id, Instant, Key } from './fields.ts';
import { KpiRef } from './kpis.ts';
import { operation } from './operation.ts';

const Cause = z
  .enum(causes)
  .meta({ id: 'Cause', description: 'why KPIs fail, as what a fit one is instead' });
const Mender = z.enum(menders).meta({
  id: 'Mender',
  description:
    'owner: whoever may change the KPI; reporter: whoever gives its readings; team: those who see it; lead: who shares out the work',
});

const Finding = z
  .object({
    cause: Cause,
    verdict: z.enum(verdicts),
    sentence: z.string(),
    short: z.string().nullable().meta({ description: 'the same after "4 of 5: "; null when it is fit' }),
    mend: z.string().nullable().meta({ description: 'what to do' }),
    by: Mender.nullable().meta({ description: 'who can' }),
    advice: z
      .array(z.string())
      .meta({ description: 'what would be better still, and is not held against it' }),
    evidence: z.array(z.object({ name: z.string(), value: z.string() })),
  })
  .meta({ id: 'Finding' });
export type Finding = z.infer<typeof Finding>;

const Fitness = z
  .object({
    kpi: Id,
    key: Key,
    name: z.string(),
    fit: z.int().meta({ description: 'how many of the five causes are fit' }),
    sentence: z.string(),
    findings: z.array(Finding),
    asOf: Instant.nullable(),
    asToday: z.array(z.string()).meta({
      description:
        'of a past instant: what cannot be known of it and is told as it is today, each with the reason',
    }),
  })
  .meta({ id: 'Fitness', description: 'the five causes for which KPIs fail, each measured' });

const MendLine = z
  .object({
    kpi: Id,
    key: Key,
    name: z.string(),
    owner: Id.nullable(),
    team: Id.nullable(),
    cause: Cause,
    short: z.string(),
    mend: z.string(),
    by: Mender,
    below: z.int().meta({
      description: 'parts of it, of the same owner, with the same to mend; they have no line of their own',
    }),
    urgency: z.number().meta({
      description:
        'weight × (1 + key results of planning and active cycles that read it or are guarded by it, at most 3) × 5 for reliable, 4 defined, 3 understood, 2 balanced, 1 aligned',
    }),
  })
  .meta({ id: 'MendLine' });
export type MendLine = z.infer<typeof MendLine>;

const FitnessList = z
  .object({
    lines: z.array(MendLine).meta({ description: 'what to mend, the most urgent first' }),
    total: z.int().meta({ description: 'how many lines there are beside those shown' }),
    kpis: z.int(),
    fit: z.int().meta({ description: 'KPIs with nothing to mend' }),
    causes: z.array(z.object({ cause: Cause, fit: z.int(), toMend: z.int(), cannotSay: z.int() })),
    owners: z
      .array(z.object({ owner: Id, kpis: z.int(), toMend: z.int(), isTooMany: z.boolean() }))
      .meta({ description: 'who carries how many KPIs, and how many lines are theirs; the most first' }),
    kpisPerOwner: z.int().meta({ description: 'more than these are too many' }),
    undecided: z
      .array(z.object({ kpi: Id, key: Key, name: z.string(), asks: z.enum(asked), since: Day }))
      .meta({ description: 'KPIs that have asked for a decision for a quarter and got none' }),
  })
  .meta({ id: 'FitnessList' });
export type FitnessList = z.infer<typeof FitnessList>;

export const fitness = {
  find: operation('fitness.find', {
    route: 'GET /kpis/{kpi}/fitness',
    summary: 'Measure how fit a KPI is: defined, aligned, understood, reliable, balanced, and what to mend',
    access: 'viewer',
    input: z.strictObject({
      kpi: KpiRef,
      asOf: Instant.optional().meta({ description: 'as it could have been measured at this instant' }),
    }),
    output: Fitness,
  }),
  list: operation('fitness.list', {
    route: 'GET /fitness',
    summary: 'List what to mend across all KPIs, the most urgent first, and who carries too many',
    access: 'viewer',
    input: z.strictObject({
      cause: Cause.optional(),
      owner: Id.optional(),
      team: Id.optional().meta({ description: "this team's KPIs, without those of teams below it" }),
      limit: z.int().min(1).max(5_000).default(500),
    }),
    output: FitnessList,
  }),
};
