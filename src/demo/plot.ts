import type { Input } from '#contract/index.ts';
import type { Day } from '#domain/time/day.ts';
import type { PersonKey, TeamKey } from './cast.ts';

/** How a KPI goes: its level by days (straight between two of them), the year's swing, and the noise around both. */
export type Course = {
  levels: readonly (readonly [day: Day, level: number])[];
  /** Half of the yearly swing, as a share of the level; the top is in June. */
  season?: number;
  /** One standard deviation, in the KPI's unit. */
  noise: number;
  /** How many are counted in a period, for a ratio. */
  counted?: number;
  /** The last day that anybody reported on. */
  until?: Day;
};

type Lines = Omit<Input<'thresholds.record'>, 'kpi' | 'from'>;

/** A KPI of the demo: its definition, what is asked of it, and its course; without a course it has never been reported. */
export type Plot = Omit<Input<'kpis.create'>, 'owner' | 'team' | 'counterMetrics'> & {
  owner: PersonKey;
  team: TeamKey;
  counters?: readonly string[];
  lines?: Lines;
  course?: Course;
  /** Keys and names of those that it is fanned out to, each with its share. */
  children?: readonly { key: string; name: string; share: number; until?: Day }[];
};

export const percent = { kind: 'percent' } as const;
export const euros = { kind: 'currency', code: 'EUR' } as const;
export const minutes = { kind: 'duration', unit: 'minutes' } as const;
export const days = { kind: 'duration', unit: 'days' } as const;
