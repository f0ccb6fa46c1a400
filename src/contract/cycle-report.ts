import * as z from 'zod';
import { commitments } from '#domain/okr/grade.ts';
import { Cycle } from './cycles.ts';
import { Day, Id, Instant, Period, Value } from './fields.ts';
import { Breach, CycleCalibration, GradeSheet } from './grades.ts';
import { Sense, Status } from './judgements.ts';
import { Unit } from './kpis.ts';
import { KpiName, Progress } from './measures.ts';
import { operation } from './operation.ts';
import { SustainWatch } from './sustain-watches.ts';

const Standing = z.object({
  score: z.number().nullable().meta({ description: 'mean of the objectives that have one, by their weight' }),
  progress: Progress,
  objectives: z.int(),
  scored: z.int().meta({ description: 'objectives with a score' }),
  keyResults: z.int(),
  graded: z.int().meta({ description: 'key results with a score' }),
  succeeded: z.int().meta({ description: 'of those that are to be reached or stretched for' }),
  judged: z.int().meta({ description: 'graded key results that can succeed: those to learn from cannot' }),
});

const At = z.object({ period: Period, value: Value, status: Status });

/** What a KPI showed in a cycle: status before and at the end, signals, and each period in which it was breached. */
export const ReportKpi = KpiName.extend({
  unit: Unit,
  decimals: z.int(),
  before: At.nullable().meta({ description: 'the last complete period before the cycle' }),
  newest: At.nullable().meta({ description: 'the newest complete period of the cycle' }),
  values: z.array(z.object({ period: Period, value: Value })).meta({ description: 'of the cycle' }),
  signals: z.array(z.object({ sense: Sense, period: Period, latest: Period, sentence: z.string() })),
  breaches: z.array(Breach),
  links: z
    .array(z.enum(['read', 'guards', 'improved', 'gap']))
    .meta({ description: 'what the goals of the cycle that you may see have to do with it' }),
}).meta({ id: 'ReportKpi' });
export type ReportKpi = z.infer<typeof ReportKpi>;

export const CycleReport = z
  .object({
    organisation: z.string(),
    cycle: Cycle,
    madeAt: Instant,
    today: Day,
    isInterim: z.boolean().meta({ description: 'the cycle is not closed: its scores may still change' }),
    standing: Standing.meta({ description: 'of all objectives that you may see' }),
    teams: z.array(Standing.extend({ team: Id, name: z.string() })),
    objectives: z.array(
      z.object({
        id: Id,
        title: z.string(),
        why: z.string(),
        commitment: z.enum(commitments),
        state: z.enum(['draft', 'active', 'closed', 'dropped']),
        owner: Id.nullable(),
        team: Id.nullable(),
        progress: Progress,
        score: z.number().nullable(),
        success: z.boolean().nullable(),
        keyResults: z.array(GradeSheet),
      }),
    ),
    dropped: z.array(
      z.object({ kind: z.enum(['objective', 'key result']), id: Id, title: z.string(), reason: z.string() }),
    ),
    calibration: CycleCalibration,
    kpis: z.array(ReportKpi),
    kpisLeftOut: z.int(),
    kpisKept: z.boolean().meta({ description: 'as they were at the close, not as they are known now' }),
    sustainWatches: z.array(SustainWatch),
  })
  .meta({ id: 'CycleReport' });
export type CycleReport = z.infer<typeof CycleReport>;

export const cycleReports = {
  report: operation('cycles.report', {
    route: 'GET /cycles/{cycle}/report',
    summary:
      'Report on a cycle: scores, counterfactuals, lessons, fates, guardrails, moved goalposts, signals, calibration and kept gains; an interim one before the close',
    access: 'viewer',
    input: z.strictObject({ cycle: Id }),
    output: CycleReport,
  }),
};
