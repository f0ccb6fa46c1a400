import * as z from 'zod';
import { cadences } from '#domain/time/period.ts';
import { Day, Done, Id, Instant, Key, Note, Period, Value } from './fields.ts';
import { Sense, Status } from './judgements.ts';
import { KpiRef, Unit } from './kpis.ts';
import { operation } from './operation.ts';

const Named = z.object({ id: Id, key: Key, name: z.string() });

export const Driver = z
  .object({
    input: Named,
    output: Named,
    note: z.string(),
    author: Id.nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'Driver', description: 'a KPI and the one that it should move' });
export type Driver = z.infer<typeof Driver>;

export const DriverNode = z
  .object({
    id: Id,
    key: Key,
    name: z.string(),
    owner: Id.nullable(),
    team: Id.nullable(),
    role: z.enum(['input', 'output']),
    direction: z.string(),
    cadence: z.enum(cadences),
    unit: Unit,
    decimals: z.int(),
    formula: z.string().nullable(),
    archived: z.boolean(),
    step: z.int().meta({
      description: 'how many edges from the KPI that was asked for: below 0 upstream, above 0 downstream',
    }),
    period: Period.nullable(),
    value: Value.nullable(),
    status: Status,
    signal: z.string().nullable(),
    sense: Sense.nullable(),
    speaksSince: z
      .object({ period: Period, starts: Day })
      .nullable()
      .meta({ description: 'the first period that takes part in the signal' }),
    sparkline: z.array(Value.nullable()),
  })
  .meta({ id: 'DriverNode' });
export type DriverNode = z.infer<typeof DriverNode>;

export const DriverTree = z
  .object({
    kpi: Id,
    nodes: z.array(DriverNode).meta({ description: 'the KPI, then by distance' }),
    edges: z.array(
      z.object({
        from: Id,
        to: Id,
        kind: z
          .enum(['formula', 'child', 'driver'])
          .meta({ description: 'read by its formula, added up into it, or linked by somebody' }),
        note: z.string().nullable(),
      }),
    ),
    origin: z
      .object({
        kpi: Id,
        path: z.array(Id).meta({ description: 'from there to the KPI that was asked for' }),
      })
      .nullable()
      .meta({
        description:
          'where the signal of this KPI started: the earliest speaking one upstream; null while it has none',
      }),
    more: z.boolean().meta({ description: 'the tree goes on beyond what is shown' }),
    asOf: Instant.nullable(),
  })
  .meta({ id: 'DriverTree' });
export type DriverTree = z.infer<typeof DriverTree>;

export const drivers = {
  tree: operation('drivers.tree', {
    route: 'GET /kpis/{kpi}/drivers',
    summary:
      'Show what moves a KPI and what it moves: formulas, children and links, with where its signal started',
    access: 'viewer',
    input: z.strictObject({
      kpi: KpiRef,
      up: z.int().min(0).max(10).default(10).meta({ description: 'how many steps towards the inputs' }),
      down: z.int().min(0).max(10).default(10).meta({ description: 'how many steps towards the outputs' }),
      asOf: Instant.optional().meta({
        description:
          'as it was known at this instant: its links, formulas, parts and what was judged of each',
      }),
    }),
    output: DriverTree,
  }),
  list: operation('drivers.list', {
    route: 'GET /drivers',
    summary: 'List the links from inputs to the outputs that they should move',
    access: 'viewer',
    input: z.strictObject({ kpi: KpiRef.optional().meta({ description: 'only those from or to this KPI' }) }),
    output: z.array(Driver),
  }),
  link: operation('drivers.link', {
    route: 'PUT /kpis/{kpi}/drivers/{input}',
    summary: 'Link an input to the output that it should move, or word the link anew',
    access: 'member',
    input: z.strictObject({ kpi: KpiRef, input: KpiRef, note: Note.max(500).default('') }),
    output: Driver,
  }),
  unlink: operation('drivers.unlink', {
    route: 'DELETE /kpis/{kpi}/drivers/{input}',
    summary: 'Remove the link from an input to an output',
    access: 'member',
    input: z.strictObject({ kpi: KpiRef, input: KpiRef }),
    output: Done,
  }),
};
