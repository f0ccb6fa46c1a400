import * as z from 'zod';
import { commitments, fates } from '#domain/okr/grade.ts';
import { cadences } from '#domain/time/period.ts';
import { CheckIn } from './check-ins.ts';
import { Cycle } from './cycles.ts';
import { Day, Id, Note, Period, Value } from './fields.ts';
import { Grade, Graduate, Keep, MovedGoalpost, Score } from './grade.ts';
import { KeyResult } from './key-results.ts';
import { Unit } from './kpis.ts';
import { Confidence, KpiName } from './measures.ts';
import { operation } from './operation.ts';

export const Breach = z.object({
  period: Period,
  value: Value,
  side: z.enum(['floor', 'ceiling']),
  threshold: Value,
});

/** How well the last confidence before the end met the outcome in one cycle, of each person and each team. */
export const CycleCalibration = z.array(
  z.object({
    person: Id.nullable(),
    team: Id.nullable(),
    keyResults: z.int(),
    brier: z.number().meta({ description: '0 for a prophet, 0.25 for always saying 5' }),
  }),
);

/** What lies beside the score of one key result. */
export const GradeSheet = z
  .object({
    keyResult: KeyResult,
    suggested: Score.nullable(),
    cap: Score.nullable().meta({ description: 'the most that a breached guardrail allows; null: no cap' }),
    asks: z.array(z.enum(['reason', 'explanation', 'learnt'])).meta({
      description: 'words that the suggested score itself would need; another score needs a reason too',
    }),
    movedGoalposts: z.array(MovedGoalpost),
    asFrozen: Score.nullable().meta({
      description: 'what would be suggested by the promise as it was frozen; null when no goalpost was moved',
    }),
    counterfactual: z
      .object({ score: Score.nullable(), sentence: z.string() })
      .nullable()
      .meta({ description: 'what its KPI would have made of it without action, as it was foreseen' }),
    changedSince: z.array(z.string()).meta({
      description:
        'what is known differently since it was graded; in a closed cycle the rest is what was graded',
    }),
    guardrails: z.array(KpiName.extend({ status: z.string().nullable(), breaches: z.array(Breach) })),
    signal: z
      .object({ sense: z.string().nullable(), period: Period, words: z.string() })
      .nullable()
      .meta({ description: 'what the KPI signalled since the start of the cycle' }),
    confidence: z.array(z.object({ day: Day, confidence: Confidence })),
    late: z.array(CheckIn),
    mayKeepGain: z.boolean().meta({ description: 'it reads a KPI whose direction can be watched' }),
    gain: z
      .object({
        level: Value.nullable().meta({ description: 'null: nothing was measured' }),
        unit: Unit.meta({ description: 'of the KPI that it reads, else its own' }),
        decimals: z.int(),
        direction: z.enum(['higher', 'lower']),
        line: Value.nullable().meta({
          description: 'the floor, or ceiling when lower is better, that the KPI has after the cycle',
        }),
        cadence: z.enum(cadences).meta({ description: 'of the KPI, or one that its check-ins fit' }),
      })
      .nullable()
      .meta({ description: 'what could become a floor; null for milestones, and what is done or not' }),
    mayGrade: z.boolean(),
  })
  .meta({ id: 'GradeSheet' });
export type GradeSheet = z.infer<typeof GradeSheet>;

export const grades = {
  list: operation('grades.list', {
    route: 'GET /cycles/{cycle}/grades',
    summary: 'Show the grading of a cycle: each key result with what is suggested, known and given',
    access: 'viewer',
    input: z.strictObject({
      cycle: Id,
      objective: Id.optional(),
      mine: z.boolean().default(false).meta({ description: 'only what you may grade' }),
    }),
    output: z.object({
      cycle: Cycle,
      objectives: z.array(
        z.object({
          id: Id,
          title: z.string(),
          commitment: z.enum(commitments),
          owner: Id.nullable(),
          team: Id.nullable(),
          score: z.number().nullable(),
          keyResults: z.array(GradeSheet),
        }),
      ),
      calibration: CycleCalibration.meta({
        description: 'how well the last confidence before the end met the outcome',
      }),
    }),
  }),
  record: operation('grades.record', {
    route: 'PUT /key-results/{keyResult}/grade',
    summary: 'Grade a key result: score, reasons, fate and lesson',
    access: 'member',
    input: z.strictObject({
      keyResult: Id,
      score: Score,
      reason: Note.optional().meta({ description: 'needed when the score differs from the suggested one' }),
      explanation: Note.optional().meta({ description: 'needed when a committed one is missed' }),
      fate: z.enum(fates),
      lesson: Note.min(1),
      keep: Keep.optional().meta({ description: 'takes effect when the cycle closes' }),
      carryInto: Id.optional().meta({ description: 'the cycle that it is carried over into' }),
      carryInitiatives: z
        .boolean()
        .optional()
        .meta({ description: 'its open initiatives go along into that cycle; they stay behind by default' }),
      graduate: Graduate.optional().meta({ description: 'takes effect when the cycle closes' }),
    }),
    output: z.object({
      grade: Grade,
      objectiveScore: z.number().nullable(),
    }),
  }),
};
