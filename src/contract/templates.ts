import * as z from 'zod';
import { commitments } from '#domain/okr/grade.ts';
import { cadences } from '#domain/time/period.ts';
import { Id, Key, Line, Note, Value } from './fields.ts';
import { Kpi, KpiRef, Unit } from './kpis.ts';
import { KpiName, Measure } from './measures.ts';
import { operation } from './operation.ts';

export const KpiTemplate = z
  .object({
    key: Key,
    function: Key,
    name: z.string(),
    purpose: z.string(),
    definition: z.string(),
    unit: Unit,
    decimals: z.int(),
    direction: z.enum(['higher', 'lower', 'within']),
    cadence: z.enum(cadences),
    addsUp: z.enum(['sum', 'mean', 'last', 'min', 'max', 'ratio']),
    role: z.enum(['input', 'output']),
    counters: z
      .array(Key)
      .meta({ description: 'templates of KPIs that would suffer if this one were gamed' }),
    example: z
      .object({ floor: Value.optional(), ceiling: Value.optional(), desired: Value.optional() })
      .meta({ description: 'lines as an example; none of them is set by itself' }),
    existing: KpiName.extend({ level: Value.nullable(), unit: Unit, decimals: z.int() })
      .nullable()
      .meta({ description: 'a KPI of yours with its key or name' }),
  })
  .meta({ id: 'KpiTemplate' });
export type KpiTemplate = z.infer<typeof KpiTemplate>;

const FunctionName = z.object({
  key: Key,
  name: z.string(),
  part: z.string().nullable().meta({ description: 'the larger function that it is a part of' }),
  what: z.string(),
  objectives: z.int(),
  kpis: z.int(),
});

const ObjectiveLine = z.object({
  key: Key,
  function: Key,
  title: z.string(),
  why: z.string(),
  commitment: z.enum(commitments),
  keyResults: z.array(z.string()).meta({ description: 'their titles with the numbers of the example' }),
});

export const ObjectiveTemplate = ObjectiveLine.extend({
  keyResults: z.array(
    z.object({
      title: z.string(),
      wording: z
        .string()
        .meta({ description: 'the title with {baseline} and {target}, or {level} and {run}' }),
      kpi: Key.meta({ description: 'the template of the KPI that it reads' }),
      measure: Measure.meta({ description: 'with the numbers of the example' }),
      guardrails: z.array(Key),
    }),
  ),
  kpis: z
    .array(KpiTemplate)
    .meta({ description: 'those that the key results read, then those that guard them' }),
}).meta({ id: 'ObjectiveTemplate' });
export type ObjectiveTemplate = z.infer<typeof ObjectiveTemplate>;

const Currency = z
  .string()
  .regex(/^[A-Z]{3}$/, 'is not a currency code such as EUR')
  .optional()
  .meta({ description: 'of new KPIs that count money; EUR by default' });

const NewKpi = z.strictObject({
  template: Key,
  key: Key.optional().meta({ description: "the template's by default, with a number when it is taken" }),
  name: Line.optional(),
  owner: Id.nullable().optional().meta({ description: 'the owner of all by default' }),
  floor: Value.optional().meta({ description: 'set from today on' }),
  ceiling: Value.optional(),
});

const Whose = {
  owner: Id.nullable().optional().meta({ description: 'you by default' }),
  team: Id.nullable().default(null),
  currency: Currency,
};

const UsedKpi = KpiName.extend({
  template: Key,
  made: z.boolean().meta({ description: 'false: one that was there is linked' }),
});

export const templates = {
  list: operation('templates.list', {
    route: 'GET /templates',
    summary: 'List the library of templates: objectives with key results, and KPIs, by function',
    access: 'viewer',
    input: z.strictObject({
      function: Key.optional(),
      search: Line.optional().meta({ description: 'words of a title, a name, a purpose or a definition' }),
    }),
    output: z.object({
      functions: z.array(FunctionName).meta({ description: 'always all of them' }),
      objectives: z.array(ObjectiveLine),
      kpis: z.array(KpiTemplate),
    }),
  }),
  find: operation('templates.find', {
    route: 'GET /templates/{template}',
    summary: 'Show the template of an objective: its key results, and the KPIs that feed and guard them',
    access: 'viewer',
    input: z.strictObject({ template: Key }),
    output: ObjectiveTemplate,
  }),
  use: operation('templates.use', {
    route: 'POST /templates/{template}/objective',
    summary:
      'Write the objective of a template into a cycle, with its key results and the KPIs that they need, in one go',
    access: 'member',
    input: z.strictObject({
      template: Key,
      cycle: Id,
      title: Line.optional(),
      why: Note.default('').meta({ description: "your own reason: the template's is another's example" }),
      ...Whose,
      keyResults: z
        .array(
          z.strictObject({
            kpi: Key.meta({ description: 'the template of the KPI that it reads' }),
            baseline: Value.optional().meta({
              description: 'by default the level of the KPI; needed while that is not known',
            }),
            target: Value.optional().meta({
              description: 'by default as far from the baseline, in proportion, as in the example',
            }),
            level: Value.optional().meta({ description: 'of one that holds; the example by default' }),
          }),
        )
        .min(1)
        .max(5)
        .optional()
        .meta({ description: 'all of them by default' }),
      kpis: z
        .array(
          NewKpi.extend({
            as: KpiRef.optional().meta({ description: 'link this one instead of a new one' }),
          }),
        )
        .max(20)
        .default([])
        .meta({
          description:
            'how a KPI is made or linked; else one with the same key or name is linked, or a new one made',
        }),
      without: z.array(Key).max(20).default([]).meta({ description: 'guardrails that are left out' }),
    }),
    output: z.object({ objective: Id, keyResults: z.array(Id), kpis: z.array(UsedKpi) }),
  }),
  findKpi: operation('templates.findKpi', {
    route: 'GET /kpi-templates/{template}',
    summary: 'Show the template of a KPI',
    access: 'viewer',
    input: z.strictObject({ template: Key }),
    output: KpiTemplate,
  }),
  define: operation('templates.define', {
    route: 'POST /kpi-templates',
    summary: 'Define KPIs by their templates, in one go',
    access: 'member',
    input: z.strictObject({ ...Whose, kpis: z.array(NewKpi).min(1).max(50) }),
    output: z.array(Kpi),
  }),
};
