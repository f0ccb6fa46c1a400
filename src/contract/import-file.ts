import * as z from 'zod';
import { cadences } from '#domain/time/period.ts';
import { Id, Key, Line, Reason, Value } from './fields.ts';
import { Kpi, Unit } from './kpis.ts';

const dateOrders = ['day first', 'month first'] as const;

const NumberFormat = z.strictObject({
  decimal: z.enum(['.', ',']).optional(),
  clock: z.enum(['h:mm', 'm:ss']).optional(),
  fraction: z.boolean().optional().meta({ description: '0.95 means 95 %' }),
});

// The number of a row or a column, as a spreadsheet counts.
const Ordinal = z.string().regex(/^[1-9]\d{0,6}$/, 'is not the number of a row or column, counted from 1');

export const Corrections = z
  .strictObject({
    order: z.enum(dateOrders).optional(),
    year: z.int().min(1900).max(2999).optional().meta({ description: 'of dates that leave theirs out' }),
    rows: z.record(Ordinal, NumberFormat).optional(),
    columns: z.record(Ordinal, NumberFormat).optional(),
    names: z
      .record(z.string().max(500), Key)
      .optional()
      .meta({ description: 'a name of the file and the key of the KPI that it means' }),
  })
  .meta({ id: 'Corrections', description: "a person's answers to the guesses" });
export type Corrections = z.infer<typeof Corrections>;

export const AcceptedKpi = z
  .strictObject({
    name: Line,
    key: Key,
    cadence: z.enum(cadences),
    unit: Unit.default({ kind: 'number' }),
    decimals: Kpi.shape.decimals.default(2),
    direction: Kpi.shape.direction.default('higher'),
    addsUp: Kpi.shape.addsUp.default('mean'),
    owner: Id.nullable().default(null),
    desired: Value.nullable().default(null),
  })
  .meta({
    id: 'AcceptedKpi',
    description: 'a proposed KPI that is to be created; its name as the file has it',
  });
export type AcceptedKpi = z.output<typeof AcceptedKpi>;

/** A file and how to read it: the same for the preview and for what is then applied. */
export const ImportFile = z.strictObject({
  name: z.string().trim().max(255).default('').meta({ description: 'of the file, for the record' }),
  content: z
    .string()
    .meta({ description: 'the text of a CSV; or the bytes of a CSV or of an Excel workbook in base64' }),
  encoding: z.enum(['text', 'base64']).default('text').meta({
    description: 'base64 leaves it to Tandem to tell UTF-8, UTF-16, Windows-1252 and workbooks apart',
  }),
  sheet: Line.max(255).optional().meta({
    description: 'of a workbook, by its name; the first one that can be seen and has headings when left out',
  }),
  corrections: Corrections.default({}),
  accept: z.array(AcceptedKpi).max(1_000).default([]),
  // Asked for by both, so that what was previewed is what is sent.
  reason: Reason.optional().meta({ description: 'why readings that are there change; needed when some do' }),
});
export type ImportFile = z.output<typeof ImportFile>;
