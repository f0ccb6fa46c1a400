import type { Input } from '#contract/index.ts';
import type { Day } from '#domain/time/day.ts';
import type { PersonKey, TeamKey } from './cast.ts';

type Draft = NonNullable<Input<'objectives.create'>['keyResults']>[number];
export type Report = NonNullable<Input<'checkIns.record'>['report']>;
type Words = Partial<Pick<Input<'checkIns.record'>, 'changed' | 'blocks' | 'needs'>>;
type Verdict = Omit<Input<'grades.record'>, 'keyResult' | 'score'> & { score?: number; carries?: boolean };

/** A key result with all that will happen to it: its check-ins week by week, and its grade. */
export type KeyResultPlay = Omit<Draft, 'owner'> & {
  owner: PersonKey;
  /** One a week from the first Monday on, the last one repeated; a shorter list with `stops` ends the check-ins. */
  confidence: readonly number[];
  stops?: boolean;
  /** What is said of the measure on a day, where no KPI says it. */
  report?: (day: Day, week: number) => Report;
  words?: Readonly<Record<number, Words>>;
  grade?: Verdict;
};

/** An objective with its key results; `parent` is the title of another one of the same cycle. */
export type ObjectivePlay = Omit<
  Input<'objectives.create'>,
  'cycle' | 'owner' | 'team' | 'keyResults' | 'parents' | 'privateTo'
> & {
  owner: PersonKey;
  team: TeamKey;
  parent?: string;
  privateTo?: readonly PersonKey[];
  keyResults: readonly KeyResultPlay[];
};
