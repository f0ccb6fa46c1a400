import type { Cadence } from '#domain/time/period.ts';

/** Where a part of a formula stands in its text: 0-based offsets of its first character and of the one after its last. */
export type Place = { at: number; to: number };

/** A KPI by its key, as it is or rolled up to a slower cadence by its own way of adding up. */
export type Series = { kind: 'series'; kpi: string; rollUp: Cadence | null } & Place;

export type Operator = '+' | '-' | '*' | '/';
export type Comparator = '<' | '<=' | '>' | '>=' | '=' | '!=';

/** `sum`, `avg`, `min` and `max` of several values, and `abs` of one. */
export const plainFunctions = ['sum', 'avg', 'min', 'max', 'abs'] as const;
export type PlainFunction = (typeof plainFunctions)[number];

export type Condition = { comparator: Comparator; left: Expression; right: Expression };

/** What a formula says; `window` is the sum or mean of the last `count` periods, `lag` the value so many periods earlier. */
export type Expression =
  | ({ kind: 'number'; value: number } & Place)
  | Series
  | ({ kind: 'negative'; of: Expression } & Place)
  | ({ kind: 'binary'; operator: Operator; left: Expression; right: Expression } & Place)
  | ({ kind: 'plain'; name: PlainFunction; parts: Expression[] } & Place)
  | ({ kind: 'round'; of: Expression; decimals: number } & Place)
  | ({ kind: 'if'; condition: Condition; met: Expression; otherwise: Expression } & Place)
  | ({ kind: 'window'; name: 'sum' | 'avg'; series: Series; count: number } & Place)
  | ({ kind: 'lag'; series: Series; count: number } & Place)
  | ({ kind: 'ytd'; series: Series } & Place);

/** The roll-up functions by name. */
export const rollUps: Readonly<Record<string, Cadence>> = {
  weekly: 'weekly',
  monthly: 'monthly',
  quarterly: 'quarterly',
  yearly: 'yearly',
};

/** The parts that an expression is directly made of. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'number':
    case 'series':
      return [];
    case 'negative':
    case 'round':
      return [expression.of];
    case 'binary':
      return [expression.left, expression.right];
    case 'plain':
      return expression.parts;
    case 'if':
      return [expression.condition.left, expression.condition.right, expression.met, expression.otherwise];
    case 'window':
    case 'lag':
    case 'ytd':
      return [expression.series];
  }
}

/** An expression with everything that it is made of, the whole first. */
export function* everyPart(expression: Expression): Generator<Expression> {
  yield expression;
  for (const part of partsOf(expression)) yield* everyPart(part);
}

/** The keys of the KPIs that an expression reads, each once, in the order in which they stand. */
export function keysOf(expression: Expression): string[] {
  const keys = new Set<string>();
  for (const part of everyPart(expression)) if (part.kind === 'series') keys.add(part.kpi);
  return [...keys];
}
