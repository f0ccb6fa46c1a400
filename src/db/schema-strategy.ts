import type { Generated } from 'kysely';

export type PillarRow = {
  organisation: string;
  id: string;
  name: string;
  description: Generated<string>;
  position: number;
  created_at: string;
  removed_at: string | null;
};

export type StrategyTables = { pillar: PillarRow };
