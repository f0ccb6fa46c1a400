import type { Direction } from '#domain/kpi/definition.ts';
import type { FactRule } from '../finding.ts';
import type { Alike, Comparable } from '../similar.ts';

/** What is known of a KPI's definition; `alike` are other KPIs whose name and definition are most like it, from `nearest` over `kpiText`. */
export type KpiDefinitionFacts = {
  name: string;
  definition: string | null;
  hasOwner: boolean;
  direction: Direction | null;
  /** A floor, a ceiling or a desired level is in force. */
  hasThreshold: boolean;
  /** How many counter-metrics it has, or a KPI of which it is a part. */
  counters: number;
  alike?: readonly Alike<Comparable & { name?: string | undefined }>[] | undefined;
};

export type KpiRule = FactRule<KpiDefinitionFacts>;
