import * as z from 'zod';
import { Day, Instant, Period, Value } from './fields.ts';
import { Why } from './judgements.ts';
import { KpiRef } from './kpis.ts';
import { operation } from './operation.ts';

const Probability = z.number().min(0).max(1);

/** The odds of reaching a value, raw for machines and rounded for people. */
const Odds = z
  .object({
    target: z.object({ atLeast: Value.optional(), atMost: Value.optional() }),
    until: Day,
    period: Period.meta({ description: 'the last period that has ended by then' }),
    at: Probability.meta({ description: 'that the value of that period is at the target' }),
    by: Probability.meta({ description: 'that the value of some period until then is' }),
    atWords: z.string().meta({ description: 'rounded for people: about 15%' }),
    byWords: z.string(),
    sentence: z.string(),
  })
  .meta({ id: 'Odds' });

export const Forecast = z
  .object({
    refused: z.string().nullable().meta({ description: 'why there is no forecast' }),
    until: Day,
    untilIs: z.string().meta({ description: 'what that day is, such as the end of a cycle' }),
    method: z.string().nullable(),
    points: z.int().meta({ description: 'how many values it was made of' }),
    from: Period.nullable().meta({ description: 'the first period that it was made of' }),
    newest: Period.nullable().meta({ description: 'the last period that it was made of' }),
    season: z.string().nullable().meta({ description: 'whether the season counted, in words' }),
    periods: z.array(
      z.object({
        period: Period,
        starts: Day,
        ends: Day,
        quantiles: z.record(z.string(), Value).meta({ description: 'by level, 0.025 to 0.975' }),
        mean: Value,
      }),
    ),
    odds: Odds.nullable(),
    why: Why,
  })
  .meta({ id: 'Forecast' });
export type Forecast = z.infer<typeof Forecast>;

export const forecasts = {
  find: operation('forecasts.find', {
    route: 'GET /kpis/{kpi}/forecast',
    summary: 'Forecast a KPI if nothing changes: quantiles of each coming period, and the odds of a value',
    access: 'viewer',
    input: z.strictObject({
      kpi: KpiRef,
      until: Day.optional().meta({ description: 'the end of the present cycle when left out' }),
      target: Value.optional().meta({
        description: 'what to reach; the desired level, else the threshold, when left out',
      }),
      asOf: Instant.optional().meta({ description: 'as it could have been made at this instant' }),
    }),
    output: Forecast,
  }),
};
