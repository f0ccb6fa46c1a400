import type { Rule } from '../finding.ts';
import { aspiration } from '../words/nouns.ts';

const meant =
  /\b(?:so that|so|that|which|who|whose|where|as|until|without|because|in order to|for everyone|like|enough)\b/i;

/** An objective that is a piece of work rather than the state that it should bring about. */
export const task: Rule = {
  name: 'task',
  of: ['objective'],
  why: 'A task can be ticked off and leave everything as it was. An objective says what will be true for somebody afterwards.',
  source: 'Wodtke, Radical Focus (2016); Doerr, Measure What Matters (2018)',
  find({ opening, text }) {
    if (!opening || !['do', 'watch', 'make'].includes(opening.kind)) return undefined;
    if (aspiration.test(text) || meant.test(text)) return undefined;
    return {
      severity: 'problem',
      at: opening.at,
      message: `"${text.slice(opening.at.from, opening.at.to)}" is work. What will be true for whom when it is done?`,
      repair: 'make it an initiative',
    };
  },
};
