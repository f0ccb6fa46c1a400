import type { Turn } from '#app/act.ts';
import { type Known, knownOf, type Measured } from '#app/kpi/facts.ts';
import { todayIn } from '#app/today.ts';
import { type Standing, storeStandings } from '#db/key-results.ts';
import type { Facts } from '#domain/okr/facts.ts';
import type { Measure } from '#domain/okr/measure.ts';
import { goodPeriods, progress } from '#domain/okr/progress.ts';

/** A key result whose standing may have changed. */
export type Standable = Measured & Standing & { objective: string };

/** Computes how locked key results stand from what is known of them, stores it, and gives those whose progress or value changed. */
export async function refresh<Each extends Standable>(
  turn: Turn,
  keyResults: readonly Each[],
): Promise<Each[]> {
  if (keyResults.length === 0) return [];
  const known = await knownOf(turn, keyResults);
  const found = keyResults.map((each) => ({ ...each, ...standing(turn, each, known.get(each.id)!) }));
  const differing = found.filter((each, index) => !isSame(each, keyResults[index]!));
  if (differing.length > 0) await storeStandings(turn.tx, turn.organisation.id, differing);
  return differing;
}

/** How a key result stands by what is known of it. */
function standing(
  { today, organisation }: Turn,
  { id, measure, kpi, span }: Measured,
  { facts, values, checkIns }: Known,
): Standing {
  const timely = checkIns.filter((row) => !row.late);
  const told = timely.findLast((row) => row.confidence !== null && isForesight(organisation, row, span));
  const reported = timely.findLast((row) => row.report !== null && row.day <= span.ends);
  const shown = currentValue(measure as Measure, facts);
  return {
    id,
    current: shown ?? null,
    current_day: (kpi ? dayOf(facts, values, today) : reported?.day) ?? null,
    progress: progress(measure as Measure, facts) ?? null,
    confidence: told?.confidence ?? null,
    last_check_in: timely.at(-1)?.day ?? null,
  };
}

/** Whether a confidence was told before the end: whoever tells it later knows what came, whatever day the check-in is about. */
export function isForesight(
  { timeZone }: Turn['organisation'],
  { recorded_at: at }: { recorded_at: string },
  { ends }: { ends: string },
): boolean {
  return todayIn(timeZone, at) <= ends;
}

/** The number that a key result shows as its present value: the newest one, or how many periods were good. */
function currentValue(measure: Measure, facts: Facts): number | undefined {
  if (measure.kind === 'hit rate') {
    const periods = facts.periods ?? [];
    if (periods.length === 0 && facts.hits === undefined) return undefined;
    return (facts.hits ?? 0) + goodPeriods(measure, periods).length;
  }
  if (measure.kind !== 'hold') return facts.current;
  const newest = [...(facts.periods ?? [])].sort((a, b) => (a.period < b.period ? -1 : 1)).at(-1);
  return newest && 'value' in newest ? newest.value : undefined;
}

function dayOf(facts: Facts, values: Known['values'], today: string): string | undefined {
  const known = facts.periods?.map(({ period }) => period);
  return values.findLast(
    ({ period, day, value }) => day < today && (known ? known.includes(period) : value === facts.current),
  )?.day;
}

const compared = ['current', 'current_day', 'progress', 'confidence', 'last_check_in'] as const;

function isSame(one: Standing, other: Standing): boolean {
  return compared.every((name) => one[name] === other[name]);
}
