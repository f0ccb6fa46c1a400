import { formatValue } from '#domain/kpi/format.ts';
import type { Gap } from '#domain/kpi/gap.ts';
import type { Unit } from '#domain/kpi/unit.ts';

type DraftKpi = {
  id: string;
  name: string;
  owner: string | null;
  team: string | null;
  unit: Unit;
  decimals: number;
  direction: 'higher' | 'lower' | 'within';
  pillar: string | null;
  counterMetrics: readonly string[];
};

type Wishes = { title?: string | undefined; owner?: string | undefined; target?: number | undefined };

/**
 * The objective that would close a gap, in the shape of objectives.create: baseline = level, target = what is wanted, guardrails = the
 * counter-metrics; or the sentence that says why there is nothing to draft.
 */
export function draftFromGap(kpi: DraftKpi, gap: Gap | undefined, wishes: Wishes) {
  if (!gap)
    return `Nothing is asked of ${kpi.name} yet. Give it a floor, a ceiling or a desired level first; then there is a gap to close.`;
  if (gap.kind === 'noise')
    return `${kpi.name} shows noise inside the limits of a process that holds its threshold. An OKR would chase chance: leave it alone.`;
  if (gap.level === null) return `The level of ${kpi.name} is not known yet: it takes six complete periods.`;
  const target = wishes.target ?? gap.wanted;
  if (target === null)
    return `Say which level of ${kpi.name} you want: it has no desired level and no threshold that it misses.`;
  const baseline = rounded(gap.level, kpi.decimals);
  if (rounded(target, kpi.decimals) === baseline)
    return `${kpi.name} is at ${formatValue(target, kpi.unit, kpi.decimals)} already: there is no gap to close.`;
  const show = (value: number) => formatValue(value, kpi.unit, kpi.decimals);
  const verb = target > baseline ? 'Raise' : 'Cut';
  return {
    title: wishes.title ?? titleOf(kpi, target > baseline),
    why: gap.sentence,
    owner: wishes.owner ?? kpi.owner ?? undefined,
    team: kpi.team,
    pillar: kpi.pillar,
    commitment: gap.kind === 'desired' ? ('aspirational' as const) : ('committed' as const),
    gapKpi: kpi.id,
    improves: [kpi.id],
    keyResults: [
      {
        title: `${verb} ${lowerFirst(kpi.name)} from ${show(baseline)} to ${show(target)}`,
        owner: wishes.owner ?? kpi.owner ?? undefined,
        measure: { kind: 'move' as const, baseline, target },
        kpi: kpi.id,
        guardrails: [...kpi.counterMetrics],
      },
    ],
  };
}

function titleOf(kpi: DraftKpi, rises: boolean): string {
  const name = lowerFirst(kpi.name);
  if (kpi.direction === 'within') return `Bring ${name} back into its band`;
  return rises
    ? `Lift ${name} to a level that we can rely on`
    : `Bring ${name} down to a level that we can rely on`;
}

// "NHS performance" keeps its capitals, "Customer churn" does not.
function lowerFirst(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function rounded(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
