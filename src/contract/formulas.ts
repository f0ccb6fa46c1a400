import * as z from 'zod';
import { longestFormula } from '#domain/formula/parse.ts';
import { cadences } from '#domain/time/period.ts';
import { Day, Id, Instant, Key, Period, Value } from './fields.ts';
import { KpiRef, Unit } from './kpis.ts';
import { inquiry, operation } from './operation.ts';

const Place = {
  at: z.int().meta({ description: 'the offset of the first character, from 0' }),
  to: z.int().meta({ description: 'the offset after the last character' }),
};

/** An input of a formula: a KPI, and where in the text it stands first. */
const FormulaInput = z
  .object({ id: Id, key: Key, name: z.string(), cadence: z.enum(cadences), unit: Unit, ...Place })
  .meta({ id: 'FormulaInput' });

export const FormulaCheck = z
  .object({
    ok: z.boolean(),
    formula: z
      .string()
      .nullable()
      .meta({ description: 'the same formula written the usual way; null with a fault' }),
    fault: z
      .object({
        ...Place,
        column: z.int().meta({ description: 'the same place, from 1' }),
        message: z.string(),
        expected: z.array(z.string()).meta({ description: 'what could stand there' }),
      })
      .nullable(),
    inputs: z.array(FormulaInput),
    advice: z.array(
      z.object({
        message: z.string(),
        repair: z.string().nullable().meta({ description: 'the formula that would do it' }),
      }),
    ),
    preview: z
      .array(
        z.object({
          period: Period,
          value: Value.nullable(),
          why: z.string().nullable().meta({ description: 'why there is no value, or what it lacks' }),
          partial: z.boolean(),
        }),
      )
      .meta({ description: 'the last periods up to today, oldest first' }),
  })
  .meta({ id: 'FormulaCheck' });
export type FormulaCheck = z.infer<typeof FormulaCheck>;

export const FormulaExplanation = z
  .object({
    formula: z.string().meta({ description: 'the one that holds for this period' }),
    validFrom: Day.nullable().meta({ description: 'null: it holds from the beginning' }),
    period: Period,
    value: Value.nullable(),
    why: z.string().nullable().meta({ description: 'why there is no value, or what it lacks' }),
    inputs: z.array(
      z.object({
        id: Id,
        key: Key,
        name: z.string(),
        unit: Unit,
        decimals: z.int(),
        part: z.string().meta({ description: 'the part of the formula, such as lag(mrr, 1)' }),
        from: Period.meta({ description: 'the first and the last period that it read' }),
        to: Period,
        value: Value.nullable(),
        why: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'FormulaExplanation' });
export type FormulaExplanation = z.infer<typeof FormulaExplanation>;

export const formulas = {
  check: inquiry('formulas.check', {
    route: 'POST /formulas/check',
    summary:
      'Check a formula: the first fault with its place and what was expected, else its inputs and its last values',
    access: 'viewer',
    input: z.strictObject({
      formula: z.string().max(longestFormula),
      kpi: KpiRef.optional().meta({
        description: 'the KPI that would have it: its cadence and unit, and no circle through it',
      }),
      cadence: z
        .enum(cadences)
        .optional()
        .meta({ description: 'of a new KPI; without a KPI monthly when left out' }),
      unit: Unit.optional().meta({ description: 'of a new KPI' }),
      periods: z.int().min(1).max(60).default(12),
    }),
    output: FormulaCheck,
  }),
  explain: operation('formulas.explain', {
    route: 'GET /kpis/{kpi}/readings/{period}/formula',
    summary:
      'Explain a value that a formula gave: the formula of that period and what each of its parts read',
    access: 'viewer',
    input: z.strictObject({
      kpi: KpiRef,
      period: Period,
      asOf: Instant.optional().meta({
        description: 'by the formula, definitions and readings that were known at this instant',
      }),
    }),
    output: FormulaExplanation,
  }),
};
