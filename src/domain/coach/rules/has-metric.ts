import type { Rule } from '../finding.ts';

/** An objective that carries its own number. */
export const hasMetric: Rule = {
  name: 'has-metric',
  of: ['objective'],
  why: 'The objective says where we are going, the key results how we know that we are there. A number in the objective makes the key results superfluous.',
  source: 'Doerr, Measure What Matters (2018); Wodtke, Radical Focus (2016)',
  find({ amounts }) {
    const amount = amounts[0];
    return (
      amount && {
        severity: 'advice',
        at: amount.at,
        message: `"${amount.text}" is a measure: move it into a key result, and say here what it would mean to somebody.`,
        repair: 'make it a key result',
      }
    );
  },
};
