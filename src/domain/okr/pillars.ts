import type { Link } from './alignment.ts';

/**
 * The pillars that each objective serves: its own, or without one those of all that it contributes to or supports, however far above.
 * Links to objectives that are not among those given lead nowhere.
 */
export function servedPillars(
  objectives: readonly { id: string; pillar: string | null }[],
  links: readonly Link[],
): Map<string, ReadonlySet<string>> {
  const own = new Map(objectives.map(({ id, pillar }) => [id, pillar]));
  const parents = Map.groupBy(links, ({ child }) => child);
  const found = new Map<string, ReadonlySet<string>>();
  const serve = (id: string): ReadonlySet<string> => {
    const known = found.get(id);
    if (known) return known;
    const pillar = own.get(id);
    // Entered before its parents are asked: a loop in the links ends here instead of never.
    found.set(id, new Set(pillar ? [pillar] : []));
    if (pillar || pillar === undefined) return found.get(id)!;
    const above = (parents.get(id) ?? []).flatMap(({ parent }) => [...serve(parent)]);
    found.set(id, new Set(above));
    return found.get(id)!;
  };
  return new Map(objectives.map(({ id }) => [id, serve(id)]));
}

/** How many KPIs and objectives carry no pillar, as a sentence: '12 KPIs and 3 objectives carry no pillar.' */
export function withoutPillar(kpis: number, objectives: number): string {
  const parts = [counted(kpis, 'KPI'), counted(objectives, 'objective')].filter((part) => part !== undefined);
  if (parts.length === 0) return 'Every KPI and every objective serves a pillar.';
  return `${parts.join(' and ')} ${kpis + objectives === 1 ? 'carries' : 'carry'} no pillar.`;
}

function counted(count: number, noun: string): string | undefined {
  if (count === 0) return undefined;
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
