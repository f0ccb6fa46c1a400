import { type KnownKpis, kpiFault } from '#domain/formula/check.ts';
import { type Expression, everyPart, keysOf } from '#domain/formula/expression.ts';
import { faultAt } from '#domain/formula/fault.ts';
import { cycleThrough, type Edge } from '#domain/formula/graph.ts';
import { parse } from '#domain/formula/parse.ts';
import { printed } from '#domain/formula/print.ts';
import type { Cadence } from '#domain/time/period.ts';

/** A formula as the cell of a definitions file writes it, brought into the usual form. */
export function readFormula(text: string): { formula: string } | { fault: string } {
  // Whoever writes formulas in a spreadsheet begins with an equals sign; a space instead keeps the columns that a fault names.
  const { expression, fault } = parse(text.replace(/^=/, ' '));
  if (expression) return { formula: printed(expression) };
  return { fault: `${fault.message}; how it is counted in words belongs in a column called definition` };
}

/** A KPI that a file gives a formula; `row` is where it stands. */
export type FormulaEntry = { key: string; row: number; name: string; cadence: Cadence; formula: string };

/** What the formulas of a file are set beside: the KPIs that are there by key, and which of them is made of which. */
export type Standing = {
  kpis: ReadonlyMap<string, { name: string; cadence: Cadence }>;
  edges: readonly Edge[];
};

/**
 * What is wrong with the formulas of a file, by key: a KPI that is neither there nor in the file, a cadence that does not fit, or a circle,
 * with its path. `others` are the KPIs that the file defines without a formula, and `left` the rows of those that it fails to define.
 */
export function formulaFaults(
  entries: readonly FormulaEntry[],
  others: KnownKpis,
  left: ReadonlyMap<string, number>,
  { kpis, edges }: Standing,
): Map<string, string> {
  const faults = new Map<string, string>();
  const leftOut = new Map(left);
  let good = entries;
  // What reads a KPI that is left out is left out too, so this goes on until nothing more falls.
  for (;;) {
    const known: KnownKpis = new Map([...kpis, ...others, ...good.map((each) => [each.key, each] as const)]);
    const names = new Map([...kpis, ...good.map((each) => [each.key, each] as const)]);
    const all = [...edges, ...good.flatMap(edgesInto)];
    const bad = good.flatMap((entry) => {
      const expression = expressionOf(entry);
      const why =
        leftOutFault(expression, known, leftOut) ?? kpiFault(expression, entry.cadence, known)?.message;
      if (why !== undefined) return { entry, why };
      const circle = cycleThrough(entry.key, keysOf(expression), all);
      if (!circle) return [];
      const path = circle.map((key) => names.get(key)?.name ?? key).join(' → ');
      return { entry, why: faultAt(expression, `this formula would depend on itself: ${path}`).message };
    });
    if (bad.length === 0) return faults;
    for (const { entry, why } of bad) {
      faults.set(entry.key, why);
      leftOut.set(entry.key, entry.row);
    }
    good = good.filter(({ key }) => !faults.has(key));
  }
}

/** The KPIs that a formula reads, each as an edge to the KPI that has it. */
export function edgesInto(entry: Pick<FormulaEntry, 'key' | 'formula'>): Edge[] {
  return keysOf(expressionOf(entry)).map((from) => ({ from, to: entry.key }));
}

function expressionOf({ formula }: Pick<FormulaEntry, 'formula'>): Expression {
  const { expression } = parse(formula);
  if (!expression) throw new RangeError(`not a formula: ${formula}`);
  return expression;
}

function leftOutFault(
  expression: Expression,
  known: KnownKpis,
  left: ReadonlyMap<string, number>,
): string | undefined {
  for (const part of everyPart(expression)) {
    if (part.kind !== 'series' || known.has(part.kpi)) continue;
    const row = left.get(part.kpi);
    if (row !== undefined)
      return faultAt(part, `${part.kpi} cannot be created, for the reason in row ${row}`).message;
  }
  return undefined;
}
