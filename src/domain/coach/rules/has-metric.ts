import { hasDate } from '../effect.ts';
import type { Goal, Rule } from '../finding.ts';

/** An objective that carries its own number. */
export const hasMetric: Rule = {
  name: 'has-metric',
  of: ['objective'],
  why: 'The objective says where we are going, the key results how we know that we are there. A number in the objective makes the key results superfluous.',
  source: 'Doerr, Measure What Matters (2018); Wodtke, Radical Focus (2016)',
  find(goal) {
    const amount = goal.amounts[0];
    return (
      amount && {
        severity: isOnlyNumber(goal) ? 'problem' : 'advice',
        at: amount.at,
        message: `"${amount.text}" is a measure: move it into a key result, and say here what it would mean to somebody.`,
        repair: 'make it a key result',
      }
    );
  },
};

// "Increase ticket income by 15%" has nothing else to say; "... in our four villages, so that nobody eats alone" has.
function isOnlyNumber(goal: Goal): boolean {
  const { opening, amounts, words } = goal;
  if (!opening || !['raise', 'lower', 'better'].includes(opening.kind) || amounts.length !== 1) return false;
  const [amount] = amounts;
  const isLast = goal.text.slice(amount!.at.to).replaceAll(/[^\p{L}\d]/gu, '').length <= 8;
  return isLast && /\d/.test(amount!.text) && words.length <= 8 && !hasDate(goal);
}
