import type { Rule } from '../finding.ts';

/** A change whose start is not told, so that nobody sees how far it is. */
export const noBaseline: Rule = {
  name: 'no-baseline',
  of: ['key_result'],
  why: 'Without the value from which it starts nobody can tell a stretch from what would come by itself, and progress cannot be computed.',
  source: 'Wodtke, Radical Focus (2016); PRODUCT 4.3: progress = (current − baseline) / (target − baseline)',
  find({ opening, amounts, text }) {
    const [amount] = amounts;
    if (!amount || amounts.length > 1 || !opening || !['raise', 'lower', 'better'].includes(opening.kind))
      return undefined;
    if (/\b(?:double|triple|quadruple|halve|by half|twice|today|currently|baseline|last year)\b/i.test(text))
      return undefined;
    return {
      severity: 'advice',
      at: amount.at,
      message: 'From where? Write the value of today beside the target.',
      repair: 'take the baseline from the KPI',
    };
  },
};
