import * as z from 'zod';
import { commitments, fates } from '#domain/okr/grade.ts';
import { Cycle } from './cycles.ts';
import { Id, Line } from './fields.ts';
import { Gap } from './gaps.ts';
import { Kindred } from './grade.ts';
import { KpiName, Progress } from './measures.ts';
import { ObjectiveName } from './objectives.ts';
import { operation } from './operation.ts';
import { SustainWatch } from './sustain-watches.ts';

const Lesson = ObjectiveName.extend({
  dropReason: z.string().nullable(),
  mayCopy: z.boolean(),
  keyResults: z.array(
    z.object({
      id: Id,
      title: z.string(),
      owner: Id.nullable(),
      progress: Progress,
      score: z.number().nullable(),
      fate: z.enum(fates).nullable(),
      lesson: z.string().nullable(),
      carriedTo: Kindred.nullable(),
      becameKpi: KpiName.nullable(),
      dropped: z.string().nullable().meta({ description: 'why, if it was dropped while the cycle ran' }),
    }),
  ),
});

const Drafted = ObjectiveName.extend({
  commitment: z.enum(commitments),
  keyResults: z.int(),
  carriedFrom: z
    .string()
    .nullable()
    .meta({ description: 'the name of the cycle that it was carried over from' }),
  gapKpi: KpiName.nullable(),
});

const Last = z.object({
  objectives: z.int(),
  keyResults: z.int(),
  graded: z.int(),
  reached: z.int().meta({
    description: 'those that succeeded: at 1.0 when committed, from 0.7 when aspirational',
  }),
});

const Load = {
  objectives: z.int(),
  keyResults: z.int(),
  last: Last.meta({ description: 'the cycle before' }),
  advice: z.array(z.string()),
};

/** All that a cycle is planned from, on one page. */
export const CyclePlan = z
  .object({
    cycle: Cycle,
    last: Cycle.nullable().meta({ description: 'the cycle whose lessons these are' }),
    lessons: z.array(Lesson),
    moreLessons: z
      .int()
      .meta({ description: 'objectives of the last cycle that are not listed: choose a team' }),
    gaps: z.array(Gap),
    moreGaps: z.int(),
    gains: z.array(SustainWatch).meta({ description: 'those that are watched, and those decided in a year' }),
    undecided: z
      .array(z.object({ id: Id, title: z.string(), objective: z.object({ id: Id, title: z.string() }) }))
      .meta({ description: 'key results that are to be carried over, without a cycle yet' }),
    drafted: z.array(Drafted),
    moreDrafted: z.int(),
    teams: z.array(
      z.object({
        team: Id.nullable().meta({ description: 'null: those of no team' }),
        thin: z.int().meta({ description: 'objectives with fewer key results than is usual' }),
        crowded: z.int().meta({ description: 'objectives with more' }),
        ...Load,
      }),
    ),
    people: z
      .array(z.object({ person: Id, teams: z.int(), ...Load }))
      .meta({ description: 'who answers for most key results, up to 100' }),
  })
  .meta({ id: 'CyclePlan' });
export type CyclePlan = z.infer<typeof CyclePlan>;

/** What belongs to the planning of a cycle; part of the noun `cycles`. */
export const planning = {
  plan: operation('cycles.plan', {
    route: 'GET /cycles/{cycle}/plan',
    summary:
      'Show all that a cycle is planned from: lessons, gaps, gains, what is carried over and drafted, and whether it can be carried',
    access: 'viewer',
    input: z.strictObject({
      cycle: Id,
      team: Id.optional().meta({ description: 'only the lessons and drafts of this team' }),
      last: Id.optional().meta({ description: 'the cycle to learn from; the one before by default' }),
    }),
    output: CyclePlan,
  }),
  copy: operation('cycles.copy', {
    route: 'POST /cycles/{cycle}/copies',
    summary:
      'Copy objectives of another cycle into this one: titles, key results, owners and links without values and scores; what reads a KPI starts at its level',
    access: 'member',
    input: z.strictObject({
      cycle: Id,
      objectives: z
        .array(
          z.strictObject({
            objective: Id,
            title: Line.optional().meta({ description: 'the same by default' }),
            keyResults: z
              .array(Id)
              .max(50)
              .optional()
              .meta({ description: 'all that were not dropped by default' }),
          }),
        )
        .min(1)
        .max(50),
    }),
    output: z.object({
      objectives: z.array(ObjectiveName.extend({ from: Id, keyResults: z.int() })),
      leftOut: z
        .array(z.object({ keyResult: Id, title: z.string(), because: z.string() }))
        .meta({ description: 'key results with nothing left to promise' }),
    }),
  }),
};
