import type { DataRule } from './facts.ts';

/** Counter-metrics of the KPI that do not guard the key result. */
export const noGuardrail: DataRule = {
  name: 'no-guardrail',
  why: 'The KPI names what would suffer if it were gamed. As a guardrail that is seen while it happens, and flagged at grading.',
  source: 'Grove, High Output Management (1983): paired indicators; PRODUCT 4.3',
  find({ kpi, guardrails }) {
    if (!kpi || kpi.counters.length === 0) return undefined;
    const guarding = new Set(guardrails);
    const missing = kpi.counters.filter(({ id }) => !guarding.has(id));
    // One that guards is a choice somebody made; all of them would be ceremony.
    if (missing.length < kpi.counters.length) return undefined;
    return {
      severity: 'advice',
      message: `${listed(missing.map(({ name }) => name))} would suffer if ${kpi.name} were gamed, and ${missing.length === 1 ? 'does' : 'do'} not guard this key result.`,
      repair: 'add the counter-metric as guardrail',
      value: { guardrails: missing.map(({ id }) => id) },
    };
  },
};

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
