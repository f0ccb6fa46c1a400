import { hasDate, hasDay, hasProof } from '../effect.ts';
import { type Goal, type Rule, whole } from '../finding.ts';
import { measures } from '../words/nouns.ts';

/** A key result or KPI without an amount: nobody could tell whether it was reached. */
export const noNumber: Rule = {
  name: 'no-number',
  of: ['key_result', 'kpi'],
  why: 'Without a number two honest people can disagree whether it was reached.',
  source: 'Grove, High Output Management (1983); Mayer: "It\'s not a key result unless it has a number"',
  find(goal) {
    if (goal.amounts.length > 0) return undefined;
    if (goal.kind === 'kpi' && goal.opening === undefined && isMeasure(goal)) return undefined;
    const severity = isDatedState(goal) ? 'advice' : 'problem';
    return { severity, at: whole(goal), message: 'It has no number: how much, from where to where?' };
  },
};

// "Touring partner named by the end of the season" can be told apart from its opposite on that day.
function isDatedState(goal: Goal): boolean {
  if (goal.kind === 'kpi') return false;
  if (goal.opening) return hasDay(goal) && measures.test(goal.text);
  return hasDate(goal) || hasProof(goal);
}

// A measure by its name, or things that can be counted: "Weekly active riders".
function isMeasure({ text, words }: Goal): boolean {
  const isWish =
    wished.test(words[0]?.lower ?? '') &&
    !/\b(?:rate|ratio|share|per|percentage|number|score|index)\b|%/i.test(text);
  return !isWish && (measures.test(text) || /[^su]s$/.test(words.at(-1)?.lower ?? ''));
}

const wished =
  /^(?:better|more|good|great|happy|happier|pleased|motivated|engaged|loyal|efficient|fast|faster|cheap|cheaper|stronger|safe|safer|proud|healthy|healthier|improved?|high|higher|strong|satisfied)$/;
