import * as z from 'zod';
import { sourceKinds } from '#domain/connector/config.ts';
import { SourceConfig } from './connector-config.ts';
import { Done, Id, Instant, Line, Period, Reason, Value } from './fields.ts';
import { KpiRef } from './kpis.ts';
import { inquiry, operation } from './operation.ts';
import { Reading } from './readings.ts';

const At = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day such as 06:00')
  .meta({ description: "in the organisation's time zone" });

export const Schedule = z
  .discriminatedUnion('every', [
    z.strictObject({ every: z.literal('hour'), minute: z.int().min(0).max(59) }),
    z.strictObject({ every: z.literal('day'), at: At }),
    z.strictObject({ every: z.literal('week'), weekday: z.int().min(1).max(7), at: At }),
    z.strictObject({ every: z.literal('month'), day: z.int().min(1).max(31), at: At }),
  ])
  .meta({ id: 'Schedule', description: 'weekday 1 is Monday; a day that a month does not have is its last' });
export type Schedule = z.infer<typeof Schedule>;

/** How it is going, for everybody who sees the KPI. */
const Course = {
  id: Id,
  kpi: Id,
  kind: z.enum(sourceKinds),
  schedule: Schedule.nullable().meta({ description: 'null: only when somebody asks for it' }),
  active: z.boolean(),
  nextDue: Instant.nullable(),
  lastSuccess: Instant.nullable(),
  failingSince: Instant.nullable().meta({ description: 'when the first run failed since one went well' }),
  mayChange: z.boolean(),
};

export const ConnectorLine = z
  .object({
    ...Course,
    fault: z.string().nullable().meta({ description: 'why it fails, for those who may write the KPI' }),
  })
  .meta({ id: 'ConnectorLine' });
export type ConnectorLine = z.infer<typeof ConnectorLine>;

const Amounts = {
  value: Value.nullable(),
  numerator: Value.nullable(),
  denominator: Value.nullable(),
};

/** A reading that was kept against the source. */
export const Kept = z
  .object({
    period: Period,
    stands: Value.nullable().meta({ description: 'null: somebody withdrew it' }),
    source: Reading.shape.source,
    says: Value,
  })
  .meta({ id: 'Kept' });
export type Kept = z.infer<typeof Kept>;

export const Unread = z.object({ at: z.string(), period: Period.nullable(), fault: z.string() });
export type Unread = z.infer<typeof Unread>;

export const Connector = z
  .object({
    ...Course,
    config: SourceConfig,
    secrets: z
      .array(z.string())
      .meta({ description: 'the names of those that are kept; their values are never shown' }),
    missing: z.array(z.string()).meta({ description: 'the names of those that have to be given' }),
    lookBack: z.int(),
    runningPeriod: z.boolean(),
    reach: z
      .enum(['past', 'now'])
      .meta({ description: 'now: the source knows its present state only, so nothing can be filled in' }),
    fault: z.string().nullable(),
    kept: z.array(Kept),
  })
  .meta({ id: 'Connector' });
export type Connector = z.infer<typeof Connector>;

export const ConnectorRun = z
  .object({
    id: Id,
    trigger: z.enum(['schedule', 'asked', 'backfill']),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    askedBy: Id.nullable(),
    from: Period.nullable(),
    to: Period.nullable(),
    attempt: z.int(),
    nextTry: Instant.nullable(),
    created: z.int(),
    changed: z.int(),
    same: z.int(),
    kept: z.int(),
    unread: z.int(),
    sentence: z.string().nullable(),
    keptReadings: z.array(Kept),
    unreadRows: z.array(Unread),
    createdAt: Instant,
    startedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'ConnectorRun' });
export type ConnectorRun = z.infer<typeof ConnectorRun>;

export const PreviewRow = z.object({
  period: Period,
  ...Amounts,
  note: z.string().nullable(),
  stands: Value.nullable(),
  would: z
    .enum(['create', 'correct', 'same', 'keep'])
    .meta({ description: 'keep: what a person recorded stays, and the run says so' }),
});
export type PreviewRow = z.infer<typeof PreviewRow>;

export const Preview = z
  .object({
    from: Period,
    to: Period,
    fault: z.string().nullable().meta({ description: 'why the source gave nothing' }),
    rows: z.array(PreviewRow),
    unread: z.array(Unread),
    silent: z.array(Period).meta({ description: 'periods that the source says nothing about' }),
  })
  .meta({ id: 'Preview' });
export type Preview = z.infer<typeof Preview>;

const Secrets = z
  .record(Line.max(120), z.string().min(1).max(10_000))
  .refine((given) => Object.keys(given).length <= 30, 'has more than 30 entries')
  .meta({
    description: 'by name: password, token, or "header NAME" in small letters; sealed, and never shown again',
  });

const Settings = {
  schedule: Schedule.nullable(),
  lookBack: z.int().min(1).max(100).meta({
    description: 'how many complete periods are asked for each time, because sources correct themselves',
  }),
  runningPeriod: z.boolean().meta({ description: 'whether the period that has not ended is recorded too' }),
  active: z.boolean(),
};

export const connectors = {
  list: operation('connectors.list', {
    route: 'GET /connectors',
    summary: 'List connectors and how they are going, failing ones first',
    access: 'viewer',
    input: z.strictObject({ kpi: KpiRef.optional() }),
    output: z.array(ConnectorLine),
  }),
  find: operation('connectors.find', {
    route: 'GET /connectors/{connector}',
    summary: 'Find a connector with what it asks; for those who may write its KPI',
    access: 'viewer',
    input: z.strictObject({ connector: Id }),
    output: Connector,
  }),
  create: operation('connectors.create', {
    route: 'POST /kpis/{kpi}/connector',
    summary: 'Connect a KPI to a source; databases are connected by admins',
    access: 'member',
    input: z.strictObject({
      kpi: KpiRef,
      config: SourceConfig,
      secrets: Secrets.default({}),
      schedule: Settings.schedule.default(null),
      lookBack: Settings.lookBack.default(3),
      runningPeriod: Settings.runningPeriod.default(false),
      active: Settings.active.default(true),
    }),
    output: Connector,
  }),
  change: operation('connectors.change', {
    route: 'PATCH /connectors/{connector}',
    summary:
      'Change a connector; a secret that is not given again stays, unless the place changes that it is sent to',
    access: 'member',
    input: z.strictObject({
      connector: Id,
      config: SourceConfig.optional(),
      secrets: Secrets.optional(),
      schedule: Settings.schedule.optional(),
      lookBack: Settings.lookBack.optional(),
      runningPeriod: Settings.runningPeriod.optional(),
      active: Settings.active.optional(),
    }),
    output: Connector,
  }),
  remove: operation('connectors.remove', {
    route: 'DELETE /connectors/{connector}',
    summary: 'Remove a connector and its secrets; its readings and the history of its runs stay',
    access: 'member',
    input: z.strictObject({ connector: Id }),
    output: Done,
  }),
  test: inquiry('connectors.test', {
    route: 'POST /kpis/{kpi}/connector/test',
    summary: 'Ask a source and show what would be recorded; nothing is stored',
    access: 'member',
    input: z.strictObject({
      kpi: KpiRef,
      config: SourceConfig,
      secrets: Secrets.default({}).meta({
        description: "those that are left out are the connector's own, if the place is the same",
      }),
      runningPeriod: Settings.runningPeriod.default(false),
      from: Period.optional().meta({ description: 'the first period; three complete ones when left out' }),
      to: Period.optional(),
    }),
    output: Preview,
  }),
  run: operation('connectors.run', {
    route: 'POST /connectors/{connector}/runs',
    summary: 'Run a connector now, without waiting for its schedule',
    access: 'member',
    input: z.strictObject({ connector: Id }),
    output: ConnectorRun,
  }),
  backfill: operation('connectors.backfill', {
    route: 'POST /connectors/{connector}/backfill',
    summary: 'Ask a source for the periods of a range, up to 1,000 of them',
    access: 'member',
    input: z.strictObject({ connector: Id, from: Period, to: Period }),
    output: ConnectorRun,
  }),
  runs: operation('connectors.runs', {
    route: 'GET /connectors/{connector}/runs',
    summary: 'List the runs of a connector, newest first; for those who may write its KPI',
    access: 'viewer',
    input: z.strictObject({
      connector: Id,
      before: Id.optional(),
      limit: z.int().min(1).max(100).default(20),
      asOf: Instant.optional().meta({
        description:
          'those that had been asked for at this instant; one that had not ended is shown as running',
      }),
    }),
    output: z.array(ConnectorRun),
  }),
  take: operation('connectors.take', {
    route: 'POST /connectors/{connector}/kept/{period}',
    summary: "Take the source's value for a reading that was kept against it",
    access: 'member',
    input: z.strictObject({ connector: Id, period: Period, reason: Reason }),
    output: Reading,
  }),
};
