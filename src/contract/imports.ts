import * as z from 'zod';
import { cadences } from '#domain/time/period.ts';
import { Id, Key, Period, Value } from './fields.ts';
import { ImportFile } from './import-file.ts';
import { Unit } from './kpis.ts';
import { inquiry, operation } from './operation.ts';

const Place = { row: z.int(), column: z.int() };
const At = z
  .string()
  .meta({ description: 'as a person finds it: "Sheet \'KPIs\', B7", or "Row 7, column 2"' });

export const UnreadableCell = z
  .object({
    ...Place,
    at: At,
    text: z.string(),
    why: z.string(),
    label: z.string().nullable().meta({ description: 'the name that it stands beside' }),
    heading: z.string().nullable(),
    kpi: z.string().nullable(),
    period: Period.nullable(),
  })
  .meta({ id: 'UnreadableCell', description: 'rows and columns count from 1, as in a spreadsheet' });
export type UnreadableCell = z.infer<typeof UnreadableCell>;

const Answer = z.union([z.string(), z.int(), z.boolean()]);

export const ImportGuess = z
  .object({
    about: z.enum(['dates', 'year', 'decimal', 'clock', 'fraction']),
    row: z.int().nullable().meta({ description: 'of this row only' }),
    column: z.int().nullable().meta({ description: 'of this column only' }),
    at: z.string().nullable().meta({ description: 'the same row or column as a person finds it' }),
    label: z.string().nullable(),
    guess: Answer,
    alternatives: z.array(Answer),
    example: z.string(),
  })
  .meta({ id: 'ImportGuess', description: 'a format that may be wrong; corrections settle it' });
export type ImportGuess = z.infer<typeof ImportGuess>;

export const ProposedKpi = z
  .object({
    ...Place,
    name: z.string(),
    key: z.string(),
    cadence: z.enum(cadences),
    unit: Unit,
    decimals: z.int(),
    owner: Id.nullable(),
    desired: Value.nullable(),
  })
  .meta({ id: 'ProposedKpi', description: 'a KPI that the file names and the organisation does not have' });
export type ProposedKpi = z.infer<typeof ProposedKpi>;

const FieldValue = z.union([z.string(), z.number(), z.array(z.string()), Unit, z.null()]);

export const ImportedDefinition = z
  .object({
    row: z.int(),
    key: Key,
    name: z.string(),
    fields: z.array(z.object({ field: z.string(), from: FieldValue, to: FieldValue })),
  })
  .meta({ id: 'ImportedDefinition' });
export type ImportedDefinition = z.infer<typeof ImportedDefinition>;

export const ImportedKpi = z
  .object({
    kpi: Key,
    name: z.string(),
    create: z.int(),
    change: z.int(),
    same: z.int(),
    from: Period,
    to: Period,
  })
  .meta({ id: 'ImportedKpi', description: 'how many readings of one KPI the file has' });
export type ImportedKpi = z.infer<typeof ImportedKpi>;

export const ReadingCorrection = z
  .object({
    ...Place,
    at: At,
    kpi: Key,
    name: z.string(),
    unit: Unit,
    decimals: z.int(),
    period: Period,
    before: Value,
    value: Value,
    text: z.string(),
  })
  .meta({ id: 'ReadingCorrection' });
export type ReadingCorrection = z.infer<typeof ReadingCorrection>;

const kinds = ['definitions', 'readings', 'sheet', 'sheet, KPIs in columns'] as const;

export const ImportPreview = z
  .object({
    kind: z.enum(kinds),
    file: z.object({
      rows: z.int(),
      columns: z.int(),
      delimiter: z.string(),
      encoding: z.string(),
      sheet: z.string().nullable().meta({ description: 'of a workbook, the one that was read' }),
      sheets: z
        .array(z.object({ name: z.string(), hidden: z.boolean() }))
        .meta({ description: 'of a workbook, all of them' }),
      notes: z.array(z.string()),
    }),
    counts: z
      .object({
        create: z.int(),
        change: z.int(),
        same: z.int(),
        unreadable: z.int(),
        skip: z.int(),
      })
      .meta({ description: 'of KPIs or readings; of cells for unreadable and skip' }),
    needsReason: z.boolean().meta({ description: 'readings that are there change: say why' }),
    unreadable: z.array(UnreadableCell).meta({ description: 'the first 5,000 of them' }),
    skip: z.array(z.object({ why: z.string(), cells: z.int(), first: z.object({ ...Place, at: At }) })),
    guesses: z.array(ImportGuess),
    proposals: z.array(ProposedKpi),
    accepted: z.array(Key).meta({ description: 'proposals that were accepted: KPIs that will be created' }),
    definitions: z.object({
      create: z.array(ImportedDefinition),
      change: z.array(ImportedDefinition),
    }),
    kpis: z.array(ImportedKpi),
    corrections: z.array(ReadingCorrection).meta({ description: 'the first 5,000 of them' }),
  })
  .meta({ id: 'ImportPreview' });
export type ImportPreview = z.infer<typeof ImportPreview>;

const Counts = z.object({ created: z.int(), changed: z.int(), same: z.int() });

export const ImportResult = z
  .object({
    kind: z.enum(kinds),
    kpis: Counts,
    readings: Counts,
    unreadable: z.int().meta({ description: 'cells that were left out because they cannot be read' }),
    skip: z.int(),
  })
  .meta({ id: 'ImportResult' });
export type ImportResult = z.infer<typeof ImportResult>;

export const imports = {
  preview: inquiry('imports.preview', {
    route: 'POST /imports/preview',
    summary: 'Show what importing a file would create, change and skip, and every cell that cannot be read',
    access: 'member',
    input: ImportFile,
    output: ImportPreview,
  }),
  apply: operation('imports.apply', {
    route: 'POST /imports',
    summary: 'Import a file of definitions or readings, or a scorecard, in one transaction',
    access: 'member',
    input: ImportFile,
    output: ImportResult,
  }),
};
