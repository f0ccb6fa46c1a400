import type { Day } from '#domain/time/day.ts';
import { type Cadence, type Calendar, type Period, periodOf, periodsBetween } from '#domain/time/period.ts';
import type { Expression } from './expression.ts';
import { parse } from './parse.ts';
import { periodsTouched, type Read, readsOf } from './reads.ts';
import { type FormulaVersion, formulaOf } from './timeline.ts';

/** A formula that holds, read once for all periods. */
export type Held = { expression: Expression; reads: Read[] };

/** The versions of a KPI's formula with what each reads; a text that cannot be read, which none that was stored is, refuses. */
export function heldFormulas(versions: readonly FormulaVersion<string>[]): FormulaVersion<Held>[] {
  const byText = new Map<string, Held>();
  return versions.map(({ validFrom, formula }) => {
    if (formula === null) return { validFrom, formula };
    const held = byText.get(formula) ?? heldOf(formula);
    byText.set(formula, held);
    return { validFrom, formula: held };
  });
}

function heldOf(text: string): Held {
  const { expression, fault } = parse(text);
  if (fault) throw new RangeError(`a stored formula cannot be read: ${fault.message}`);
  return { expression, reads: readsOf(expression) };
}

/**
 * The periods up to today whose value a formula may give otherwise because inputs changed, each in the version that holds for it, in the
 * order of time; `changed` are the periods that changed by the key of the input.
 */
export function touchedPeriods(
  versions: readonly FormulaVersion<Held>[],
  changed: ReadonlyMap<string, readonly Period[]>,
  cadence: Cadence,
  { today, calendar }: { today: Day; calendar: Calendar },
): Period[] {
  // A period that has not begun has no reading, whatever a lag would say of it.
  const now = periodOf(cadence, today, calendar);
  const touched = new Set<Period>();
  for (const held of new Set(versions.flatMap(({ formula }) => formula ?? [])))
    for (const read of held.reads)
      for (const period of changed.get(read.kpi) ?? []) {
        const { from, to } = periodsTouched(read, period, cadence, calendar);
        // Periods of one cadence compare as strings in the order of time.
        if (from > now) continue;
        const [last] = [to, now].sort();
        for (const each of periodsBetween(from, last!))
          if (formulaOf(versions, each, calendar) === held) touched.add(each);
      }
  return [...touched].sort();
}
