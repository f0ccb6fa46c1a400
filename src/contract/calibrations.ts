import * as z from 'zod';
import { verdicts } from '#domain/okr/confidence-calibration.ts';
import { Id } from './fields.ts';
import { Why } from './judgements.ts';
import { operation } from './operation.ts';

const Share = z.number().min(0).max(1);

const CalibrationLevel = z
  .object({
    confidence: z.int().min(0).max(10),
    count: z.int(),
    reached: z.int(),
    low: Share.meta({ description: 'the true share lies from here …' }),
    high: Share.meta({ description: '… to here, 95 times in 100 (Wilson)' }),
  })
  .meta({ id: 'CalibrationLevel' });

/** How well the confidence of the organisation, a team or a person met what came of it. */
export const Calibration = z
  .object({
    of: z.enum(['organisation', 'team', 'person']),
    id: Id.nullable().meta({ description: 'of the team or person; null for the organisation' }),
    keyResults: z.int(),
    reached: z.int(),
    said: Share.meta({ description: 'the mean odds that were told' }),
    brier: z.number().meta({ description: '0 for a prophet, 0.25 for always saying 5' }),
    reliability: z
      .number()
      .meta({ description: 'how far what is said lies from what happens: 0 is perfect' }),
    resolution: z.number().meta({ description: 'how well what comes true is told apart: more is better' }),
    uncertainty: z.number().meta({ description: 'how mixed the outcomes are' }),
    verdict: z.enum(verdicts),
    sentence: z.string(),
    levels: z.array(CalibrationLevel),
    why: Why,
  })
  .meta({ id: 'Calibration' });
export type Calibration = z.infer<typeof Calibration>;

const tellings = ['first', 'halfway', 'last'] as const;

export const calibrations = {
  list: operation('calibrations.list', {
    route: 'GET /calibrations',
    summary:
      'Tell how well confidence met what came of it, over all closed cycles: of the organisation, each team and each person, from key results that you may see',
    access: 'viewer',
    input: z.strictObject({
      told: z.enum(tellings).default('last').meta({
        description: 'which confidence: the first one, the one of half time, or the last before the end',
      }),
      people: z.int().min(0).max(1_000).default(200).meta({
        description: 'how many people at most, those with the most key results first',
      }),
    }),
    output: z.object({
      cycles: z.int().meta({ description: 'closed cycles that count' }),
      untold: z
        .int()
        .meta({ description: 'graded key results without such a confidence, which do not count' }),
      calibrations: z
        .array(Calibration)
        .meta({ description: 'the organisation first, then teams, then people' }),
      more: z.int().meta({ description: 'people who were left out' }),
    }),
  }),
};
