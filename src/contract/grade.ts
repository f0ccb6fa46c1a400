import * as z from 'zod';
import { bands, fates } from '#domain/okr/grade.ts';
import { cadences } from '#domain/time/period.ts';
import { Day, Id, Instant, Key, Line, Note, Value } from './fields.ts';
import { Unit } from './kpis.ts';
import { KpiName } from './measures.ts';

/** What is judged of a key result at the close, as key results and grades show it. */

export const Score = z.number().min(0).max(1);

export const Keep = z
  .strictObject({
    raise: z.enum(['threshold', 'phase', 'nothing']).default('nothing').meta({
      description: "raise the KPI's threshold to the gained level, start a new phase, or only watch",
    }),
    level: Value.optional().meta({
      description:
        'the level to hold, in the unit of the KPI; by default the target when it is reached, else what was reached',
    }),
    threshold: Value.optional().meta({
      description: 'the new floor, or ceiling when lower is better, if it is raised; the level by default',
    }),
    periods: z.int().min(1).max(60).optional().meta({ description: "the organisation's number by default" }),
  })
  .meta({ id: 'Keep', description: 'how a gain is kept, from the close of the cycle on' });
export type Keep = z.output<typeof Keep>;

export const Graduate = z
  .strictObject({
    level: Value.optional().meta({
      description:
        'the new floor, or ceiling when lower is better, in the unit of the KPI; by default the target when it is reached, else what was reached. A stricter one that is there stays',
    }),
    kpi: z
      .strictObject({
        key: Key,
        name: Line,
        definition: Note.default(''),
        cadence: z.enum(cadences),
        unit: Unit.optional().meta({ description: "the key result's by default" }),
        direction: z.enum(['higher', 'lower']).optional().meta({
          description: 'the way in which the key result moved by default',
        }),
        addsUp: z.enum(['sum', 'mean', 'last', 'min', 'max']).default('last'),
        owner: Id.nullable().optional().meta({ description: "the key result's by default" }),
      })
      .optional()
      .meta({
        description:
          'the KPI that is made of it, with the values of its check-ins as readings; only for one that reads no KPI',
      }),
  })
  .meta({ id: 'Graduate', description: 'how a key result turns into a KPI, from the close of the cycle on' });
export type Graduate = z.output<typeof Graduate>;

/** A key result of another cycle that is the same promise, before or after. */
export const Kindred = z
  .object({ keyResult: Id, objective: Id, cycle: z.object({ id: Id, name: z.string(), starts: Day }) })
  .meta({ id: 'Kindred' });
export type Kindred = z.infer<typeof Kindred>;

export const Grade = z
  .object({
    suggested: Score.nullable(),
    score: Score,
    band: z.enum(bands),
    success: z.boolean().nullable().meta({ description: 'null for learning, which has no threshold' }),
    capped: z.boolean().meta({ description: 'a breached guardrail holds the score at 0.69' }),
    reason: z.string().nullable(),
    explanation: z.string().nullable(),
    fate: z.enum(fates),
    lesson: z.string(),
    keep: Keep.nullable(),
    carryInto: Id.nullable().meta({ description: 'the cycle that it is carried over into at the close' }),
    carryInitiatives: z.boolean().meta({ description: 'whether its open initiatives go along' }),
    carriedTo: Kindred.nullable().meta({ description: 'what it was carried over to at the close' }),
    graduate: Graduate.nullable(),
    becameKpi: KpiName.nullable().meta({ description: 'the KPI that it turned into at the close' }),
    by: Id.nullable(),
    at: Instant,
  })
  .meta({ id: 'Grade' });
export type Grade = z.infer<typeof Grade>;

export const MovedGoalpost = z
  .object({
    field: z.string(),
    before: z.unknown(),
    after: z.unknown(),
    reason: z.string(),
    author: Id.nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'MovedGoalpost' });
export type MovedGoalpost = z.infer<typeof MovedGoalpost>;
