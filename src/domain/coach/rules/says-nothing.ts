import { hasDate } from '../effect.ts';
import { type Goal, type Rule, whole } from '../finding.ts';
import { aspiration, measures } from '../words/nouns.ts';
import type { VerbKind } from '../words/verbs.ts';
import { determiners, singular, stops, walls } from '../words/work.ts';

const changing: readonly VerbKind[] = ['raise', 'lower', 'better', 'attain'];
const idle =
  /^(?:work on|work with|focus|focus on|look at|look into|deal with|engage with|help|support|handle|manage|continue|talk|think|address)$/;
const qualified =
  /\b(?:for|to|so|that|which|who|where|until|in|of|by|with|without|from|among|across|as|than|on|at|through|into|even|when|while|before|after)\b|[:;–—]/i;

// For everybody is for nobody in particular.
const anyone =
  /\s+(?:for|of|with|across|in|within|among|between|throughout|to|at) (?:all |our |the |all our |all the |every |each |my |its )?(?:customers?|clients?|users?|everyone|everybody|staff|employees?|people|company|business|organi[sz]ation|team|teams|departments?|stakeholders?|board|market|work|workplace|office|colleagues?)(?=[.!]?$)|\s+than (?:last|the last|before|ever|the previous|in the past|now|today)\b.*$/i;
const empty =
  /^(?:internal|operational|overall|general|current|existing|key|core|own|various|business|team|company|organi[sz]ational|corporate|day-to-day|and|or)$/;
const abstract = /(?:[tsx]ion|ment|ity|ness|ance|ence|ship|ism|ics|acy|ency|ancy)$/;

// How many words say something, behind the opening verb.
function contentOf({ opening }: Goal, told: string): number {
  return [...told.slice(opening?.at.to ?? 0).matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’/-]*/gu)].filter(
    ([word]) => !empty.test(word.toLowerCase()),
  ).length;
}

const generic =
  /^(?:sustainable|great(?:er)?|excellent|lasting|good|better|best|more|strong(?:er)?|high(?:er)?|positive|profitable|profitability|efficient|innovative|effective|productive|successful|competitive|attractive|professional|modern|strategic|financial|economic|continuous|constant|steady|long-term|future|happy|happier|satisfied|satisfying|company|organi[sz]ation|business|team|teams|customers?|clients?|staff|employees?|people|users?|stakeholders?|further|even|much|very|new|optimal|ideal|significant(?:ly)?|real|overall|existence|results?|work|job)$/;

// Whether every word that is left could stand in any goal: "achieve sustainable profitable growth".
function isGeneric({ opening, verbs, quantities }: Goal, told: string): boolean {
  if (quantities.length > 0 || (!opening && verbs.length > 0)) return false;
  if (opening && !['raise', 'lower', 'better', 'attain', 'win', 'make'].includes(opening.kind)) return false;
  const left = told
    .slice(opening?.at.to ?? 0)
    .toLowerCase()
    .match(/[\p{L}][\p{L}'’-]*/gu);
  const said = (left ?? []).filter((word) => !stops.has(word) && !determiners.has(word) && !empty.test(word));
  return said.length > 0 && said.every((word) => generic.test(word) || walls.has(singular(word)));
}

const nothing =
  /\b(?:things|matters|everything|stuff|the situation|various (?:areas|things)|all areas|what we do|how we work|the way we work)\b|^make (?:more |some |real |good |steady |further )?(?:progress|improvements?|changes|a difference|an impact|things happen)[.!]?$/i;

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
  const { opening, words, amounts, text, kind } = goal;
  const told = text.replace(anyone, '');
  const isQualified = qualified.test(told.slice(opening?.at.to ?? 0)) || words.length > 4;
  if (
    amounts.length === 0 &&
    nothing.test(text) &&
    (!qualified.test(told.slice(nothing.exec(text)!.index)) || kind !== 'objective')
  )
    return 'It does not say what: which thing, for whom, and what would they notice?';
  if (
    opening &&
    idle.test(opening.base) &&
    !(kind === 'objective' && isQualified && /^(?:help|support)$/.test(opening.base))
  )
    return `"${text.slice(opening.at.from, opening.at.to)}" has no end: what will be there when it is done?`;
  if (kind === 'objective') {
    const length = opening ? opening.base.split(' ').length : 0;
    const rest = contentOf(goal, told);
    if (
      /^(?:be|become|get|do|stay) (?:better|more|good|great|best|well|\w+(?:ful|ive|ent|able|al|ic))$/i.test(
        text.trim().replace(/[.!]$/, ''),
      )
    )
      return 'It names a good thing and no more. For whom, where, and what would they notice?';
    if (isGeneric(goal, told))
      return 'It names a good thing and no more. For whom, where, and what would they notice?';
    const isBare = !qualified.test(told) && !aspiration.test(text) && amounts.length === 0 && !hasDate(goal);
    if (isBare && opening && changing.includes(opening.kind) && rest <= 3)
      return 'It names a good thing and no more. For whom, where, and what would they notice?';
    const head = singular(told.toLowerCase().match(/[\p{L}-]+(?=[^\p{L}]*$)/u)?.[0] ?? '');
    const better =
      /^(?:be|become|get|grow|keep getting|do|perform) (?:much |even |a bit |a lot )?(?:better|good|great|stronger|more [\w-]+) (?:at|in|with|on) (?:our |the |all )?([\w-]+)(?: and [\w-]+)?[.!]?$/i.exec(
        told.trim(),
      );
    if (better && walls.has(singular(better[1]!.toLowerCase())))
      return 'It names a good thing and no more. For whom, where, and what would they notice?';
    if (isBare && opening && rest <= 3 && walls.has(head))
      return 'It names a good thing and no more. For whom, where, and what would they notice?';
    if (
      isBare &&
      !opening &&
      words.length <= 3 &&
      (walls.has(head) ||
        measures.test(words.at(-1)?.lower ?? '') ||
        abstract.test(head) ||
        /^(?:better|more|less|higher|lower|good|great|excellent)$/.test(words[0]?.lower ?? ''))
    )
      return 'It names a good thing and no more. For whom, where, and what would they notice?';
    return undefined;
  }
  if (kind === 'kpi')
    return amounts.length === 0 &&
      !measures.test(text) &&
      words.length <= 4 &&
      /^(?:better|more|good|improved?|great|high|higher)$/.test(words[0]?.lower ?? '')
      ? 'It names a wish and not a measure: what is counted, over what?'
      : undefined;
  if (amounts.length === 0)
    return opening &&
      ['do', 'watch', 'make'].includes(opening.kind) &&
      !/\b(?:and|smoothly|successfully)\b/.test(text)
      ? undefined
      : hasDate(goal)
        ? undefined
        : 'It names a good thing and no more: what is measured, from where to where?';
  const isBareCount =
    goal.verbs.length === 0 &&
    amounts.length === 1 &&
    !amounts[0]!.bound &&
    words.length <= 4 &&
    !/\b(?:fewer|less|more|higher|lower|up|down|better|faster|quicker|sooner|shorter|longer|cheaper)\b|[<>≤≥+−]/i.test(
      text,
    );
  return isBareCount
    ? 'It is a number and a noun: is it to be reached, held or passed, and from where?'
    : undefined;
}
