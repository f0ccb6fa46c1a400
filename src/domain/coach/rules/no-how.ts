import { hasEffect } from '../effect.ts';
import { type Rule, whole } from '../finding.ts';

const how = /\b(?:through|via|using|by (?:means of|\w+ing)|with (?:the help of|a new))\b/i;

/** An effect without a word of how it might come about. */
export const noHow: Rule = {
  name: 'no-how',
  of: ['key_result'],
  why: 'Somebody should have an idea of how. It belongs into the initiatives, where it may change while the key result stays.',
  source: 'Castro, "OKR and initiatives"; Seiden, Outcomes over Output (2019)',
  find(goal) {
    if (goal.hasInitiative || !hasEffect(goal) || how.test(goal.text)) return undefined;
    return {
      severity: 'advice',
      at: whole(goal),
      message: 'What could bring it about? Add the first initiative, or two to choose from.',
    };
  },
};
