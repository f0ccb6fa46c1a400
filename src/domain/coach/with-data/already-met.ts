import { isGood, type Measure } from '#domain/okr/measure.ts';
import type { DataRule, GoalFacts } from './facts.ts';
import { said } from './said.ts';

/** A target that is behind us: the level, or else the newest value, lies on it or beyond. */
export const alreadyMet: DataRule = {
  name: 'already-met',
  why: 'A goal that is met on the first day asks nothing of anybody, and its score says nothing of the quarter.',
  source: 'Doerr, Measure What Matters (2018); PRODUCT 5: with data',
  find(facts) {
    const message = messageOf(facts);
    return message === undefined
      ? undefined
      : {
          severity: 'problem',
          message,
          ...(facts.calibrated && {
            repair: 'take the stretch as target',
            value: { target: facts.calibrated.stretch },
          }),
        };
  },
};

function messageOf(facts: GoalFacts): string | undefined {
  const { measure, kpi } = facts;
  if (measure?.kind === 'move') {
    const stands = kpi?.level ?? facts.current;
    if (stands === undefined || !isGood(stands, ...goalOf(measure))) return undefined;
    const what = kpi?.level === undefined ? 'Today it is' : `The level of ${kpi.name} is`;
    return `${what} ${said(facts, stands)}, so the target of ${said(facts, measure.target)} is met already. Choose one that takes a change.`;
  }
  if ((measure?.kind !== 'hold' && measure?.kind !== 'hit rate') || !kpi?.limits) return undefined;
  if (measure.bound === undefined || measure.level === undefined) return undefined;
  const { lower, upper } = kpi.limits;
  if (!isGood(lower, measure.bound, measure.level) || !isGood(upper, measure.bound, measure.level))
    return undefined;
  return `${kpi.name} runs between ${said(facts, lower)} and ${said(facts, upper)}, all of it ${measure.bound} ${said(facts, measure.level)}: this is held already. Let the KPI watch it.`;
}

function goalOf({ baseline, target }: Extract<Measure, { kind: 'move' }>): ['at least' | 'at most', number] {
  return [target > baseline ? 'at least' : 'at most', target];
}
