import * as z from 'zod';
import { Cycle } from './cycles.ts';
import { Day, Id, Note } from './fields.ts';
import { PanelRow } from './judgements.ts';
import { Health, HealthCounts } from './measures.ts';
import { ObjectiveName } from './objectives.ts';
import { operation } from './operation.ts';

const Mission = Note.max(2_000).meta({ description: 'why the organisation is there; empty: not said yet' });

const statusCounts = z.object({
  overdue: z.int(),
  'no data': z.int(),
  breach: z.int(),
  warning: z.int(),
  healthy: z.int(),
  'no threshold': z.int(),
});

export const StrategyKpi = PanelRow.pick({
  id: true,
  key: true,
  name: true,
  owner: true,
  team: true,
  unit: true,
  decimals: true,
  period: true,
  value: true,
  status: true,
  sense: true,
  sparkline: true,
  floor: true,
  ceiling: true,
});
export type StrategyKpi = z.infer<typeof StrategyKpi>;

export const StrategyObjective = ObjectiveName.extend({ private: z.boolean(), health: Health });
export type StrategyObjective = z.infer<typeof StrategyObjective>;

const Carried = {
  kpis: z.array(StrategyKpi).meta({ description: 'the worst status first; at most 50' }),
  statuses: statusCounts.meta({ description: 'of all its KPIs, also of those that are not listed' }),
  objectives: z
    .array(StrategyObjective)
    .meta({ description: 'those of the cycles that you may see; at most 50' }),
  healths: HealthCounts.meta({ description: 'objectives by the health of their weakest key result' }),
};

export const Strategy = z
  .object({
    mission: z.string(),
    today: Day,
    cycles: z.array(Cycle).meta({
      description: 'those that are active or graded now; while none is, those that are being planned',
    }),
    pillars: z.array(
      z.object({
        id: Id,
        name: z.string(),
        description: z.string(),
        ...Carried,
        below: z.int().meta({
          description: 'objectives that do not carry it, but contribute to or support one that does',
        }),
      }),
    ),
    none: z
      .object({ ...Carried, sentence: z.string() })
      .meta({ description: 'what carries no pillar, and hangs below nothing that does' }),
    mayChange: z.boolean(),
  })
  .meta({ id: 'Strategy' });
export type Strategy = z.infer<typeof Strategy>;

export const strategy = {
  find: operation('strategy.find', {
    route: 'GET /strategy',
    summary: 'Show the mission, the pillars, and which KPIs and present objectives carry each or none',
    access: 'viewer',
    output: Strategy,
  }),
  change: operation('strategy.change', {
    route: 'PATCH /strategy',
    summary: 'Write the mission',
    access: 'admin',
    input: z.strictObject({ mission: Mission }),
    output: z.object({ mission: z.string() }),
  }),
};
