import * as z from 'zod';
import { ambitionWords } from '#domain/okr/ambition.ts';
import { Day, Id, Value } from './fields.ts';
import { Why } from './judgements.ts';
import { KpiRef, Unit } from './kpis.ts';
import { Measure } from './measures.ts';
import { inquiry, operation } from './operation.ts';

const Odds = z.number().min(0).max(1).meta({ description: 'that it would be reached unaided' });

/** How ambitious a key result is, by the forecast of the KPI that it reads. */
export const Ambition = z
  .object({
    refused: z.string().nullable().meta({ description: 'why there are no odds' }),
    until: Day,
    odds: Odds.nullable(),
    oddsWords: z.string().nullable().meta({ description: 'rounded for people: about 15%' }),
    word: z.enum(ambitionWords).nullable(),
    advice: z
      .string()
      .nullable()
      .meta({ description: 'said of a target that would come by itself or is not credible' }),
    calibrated: z
      .object({ commit: Value, target: Value, stretch: Value })
      .nullable()
      .meta({ description: 'reached unaided nine times in ten, every other time, once in ten; for a move' }),
    why: Why,
  })
  .meta({ id: 'Ambition' });
export type Ambition = z.infer<typeof Ambition>;

/** What was foreseen of a key result when it was frozen: the counterfactual at its grading. */
export const Foresight = z
  .object({
    on: Day,
    until: Day,
    odds: Odds,
    oddsWords: z.string(),
    word: z.enum(ambitionWords),
    progress: z
      .number()
      .nullable()
      .meta({ description: 'that its KPI would have made by itself; for a move' }),
    sentence: z.string(),
  })
  .meta({ id: 'Foresight' });
export type Foresight = z.infer<typeof Foresight>;

export const ambitions = {
  find: inquiry('ambitions.find', {
    route: 'POST /kpis/{kpi}/ambition',
    summary:
      'Tell how ambitious a key result on a KPI would be: the odds that it is reached unaided, and calibrated values',
    access: 'viewer',
    input: z.strictObject({
      kpi: KpiRef,
      measure: Measure,
      unit: Unit.optional().meta({ description: "the KPI's by default" }),
      cycle: Id,
      deadline: Day.optional().meta({ description: 'the last day of the cycle by default' }),
    }),
    output: Ambition,
  }),
  calibration: operation('ambitions.calibration', {
    route: 'GET /ambitions/calibration',
    summary:
      'Publish how well odds met what came of them: of all frozen odds that have come due, how many came true, by tenths',
    access: 'viewer',
    output: z.object({
      due: z.int(),
      tenths: z.array(z.object({ from: z.number(), to: z.number(), count: z.int(), cameTrue: z.int() })),
    }),
  }),
};
