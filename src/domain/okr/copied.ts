import { formatValue } from '#domain/kpi/format.ts';
import type { Unit } from '#domain/kpi/unit.ts';
import { isGood, type Measure } from './measure.ts';

/** Where the KPI of a key result stands, in the unit of the key result; `level` is undefined while it is not known. */
export type Standing = { level: number | undefined; unit: Unit; decimals: number };

/** A key result as it is written again: the same promise, counted from where its KPI stands now; or why there is nothing left to promise. */
export type Copied = { title: string; measure: Measure } | { because: string };

/**
 * The same key result for another cycle without what came of it. A move starts at the level of its KPI, if it reads one; the title follows
 * where it names the old baseline as a number of its own.
 */
export function copied(title: string, measure: Measure, kpi: Standing | undefined): Copied {
  if (measure.kind !== 'move' || kpi?.level === undefined) return { title, measure };
  const baseline = Number(kpi.level.toFixed(kpi.decimals));
  const bound = measure.target > measure.baseline ? 'at least' : 'at most';
  const shown = (value: number) => formatValue(value, kpi.unit, kpi.decimals);
  if (isGood(baseline, bound, measure.target))
    return { because: `it stands at ${shown(baseline)}, and ${shown(measure.target)} was the target` };
  return {
    title: retold(title, measure.baseline, baseline, kpi),
    measure: { ...measure, baseline },
  };
}

// "from 7.8 to 5.8 %" and "from 340 minutes": the number as it is typed, or as it is shown with its unit.
function retold(title: string, before: number, now: number, { unit, decimals }: Standing): string {
  const texts: [string, string][] = [
    [formatValue(before, unit, decimals), formatValue(now, unit, decimals)],
    [String(before), String(now)],
  ];
  for (const [old, next] of texts) {
    const found = new RegExp(`(\\bfrom\\s+)${escaped(old)}(?![\\d.,]*\\d)`, 'i');
    if (found.test(title)) return title.replace(found, (_, opening: string) => opening + next);
  }
  return title;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
