import type { Facts, Measure } from '#contract/measures.ts';
import type { TreeObjective } from '#contract/objectives.ts';
import type { Unit } from '#domain/kpi/definition.ts';
import { formatValue } from '#domain/kpi/format.ts';
import { bestRun, goodPeriods } from '#domain/okr/progress.ts';
import type { Cadence } from '#domain/time/period.ts';

/** A measure with the unit that its values are in. */
export type Measured = { measure: Measure; unit: Unit; decimals: number };

const periodWords: Record<Cadence, string> = {
  daily: 'day',
  weekly: 'week',
  monthly: 'month',
  quarterly: 'quarter',
  yearly: 'year',
};

/** How many periods of a cadence, in words: '3 months'. */
function periodCount(count: number, cadence: Cadence): string {
  return `${count} ${periodWords[cadence]}${count === 1 ? '' : 's'}`;
}

/** What a key result promises, in words: 'from 4h 00m to 45m', 'at least 4.7 for 3 months in a row', '13 weeks at least 95%'. */
export function measureWords({ measure, unit, decimals }: Measured): string {
  const value = (each: number) => formatValue(each, unit, decimals);
  switch (measure.kind) {
    case 'move':
      return `from ${value(measure.baseline)} to ${value(measure.target)}`;
    case 'hold':
      return `${measure.bound} ${value(measure.level)} for ${periodCount(measure.run, measure.cadence)} in a row`;
    case 'hit rate': {
      const good =
        measure.level === undefined ? 'good' : `${measure.bound ?? 'at least'} ${value(measure.level)}`;
      return `${periodCount(measure.planned, measure.cadence)} ${good}`;
    }
    case 'milestones':
      return measure.steps.length === 1 ? '1 milestone' : `${measure.steps.length} milestones`;
    case 'done':
      return 'done or not';
  }
}

type Known = Pick<Facts, 'current' | 'periods' | 'hits' | 'stepsDone' | 'done'>;

/** How many periods of a hold or a hit rate were good: the best run of a hold, all good ones of a hit rate. */
function goodCount(
  measure: Extract<Measure, { kind: 'hold' | 'hit rate' }>,
  facts: Pick<Facts, 'periods' | 'hits'>,
): number {
  const good = facts.periods.filter((each) => each.good).map(({ period }) => ({ period, good: true }));
  const periods = goodPeriods(measure, good);
  return measure.kind === 'hold' ? bestRun(periods) : periods.length + (facts.hits ?? 0);
}

/** Where a key result stands, in words: '2h 22m', '2 of 3 months', '3 of 5 steps', 'not done'; an en dash when nothing is known. */
export function standingWords({ measure, unit, decimals }: Measured, facts: Known): string {
  switch (measure.kind) {
    case 'move':
      return formatValue(facts.current, unit, decimals);
    case 'hold':
      return `${goodCount(measure, facts)} of ${periodCount(measure.run, measure.cadence)}`;
    case 'hit rate':
      return `${goodCount(measure, facts)} of ${periodCount(measure.planned, measure.cadence)}`;
    case 'milestones':
      return `${facts.stepsDone.length} of ${measure.steps.length} steps`;
    case 'done':
      return facts.done ? 'done' : 'not done';
  }
}

/** The same for a key result of a list, which carries the numbers of its measure only: '40 → 50', 'level 4.7', '13 periods'. */
export function promiseWords(keyResult: TreeObjective['keyResults'][number]): string {
  const { kind, from, to, unit, decimals } = keyResult;
  const value = (each: number | null) => formatValue(each, unit, decimals);
  switch (kind) {
    case 'move':
      return unit.kind === 'currency'
        ? `${value(from)} → ${bare(to, decimals)}`
        : `${unit.kind === 'number' ? bare(from, decimals) : value(from)} → ${value(to)}`;
    case 'hold':
      return `hold ${value(to)}`;
    case 'hit rate':
      return `${to ?? '–'} good periods`;
    case 'milestones':
      return `${to ?? '–'} milestones`;
    case 'done':
      return 'done or not';
  }
}

/** Where a key result of a list stands: '2h 18m', '5 good', 'done'; an en dash when the list does not say. */
export function nowWords(keyResult: TreeObjective['keyResults'][number]): string {
  const { kind, to, current, progress, unit, decimals } = keyResult;
  switch (kind) {
    case 'move':
    case 'hold':
      return formatValue(current, unit, decimals);
    case 'hit rate':
      return progress === null || to === null ? '–' : `${Math.round(progress * to)} good`;
    case 'milestones':
      return '–';
    case 'done':
      return progress === 1 ? 'done' : 'not done';
  }
}

function bare(value: number | null, decimals: number): string {
  return formatValue(value, { kind: 'number' }, decimals);
}
