import type { FactRule } from '../finding.ts';

/** What is known of a key result of a set: whether it reads as work, whether it keeps what is there, its KPI, and the odds (0 to 1) that it comes unaided. */
export type KeyResultOfSet = {
  isWork: boolean;
  isKept: boolean;
  kpi?: string | undefined;
  kpiName?: string | undefined;
  odds?: number | undefined;
};

/** What a person carries in the cycle, this set included, and how much is advised at most. */
export type OwnerLoad = {
  name: string;
  objectives: number;
  keyResults: number;
  most?: { objectives: number; keyResults: number } | undefined;
};

/** An objective's key results together, and who owns them. */
export type SetFacts = { keyResults: readonly KeyResultOfSet[]; owner?: OwnerLoad | undefined };

export type SetRule = FactRule<SetFacts>;

/** How many key results an objective should have (PRODUCT 4.2). */
export const advised = { fewest: 2, most: 5 };
