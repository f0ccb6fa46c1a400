import type { AddsUp, Direction } from '#domain/kpi/definition.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import type { Commitment } from '#domain/okr/grade.ts';
import type { Measure } from '#domain/okr/measure.ts';
import type { Cadence } from '#domain/time/period.ts';

/** A KPI that others have found worth watching, in words that anybody may take over; the lines are examples. */
export type KpiTemplate = {
  /** Unique in the whole library. */
  key: string;
  name: string;
  purpose: string;
  definition: string;
  unit: Unit;
  decimals: number;
  direction: Direction;
  cadence: Cadence;
  addsUp: AddsUp;
  role: 'input' | 'output';
  /** Keys of the KPIs that would suffer if this one were gamed. */
  counters: readonly string[];
  example: { floor?: number | undefined; ceiling?: number | undefined; desired?: number | undefined };
};

/** A key result with its numbers left open: `{baseline}` and `{target}`, or `{level}` and `{run}`, stand in its title. */
export type KeyResultTemplate = {
  title: string;
  kpi: string;
  measure: Extract<Measure, { kind: 'move' | 'hold' }>;
  guardrails: readonly string[];
};

/** An objective with two to five key results. */
export type ObjectiveTemplate = {
  /** Unique in the whole library. */
  key: string;
  title: string;
  why: string;
  commitment: Commitment;
  keyResults: readonly KeyResultTemplate[];
};

/** What a function of an organisation measures, and what it sets out to change. */
export type FunctionTemplate = {
  key: string;
  name: string;
  /** The larger function that it is a part of. */
  part?: string | undefined;
  what: string;
  kpis: readonly KpiTemplate[];
  objectives: readonly ObjectiveTemplate[];
};

type Counted = { unit: Unit; decimals: number };

export const percent: Counted = { unit: { kind: 'percent' }, decimals: 1 };
export const money: Counted = { unit: { kind: 'currency', code: 'EUR' }, decimals: 0 };
export const cents: Counted = { unit: { kind: 'currency', code: 'EUR' }, decimals: 2 };
export const minutes: Counted = { unit: { kind: 'duration', unit: 'minutes' }, decimals: 0 };
export const hours: Counted = { unit: { kind: 'duration', unit: 'hours' }, decimals: 1 };
export const days: Counted = { unit: { kind: 'duration', unit: 'days' }, decimals: 1 };
export const stars: Counted = { unit: { kind: 'scale', from: 1, to: 5 }, decimals: 2 };

/** A plain number, of what it counts, with so many decimals. */
export function number(symbol?: string, decimals = 0): Counted {
  return { unit: symbol ? { kind: 'number', symbol } : { kind: 'number' }, decimals };
}

type How = [Counted, Direction, Cadence, AddsUp, KpiTemplate['role']];
type KpiWords = Pick<KpiTemplate, 'purpose' | 'definition' | 'counters' | 'example'>;

/** A KPI of the library: how it is counted, which way is good, how often, how it adds up, and whether it leads or lags. */
export function kpi(key: string, name: string, how: How, words: KpiWords): KpiTemplate {
  const [counted, direction, cadence, addsUp, role] = how;
  return { key, name, ...counted, direction, cadence, addsUp, role, ...words };
}

/** A key result that moves a KPI from one value to another. */
export function move(
  key: string,
  title: string,
  [baseline, target]: [number, number],
  guardrails: readonly string[],
): KeyResultTemplate {
  return { title, kpi: key, measure: { kind: 'move', baseline, target }, guardrails };
}

/** A key result that reaches a level and stays there for so many periods in a row. */
export function hold(
  key: string,
  title: string,
  [bound, level, run, cadence]: ['at least' | 'at most', number, number, Cadence],
  guardrails: readonly string[],
): KeyResultTemplate {
  return { title, kpi: key, measure: { kind: 'hold', bound, level, run, cadence }, guardrails };
}

/** An objective of the library. */
export function objective(
  key: string,
  commitment: Commitment,
  title: string,
  why: string,
  keyResults: readonly KeyResultTemplate[],
): ObjectiveTemplate {
  return { key, commitment, title, why, keyResults };
}
