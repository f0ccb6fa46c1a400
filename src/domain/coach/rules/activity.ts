import { hasDay, hasEffectAfterOpening } from '../effect.ts';
import type { Rule } from '../finding.ts';
import { measures, ownProcedure } from '../words/nouns.ts';

/** A key result that is work to be done rather than what comes of it. */
export const activity: Rule = {
  name: 'activity',
  of: ['key_result'],
  why: 'Work can be done in full and change nothing. A key result says what will be different, so that the team may find a better way there.',
  source:
    'Google, "Google\'s OKR playbook" (in Doerr, Measure What Matters, 2018); Seiden, Outcomes over Output (2019)',
  find(goal) {
    const { opening, amounts, text } = goal;
    const procedure = ownProcedure.exec(text);
    if (procedure)
      return {
        severity: 'problem',
        at: { from: procedure.index, to: procedure.index + procedure[0].length },
        message: `"${procedure[0]}" counts how much of our own procedure was carried out. What should be better when it is?`,
        repair: 'make it an initiative',
      };
    if (!opening || !['do', 'watch', 'make'].includes(opening.kind) || hasEffectAfterOpening(goal))
      return undefined;
    // Numbers laid open on a day that is named are evidence that anybody can check.
    if (/^(?:publish|report|release|share|present)/.test(opening.base) && measures.test(text) && hasDay(goal))
      return undefined;
    const verb = text.slice(opening.at.from, opening.at.to);
    if (opening.kind === 'make' && amounts.some(({ bound }) => bound)) return undefined;
    return {
      severity: 'problem',
      at: opening.at,
      message: `"${verb}" is something to do. What changes, and by how much, when it is done? Measure that, and keep this as the initiative.`,
      repair: 'make it an initiative',
    };
  },
};
