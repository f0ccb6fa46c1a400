import * as z from 'zod';
import { Day, Id, Instant } from './fields.ts';
import { operation } from './operation.ts';

/** Who has read what a definition says, and which version of it. */
export const Acknowledgements = z
  .object({
    version: z.int().meta({ description: 'the present one' }),
    validFrom: Day.nullable(),
    isMine: z.boolean().meta({ description: 'the person who asks is one of those who should know it' }),
    readers: z.array(
      z.object({
        person: Id,
        name: z.string(),
        as: z.enum(['owner', 'lead', 'member', 'person']),
        version: z.int().nullable().meta({ description: 'the newest that they acknowledged, or wrote' }),
        at: Instant.nullable(),
        present: z.boolean().meta({ description: 'that is the present version' }),
      }),
    ),
  })
  .meta({ id: 'Acknowledgements' });
export type Acknowledgements = z.infer<typeof Acknowledgements>;

/** The verbs of KPIs that are about knowing their definitions; `ref` is the shape of a KPI's key or id. */
export function acknowledging<R extends z.ZodType>(ref: R) {
  return {
    acknowledge: operation('kpis.acknowledge', {
      route: 'PUT /kpis/{kpi}/acknowledgement',
      summary: 'Acknowledge the present definition of a KPI: I have read it and know what it counts',
      access: 'viewer',
      input: z.strictObject({
        kpi: ref,
        version: z
          .int()
          .min(1)
          .optional()
          .meta({ description: 'the version that was read; refused when it is no longer the present one' }),
      }),
      output: z.object({ version: z.int(), at: Instant }),
    }),
    acknowledgements: operation('kpis.acknowledgements', {
      route: 'GET /kpis/{kpi}/acknowledgements',
      summary: 'List who has acknowledged the present definition of a KPI, and who has not yet',
      access: 'viewer',
      input: z.strictObject({ kpi: ref }),
      output: Acknowledgements,
    }),
  };
}
