import * as z from 'zod';
import { Id, Instant, Period, Value } from './fields.ts';
import { KpiRef, Unit } from './kpis.ts';
import { KpiName } from './measures.ts';
import { operation } from './operation.ts';

export const SustainWatch = z
  .object({
    id: Id,
    keyResult: z.object({ id: Id, title: z.string() }),
    objective: z.object({ id: Id, title: z.string() }),
    kpi: KpiName,
    level: Value.meta({ description: 'the gained level' }),
    unit: Unit.meta({ description: 'that of the KPI when the watch began; values and limit are in it' }),
    direction: z.enum(['higher', 'lower']),
    fromPeriod: Period,
    periods: z.int(),
    state: z.enum(['watching', 'held', 'lost']),
    seen: z.int(),
    good: z.int().meta({ description: 'periods that the gained level explains' }),
    decidedPeriod: Period.nullable(),
    sentence: z.string(),
    limit: Value.nullable().meta({ description: 'beyond it a value is no longer noise' }),
    values: z.array(z.object({ period: Period, value: Value })),
    createdAt: Instant,
  })
  .meta({ id: 'SustainWatch' });
export type SustainWatch = z.infer<typeof SustainWatch>;

export const sustainWatches = {
  list: operation('sustainWatches.list', {
    route: 'GET /sustain-watches',
    summary: 'List the watches over gains that were kept, those still watching first',
    access: 'viewer',
    input: z.strictObject({
      kpi: KpiRef.optional(),
      objective: Id.optional(),
      state: z.enum(['watching', 'held', 'lost']).optional(),
    }),
    output: z.array(SustainWatch),
  }),
};
