import { hasDate, hasEffectAfterOpening, hasProof } from '../effect.ts';
import { type Goal, type Rule, whole } from '../finding.ts';
import { isOnWalls, isQualified, narrowed } from '../wall-words.ts';
import { measures } from '../words/nouns.ts';

const idle =
  /^(?:work on|work with|focus|focus on|look at|look into|deal with|engage with|help|support|handle|manage|continue|talk|think|address)$/;
const nothing =
  /\b(?:things|(?<!\b(?:it|that|what|this|which|still|really|most|nothing) )matters|everything|stuff|the situation|various (?:areas|things)|all areas|what we do|how we work|the way we work)\b|\b(?:how|the way) we [a-z]+[.!]?$|^(?:(?:better|faster|cheaper|quicker|smarter|leaner|bigger|stronger|more)(?:,? and |, ?| )?)+[.!]?$|^make (?:more |some |real |good |steady |further )?(?:progress|improvements?|changes|a difference|an impact|things happen)[.!]?$/i;

/** A goal that could stand on any wall: it names a good thing and not what would be different. */
export const saysNothing: Rule = {
  name: 'says-nothing',
  of: ['objective', 'key_result', 'kpi'],
  why: 'A goal that everybody can agree to at once decides nothing: it does not say for whom, where, or what would be different.',
  source:
    'Wodtke, Radical Focus (2016); Doerr, Measure What Matters (2018): objectives are "significant, concrete, action oriented"',
  find(goal) {
    const message = messageOf(goal);
    return message ? { severity: 'problem', at: whole(goal), message } : undefined;
  },
};

function messageOf(goal: Goal): string | undefined {
  const { opening, text, kind } = goal;
  const empty = !/\d/.test(text) ? nothing.exec(text) : null;
  if (empty && (kind !== 'objective' || !narrowing.test(narrowed(text).slice(empty.index))))
    return 'It does not say what: which thing, for whom, and what would they notice?';
  const start = kind === 'objective' && begun.exec(text);
  if (start) return `"${start[0]}" says that something is done: what will be different?`;
  const isHelp = kind === 'objective' && /^(?:help|support)$/.test(opening?.base ?? '') && isQualified(goal);
  const isEffect = kind === 'key_result' && hasEffectAfterOpening(goal);
  const isMeant = kind === 'objective' && /\b(?:so that|that|until|without|who|as if|like)\b/i.test(text);
  const isAimed =
    opening?.base === 'focus' &&
    !/^\s*(?:\w+ly |more |again |even )?(?:on|$)/i.test(text.slice(opening.at.to));
  if (opening && idle.test(opening.base) && !isAimed && !isHelp && !isEffect && !isMeant)
    return `"${text.slice(opening.at.from, opening.at.to)}" has no end: what will be there when it is done?`;
  if (kind === 'objective')
    return isOnWalls(goal)
      ? 'It names a good thing and no more. For whom, where, and what would they notice?'
      : undefined;
  return kind === 'kpi' ? ofKpi(goal) : ofKeyResult(goal);
}

// "Get on with kennel welfare": it says that something will be done.
const begun =
  /^(?:get on with|carry on with|crack on with|press on with|make a start (?:on|with)|do (?:something|more|a lot) (?:about|for|with|on))\b/i;
const narrowing =
  /\b(?:for|to|so|that|which|who|where|until|in|with|without|from|among|across|at|through|into|when|while)\b/i;

function ofKpi({ amounts, text, words }: Goal): string | undefined {
  const isWish =
    amounts.length === 0 &&
    !measures.test(text) &&
    words.length <= 4 &&
    /^(?:better|more|good|improved?|great|high|higher)$/.test(words[0]?.lower ?? '');
  return isWish ? 'It names a wish and not a measure: what is counted, over what?' : undefined;
}

const compared =
  /\b(?:fewer|less|more|higher|lower|up|down|better|faster|quicker|sooner|shorter|longer|cheaper|as (?:many|much))\b|[<>≤≥+−]/i;

function ofKeyResult(goal: Goal): string | undefined {
  const { opening, amounts, text, verbs, words } = goal;
  if (amounts.length === 0) {
    const isWork =
      opening &&
      ['do', 'watch', 'make'].includes(opening.kind) &&
      !/\b(?:and|smoothly|successfully)\b/.test(text);
    return isWork || hasDate(goal) || hasProof(goal)
      ? undefined
      : 'It names a good thing and no more: what is measured, from where to where?';
  }
  const isBareCount =
    verbs.length === 0 &&
    amounts.length === 1 &&
    !amounts[0]!.bound &&
    words.length <= 4 &&
    !compared.test(text);
  return isBareCount
    ? 'It is a number and a noun: is it to be reached, held or passed, and from where?'
    : undefined;
}
