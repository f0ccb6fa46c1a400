import type { Rule } from '../finding.ts';

/** Two results under one number: half of it cannot be told from the other half. */
export const severalInOne: Rule = {
  name: 'several-in-one',
  of: ['key_result'],
  why: 'When one half is reached and the other is not, the score tells neither.',
  source: 'Wodtke, Radical Focus (2016)',
  find({ text, verbs, amounts }) {
    const changes = verbs.filter(({ kind }) => ['raise', 'lower', 'better', 'win', 'attain'].includes(kind));
    for (const second of changes.slice(1)) {
      const joint = /\b(?:and|as well as|while also|plus)\s*$/i.exec(text.slice(0, second.at.from));
      const first = changes[0]!;
      const isBoth =
        amounts.some(({ at }) => at.from > first.at.to && at.to < second.at.from) &&
        amounts.some(({ at }) => at.from > second.at.to);
      if (joint && isBoth)
        return {
          severity: 'advice',
          at: { from: joint.index, to: second.at.to },
          message: 'These are two results. Split them, each with a weight of its own.',
          repair: 'split it',
        };
    }
    return undefined;
  },
};
