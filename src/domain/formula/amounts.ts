import { type Adding, ratioValue } from '#domain/kpi/roll-up.ts';
import { valueFault } from '#domain/kpi/unit.ts';
import { type Calendar, type Period, shift } from '#domain/time/period.ts';
import type { Held } from './definition.ts';
import { evaluate } from './evaluate.ts';
import type { Inputs, Lack } from './inputs.ts';
import type { Read } from './reads.ts';
import { sidesOf } from './sums.ts';

/** What a formula gives for a period; a ratio keeps both sums, and `note` says why there is no value or what it lacks. */
export type Amounts = {
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  lacks: Lack[];
  note: string | null;
};

/** The amounts of a formula KPI for one period. Of a percent ratio the numerator is kept such that 100 × it over the denominator is the value. */
export function amountsOf(
  { expression }: Held,
  period: Period,
  inputs: Inputs,
  { addsUp, unit }: Adding,
  calendar: Calendar,
): Amounts {
  const bare = { numerator: null, denominator: null };
  const given = evaluate(expression, period, inputs, calendar);
  if (given.value === null) return { value: null, ...bare, lacks: given.lacks, note: given.why };
  const fault = valueFault(given.value, unit);
  if (fault) return { value: null, ...bare, lacks: [], note: fault };
  const note = given.lacks.length === 0 ? null : lackSentence(given.lacks);
  const whole = { value: given.value, ...bare, lacks: given.lacks, note };
  const sides = addsUp === 'ratio' ? sidesOf(expression) : undefined;
  if (!sides) return whole;
  const above = evaluate(sides.numerator, period, inputs, calendar).value;
  const denominator = evaluate(sides.denominator, period, inputs, calendar).value;
  if (above === null || denominator === null) return whole;
  const numerator = unit.kind === 'percent' ? above / 100 : above;
  return ratioValue(numerator, denominator, unit) === null ? whole : { ...whole, numerator, denominator };
}

/** Whether any input has a value in the newest period that the formula reads of it: before that there is nothing to explain. */
export function hasBegun(reads: readonly Read[], period: Period, inputs: Inputs): boolean {
  return reads.some((read) => {
    const newest = 'yearToDate' in read ? period : shift(period, -read.front);
    return (
      inputs.at({ kind: 'series', kpi: read.kpi, rollUp: read.rollUp, at: 0, to: 0 }, newest).value !== null
    );
  });
}

/** "calls has no value for 2026-01-14 and 3 more periods": at most one KPI is named, with how many others there are. */
function lackSentence(lacks: readonly Lack[]): string {
  const { kpi, period } = lacks[0]!;
  const own = lacks.filter((lack) => lack.kpi === kpi);
  const others = new Set(lacks.filter((lack) => lack.kpi !== kpi).map((lack) => lack.kpi)).size;
  const more =
    own.length === 1 ? '' : ` and ${own.length - 1} more ${own.length === 2 ? 'period' : 'periods'}`;
  const rest = others === 0 ? '' : `; ${others} more ${others === 1 ? 'KPI has' : 'KPIs have'} not reported`;
  const who = /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(kpi) ? 'a KPI below an input' : kpi;
  return `incomplete: ${who} has no value for ${period}${more}${rest}`;
}
