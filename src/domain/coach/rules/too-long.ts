import { type Rule, whole } from '../finding.ts';

const most = { objective: 25, key_result: 40, kpi: 30 };
const absurd = { objective: 40, key_result: 60, kpi: 50 };

/** A goal that nobody can keep in mind. */
export const tooLong: Rule = {
  name: 'too-long',
  of: ['objective', 'key_result', 'kpi'],
  why: 'A goal that cannot be said in one breath is not remembered, and steers nobody on a Tuesday morning.',
  source: 'Doerr, Measure What Matters (2018): an objective should "fit on one line"',
  find(goal) {
    const count = goal.words.length;
    if (count <= most[goal.kind]) return undefined;
    return {
      severity: count > absurd[goal.kind] ? 'problem' : 'advice',
      at: whole(goal),
      message: `It has ${count} words. Which ${most[goal.kind] / 2} would you keep?`,
    };
  },
};
