import { hasDate } from '../effect.ts';
import { type Rule, whole } from '../finding.ts';

/** A key result that stands outside of any cycle and does not say by when. */
export const noDate: Rule = {
  name: 'no-date',
  of: ['key_result'],
  why: 'A key result without an end cannot be missed. In a cycle its end is the date.',
  source: 'Doran, "There\'s a S.M.A.R.T. way to write management\'s goals and objectives" (1981)',
  find(goal) {
    if (goal.period || hasDate(goal)) return undefined;
    return {
      severity: 'advice',
      at: whole(goal),
      message: 'By when? Without a cycle around it, it needs a date of its own.',
    };
  },
};
