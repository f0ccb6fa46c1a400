import * as z from 'zod';
import { measureKinds } from '#domain/okr/measure.ts';
import { healths } from '#domain/okr/pace.ts';
import { cadences } from '#domain/time/period.ts';
import { Day, Id, Line, Period, Value } from './fields.ts';

/** What key results measure and how they stand: shapes that objectives, key results, check-ins and grades share. */

const Bound = z.enum(['at least', 'at most']);
const Count = z.int().min(1).max(10_000);

export const Weight = z.number().min(0).max(1_000);

export const Measure = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('move'), baseline: Value, target: Value }),
    z.strictObject({
      kind: z.literal('hold'),
      bound: Bound,
      level: Value,
      run: Count.meta({ description: 'how many periods in a row' }),
      cadence: z.enum(cadences),
    }),
    z.strictObject({
      kind: z.literal('hit rate'),
      planned: Count.meta({ description: 'how many periods are planned; a missed one is not good' }),
      cadence: z.enum(cadences),
      bound: Bound.optional().meta({ description: 'with level; without both a period is said to be good' }),
      level: Value.optional(),
    }),
    z.strictObject({
      kind: z.literal('milestones'),
      steps: z
        .array(z.strictObject({ id: z.string().min(1).max(40), title: Line, weight: Weight.default(1) }))
        .min(1)
        .max(50),
    }),
    z.strictObject({ kind: z.literal('done') }),
  ])
  .meta({ id: 'Measure' });
export type Measure = z.infer<typeof Measure>;

const About = {
  period: Period.optional().meta({ description: 'the period that the day lies in, by default' }),
};

export const Report = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('value'), value: Value, ...About }),
    z.strictObject({ kind: z.literal('good'), good: z.boolean(), ...About }),
    z.strictObject({ kind: z.literal('hits'), hits: z.int().min(0).max(10_000) }),
    z.strictObject({ kind: z.literal('steps'), done: z.array(z.string().min(1).max(40)).max(50) }),
    z.strictObject({ kind: z.literal('done'), done: z.boolean() }),
  ])
  .meta({ id: 'Report', description: 'what a check-in says of the measure' });
export type Report = z.infer<typeof Report>;

export const Facts = z
  .object({
    current: Value.nullable(),
    periods: z.array(z.object({ period: Period, value: Value.nullable(), good: z.boolean() })),
    hits: z.int().nullable().meta({ description: 'good periods that were typed as a count' }),
    stepsDone: z.array(z.string()),
    done: z.boolean(),
  })
  .meta({ id: 'Facts', description: 'all that is known of what a measure promises' });
export type Facts = z.infer<typeof Facts>;

export const Plan = z
  .array(z.strictObject({ day: Day, expected: z.number().min(0).max(1) }))
  .min(1)
  .max(60)
  .meta({ id: 'Plan', description: 'from each day on, so much progress is expected' });

export const Progress = z.number().nullable().meta({
  description:
    'as measured: below 0 is below the baseline and counts as 0, above 1 counts as 1; null is none',
});

export const Health = z
  .enum(healths)
  .nullable()
  .meta({ id: 'Health', description: 'null: too early to say, or nothing measured' });

export const HealthCounts = z
  .object({
    outdated: z.int(),
    'off track': z.int(),
    behind: z.int(),
    'on track': z.int(),
    none: z.int(),
  })
  .meta({ id: 'HealthCounts' });

export const Confidence = z.int().min(0).max(10);

/** A KPI as another thing names it. */
export const KpiName = z.object({ id: Id, key: z.string(), name: z.string() }).meta({ id: 'KpiName' });
export type KpiName = z.infer<typeof KpiName>;

export const MeasureKind = z.enum(measureKinds);
