import * as z from 'zod';
import { longestFormula } from '#domain/formula/parse.ts';
import { durationUnits } from '#domain/kpi/unit.ts';
import { cadences } from '#domain/time/period.ts';
import { acknowledging } from './acknowledgements.ts';
import { Day, Done, Id, Instant, Key, Line, Note, Value } from './fields.ts';
import { operation } from './operation.ts';

export const Unit = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('number'), symbol: z.string().max(20).optional() }),
    z.strictObject({ kind: z.literal('percent') }),
    z.strictObject({
      kind: z.literal('currency'),
      code: z.string().regex(/^[A-Z]{3}$/, 'is not a currency code such as EUR'),
    }),
    z.strictObject({ kind: z.literal('duration'), unit: z.enum(durationUnits) }),
    z.strictObject({
      kind: z.literal('scale'),
      from: Value,
      to: Value,
      steps: z
        .array(Line.max(40))
        .min(2)
        .max(21)
        .optional()
        .meta({ description: 'the names of the whole numbers from the first to the last' }),
    }),
  ])
  .meta({ id: 'Unit' });
export type Unit = z.infer<typeof Unit>;

/** A formula as it is typed; what it says is checked against the KPIs that there are (see formulas.check). */
const Formula = z.string().trim().min(1).max(longestFormula).meta({
  description:
    'an expression over other KPIs by their keys, such as lost / customers; null: readings are recorded',
});

const Definition = {
  name: Line,
  purpose: Note,
  definition: Note,
  owner: Id.nullable(),
  team: Id.nullable(),
  person: Id.nullable(),
  labels: z.array(Line.max(40)).max(20),
  unit: Unit,
  decimals: z.int().min(0).max(10),
  direction: z.enum(['higher', 'lower', 'within']),
  cadence: z.enum(cadences),
  addsUp: z.enum(['sum', 'mean', 'last', 'min', 'max', 'ratio']),
  role: z.enum(['input', 'output']),
  kind: z.enum(['quantitative', 'qualitative']),
  pillar: Line.nullable(),
  weight: z.number().min(0).max(1_000),
  graceDays: z.int().min(0).max(366),
  formula: Formula.nullable(),
};

export const Kpi = z
  .object({
    id: Id,
    key: Key,
    ...Definition,
    parent: Id.nullable(),
    computed: z.boolean().meta({ description: 'computed from its children; takes no readings of its own' }),
    counterMetrics: z.array(Id),
    version: z.int(),
    countedSince: Day.nullable().meta({
      description: 'the first day that is counted in this unit, when what was before does not convert',
    }),
    createdAt: Instant,
    archivedAt: Instant.nullable(),
  })
  .meta({ id: 'Kpi' });
export type Kpi = z.infer<typeof Kpi>;

export const KpiVersion = z
  .object({
    version: z.int(),
    validFrom: Day,
    definition: Definition.definition,
    unit: Unit,
    direction: Definition.direction,
    addsUp: Definition.addsUp,
    decimals: Definition.decimals,
    formula: z.string().nullable(),
    author: Id.nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'KpiVersion', description: 'what a definition says from a day on' });
export type KpiVersion = z.infer<typeof KpiVersion>;

/** The KPI's key, or its id. */
export const KpiRef = z.union([Key, Id]).meta({ description: "the KPI's key or id" });

export const kpis = {
  list: operation('kpis.list', {
    route: 'GET /kpis',
    summary: 'List the definitions of all KPIs',
    access: 'viewer',
    input: z.strictObject({ archived: z.boolean().default(false), parent: Id.optional() }),
    output: z.array(Kpi),
  }),
  find: operation('kpis.find', {
    route: 'GET /kpis/{kpi}',
    summary: 'Show one KPI: its definition and where it stands in the tree',
    access: 'viewer',
    input: z.strictObject({ kpi: KpiRef }),
    output: Kpi.extend({ children: z.array(z.object({ id: Id, key: Key, name: z.string() })) }),
  }),
  create: operation('kpis.create', {
    route: 'POST /kpis',
    summary: 'Define a KPI',
    access: 'member',
    input: z.strictObject({
      key: Key,
      ...Definition,
      purpose: Note.default(''),
      definition: Note.default(''),
      owner: Id.nullable().default(null),
      team: Id.nullable().default(null),
      person: Id.nullable().default(null),
      labels: Definition.labels.default([]),
      unit: Unit.default({ kind: 'number' }),
      decimals: Definition.decimals.default(2),
      addsUp: Definition.addsUp.default('mean'),
      role: Definition.role.default('output'),
      kind: Definition.kind.default('quantitative'),
      pillar: Line.nullable().default(null),
      weight: Definition.weight.default(1),
      graceDays: Definition.graceDays.default(3),
      formula: Formula.nullable().default(null),
      parent: Id.nullable().default(null),
      counterMetrics: z.array(Id).max(20).default([]),
    }),
    output: Kpi,
  }),
  change: operation('kpis.change', {
    route: 'PATCH /kpis/{kpi}',
    summary: 'Change a KPI; a new formula, unit or direction makes a new version from a day on',
    access: 'member',
    input: z.strictObject({
      kpi: KpiRef,
      ...z.object(Definition).omit({ cadence: true }).partial().shape,
      counterMetrics: z.array(Id).max(20).optional(),
      validFrom: Day.optional().meta({
        description: 'the first day of the new version, none to come; today by default',
      }),
    }),
    output: Kpi,
  }),
  versions: operation('kpis.versions', {
    route: 'GET /kpis/{kpi}/versions',
    summary: 'List every version of the definition of a KPI, newest first',
    access: 'viewer',
    input: z.strictObject({ kpi: KpiRef }),
    output: z.array(KpiVersion),
  }),
  ...acknowledging(KpiRef),
  fanOut: operation('kpis.fanOut', {
    route: 'POST /kpis/{kpi}/children',
    summary:
      'Fan a KPI out: the same definition for each team or person below; the parent is computed from them',
    access: 'member',
    input: z.strictObject({
      kpi: KpiRef,
      children: z
        .array(
          z.strictObject({
            key: Key,
            name: Line,
            owner: Id.nullable().default(null),
            team: Id.nullable().default(null),
            person: Id.nullable().default(null),
          }),
        )
        .min(1)
        .max(1_000),
    }),
    output: z.array(Kpi),
  }),
  archive: operation('kpis.archive', {
    route: 'DELETE /kpis/{kpi}',
    summary: 'Archive a KPI; its readings and links stay readable',
    access: 'member',
    input: z.strictObject({ kpi: KpiRef }),
    output: Done,
  }),
};
