import type { KnownKpi } from './entry.ts';

/** A name without case, accents and punctuation: how two ways of writing it are compared. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** A key made from a name: "Time to hire (days)" is time-to-hire-days; empty when the name has no Latin letter or digit. */
export function keyFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
    .replace(/-$/, '');
}

/** Finds the KPI that a file means: by the person's own answer, by key, or by name; a fault when it is none or more than one. */
export function kpiFinder(
  kpis: readonly KnownKpi[],
  answers: Readonly<Record<string, string>> = {},
): (name: string) => KnownKpi | { fault: string } {
  const byKey = new Map(kpis.map((kpi) => [kpi.key, kpi]));
  const byName = Map.groupBy(kpis, (kpi) => plainName(kpi.name));
  const byPlainKey = Map.groupBy(kpis, (kpi) => plainName(kpi.key));
  return (name) => {
    const answer = Object.hasOwn(answers, name) ? byKey.get(answers[name] ?? '') : undefined;
    const exact = answer ?? byKey.get(name);
    if (exact) return exact;
    const plain = plainName(name);
    const found = plain === '' ? [] : (byName.get(plain) ?? byPlainKey.get(plain) ?? []);
    if (found.length > 1)
      return { fault: `"${name}" may be ${found.map((kpi) => kpi.key).join(' or ')}; write the key` };
    return found[0] ?? { fault: `there is no KPI called "${name}"` };
  };
}
