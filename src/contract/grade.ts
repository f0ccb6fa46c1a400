import * as z from 'zod';
import { bands, fates } from '#domain/okr/grade.ts';
import { Id, Instant } from './fields.ts';

/** What is judged of a key result at the close, as key results and grades show it. */

export const Score = z.number().min(0).max(1);

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
