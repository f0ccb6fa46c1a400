import * as z from 'zod';
import { averages } from '#domain/kpi/limits.ts';
import { Day, Id, Instant, Key, Period, Value } from './fields.ts';
import { Kpi, KpiRef, Unit } from './kpis.ts';
import { operation } from './operation.ts';
import { Annotation, Phase, Threshold } from './thresholds.ts';

export const Status = z
  .enum(['overdue', 'no data', 'breach', 'warning', 'healthy', 'no threshold'])
  .meta({ id: 'Status' });
export const Sense = z.enum(['improvement', 'deterioration', 'neither']).meta({ id: 'Sense' });
export const Capability = z.enum(['capable', 'hit and miss', 'not capable']).meta({ id: 'Capability' });

const PeriodValue = z.object({ period: Period, value: Value, missing: z.array(Id) });

const Limits = z
  .object({
    centre: Value,
    lower: Value,
    upper: Value,
    range: Value.meta({ description: 'the mean moving range' }),
    upperRange: Value,
    sigma: Value,
    count: z.int(),
    distinctRanges: z.int(),
    strength: z.enum(['too few', 'trial', 'usable', 'firm']),
  })
  .meta({ id: 'Limits' });

const Signal = z
  .object({
    rule: z.string(),
    sense: Sense,
    period: Period.meta({ description: 'the period that completed the pattern' }),
    latest: Period,
    periods: z.array(Period),
    sentence: z.string(),
  })
  .meta({ id: 'Signal' });

/** Why a number is what it is: the formula or rule in words, and the inputs that went in. */
export const Why = z
  .object({
    sentence: z.string(),
    rule: z.string(),
    inputs: z.array(z.object({ name: z.string(), value: z.string() })),
  })
  .meta({ id: 'Why' });
export type Why = z.infer<typeof Why>;

export const Judgement = z
  .object({
    kpi: Kpi,
    points: z.array(
      z.object({
        period: Period,
        starts: Day,
        value: Value.nullable(),
        numerator: Value.nullable(),
        denominator: Value.nullable(),
        missing: z.array(Id),
        partial: z.boolean(),
      }),
    ),
    past: z
      .array(
        z.object({
          from: Period,
          to: Period,
          unit: Unit,
          decimals: z.int(),
          points: z.array(z.object({ period: Period, value: Value.nullable() })),
        }),
      )
      .meta({
        description:
          'what was counted in a unit that does not convert into the present one: kept, and judged no more',
      }),
    versions: z
      .array(
        z.object({
          version: z.int(),
          from: Day,
          words: z.string().meta({ description: 'what is counted differently since' }),
          breaks: z.boolean().meta({ description: 'whether the series begins anew with it' }),
        }),
      )
      .meta({ description: 'the changes of the definition, oldest first' }),
    newest: PeriodValue.nullable(),
    partial: PeriodValue.nullable(),
    incomplete: PeriodValue.nullable().meta({
      description: 'a later sum to which children are missing: in no status, signal or pace',
    }),
    status: Status,
    overdueFrom: Day.nullable(),
    threshold: z
      .object({
        from: Day,
        floor: Value.optional(),
        ceiling: Value.optional(),
        warningFloor: Value.optional(),
        warningCeiling: Value.optional(),
        desired: Value.optional(),
        desiredBy: Day.optional(),
      })
      .nullable(),
    level: Value.nullable(),
    limits: Limits.nullable(),
    phases: z.array(
      z.object({
        from: Period,
        to: Period,
        baselineTo: Period,
        reason: z.string().nullable(),
        limits: Limits.nullable(),
        signals: z.array(Signal),
        autocorrelated: z.boolean(),
      }),
    ),
    speaking: Signal.nullable(),
    proposal: z.object({ from: Period, level: Value, sense: Sense }).nullable(),
    capability: Capability.nullable(),
    trend: z.enum(['improving', 'worsening', 'flat']),
    season: z.object({ period: z.int(), kind: z.string(), strength: z.number() }).nullable(),
    notices: z.array(z.object({ kind: z.string(), sentence: z.string() })),
    whys: z.object({ status: Why, signal: Why, capability: Why, level: Why }),
    thresholds: z.array(Threshold),
    startedPhases: z.array(Phase),
    annotations: z.array(Annotation),
    missingChildren: z.array(z.object({ id: Id, key: Key, name: z.string() })),
    objectives: z.array(
      z.object({
        objective: Id,
        title: z.string(),
        link: z.enum(['measured by', 'guardrail', 'improves', 'from its gap', 'became it']),
        keyResult: Id.nullable(),
        cycle: z.string(),
      }),
    ),
    asOf: Instant.nullable(),
  })
  .meta({ id: 'Judgement' });
export type Judgement = z.infer<typeof Judgement>;

export const judgements = {
  find: operation('judgements.find', {
    route: 'GET /kpis/{kpi}/judgement',
    summary:
      'Judge a KPI: status, limits, phases, signals, capability, each with its reason, and what draws its chart',
    access: 'viewer',
    input: z.strictObject({
      kpi: KpiRef,
      asOf: Instant.optional().meta({ description: 'as it could have been judged at this instant' }),
      average: z.enum(averages).default('mean').meta({
        description: 'of centre line and moving ranges; the median resists a few wild points',
      }),
    }),
    output: Judgement,
  }),
};

/** One line of the instrument panel: short names and no history beyond the sparkline, because it is sent for every KPI. */
export const PanelRow = z
  .object({
    id: Id,
    key: Key,
    name: z.string(),
    owner: Id.nullable(),
    team: Id.nullable(),
    parent: Id.nullable(),
    labels: z.array(z.string()),
    role: z.enum(['input', 'output']),
    cadence: z.string(),
    direction: z.string(),
    unit: Unit,
    decimals: z.int(),
    period: Period.nullable(),
    value: Value.nullable(),
    status: Status,
    signal: z.string().nullable(),
    sense: Sense.nullable(),
    capability: Capability.nullable(),
    level: Value.nullable(),
    floor: Value.nullable(),
    ceiling: Value.nullable(),
    computed: z
      .boolean()
      .meta({ description: 'computed from the KPIs below it, so that it opens into them' }),
    missingChildren: z.int(),
    sparkline: z.array(Value.nullable()),
  })
  .meta({ id: 'PanelRow' });
export type PanelRow = z.infer<typeof PanelRow>;

export const panel = {
  list: operation('panel.list', {
    route: 'GET /panel',
    summary:
      'List the instrument panel: every KPI with its newest value, sparkline, status, signal and capability',
    access: 'viewer',
    input: z.strictObject({
      parent: KpiRef.optional().meta({ description: 'only the children of this KPI' }),
      children: z.boolean().default(false).meta({ description: 'with the children of fanned-out KPIs' }),
      asOf: Instant.optional().meta({
        description: 'with parent: its children as they were known at this instant, each judged anew',
      }),
    }),
    output: z.array(PanelRow),
  }),
};
