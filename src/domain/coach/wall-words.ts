import { hasDate } from './effect.ts';
import type { Goal } from './finding.ts';
import { objectOf } from './phrase.ts';
import { aspiration, measures } from './words/nouns.ts';
import { type VerbKind, verbAt } from './words/verbs.ts';
import { fitsAnywhere, isOpenVerb, isPraise, walls } from './words/walls.ts';
import { determiners, singular, stops } from './words/work.ts';

const changing: readonly VerbKind[] = ['raise', 'lower', 'better', 'attain'];
const qualified =
  /\b(?:for|to|so|that|which|who|where|until|in|of|by|with|without|from|among|across|as|than|on|at|through|into|even|when|while|before|after|all (?:day|night|year|spring|summer|autumn|winter|season))\b|[:;–—]/i;

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

const changes: readonly VerbKind[] = [...changing, 'win', 'keep'];

// "Be better as a co-operative", "as a team": who we are, again.
const asWhatWeAre = /\bas (?:an? |one )?(?:[\w'’-]+ )?[\w-]+(?=[.!]?$)/i;
// Whether every word that is left could stand in any goal: "achieve sustainable profitable growth", "drive innovation across all units".
function isGeneric({ opening, amounts, quantities }: Goal, told: string): boolean {
  if (amounts.length > 0 || quantities.some(({ role }) => role !== 'name')) return false;
  // "Establish myself as a sought-after bookbinder": there it is what is aimed at.
  const isNamed = /^(?:establish|position)$/.test(opening?.base ?? '');
  const [first = '', ...rest] =
    (isNamed ? told : told.replace(asWhatWeAre, '')).toLowerCase().match(/[\p{L}][\p{L}'’-]*/gu) ?? [];
  const isVerb = isOpenVerb(first) || (opening !== undefined && changes.includes(opening.kind));
  if (!isVerb && (opening || !isEmpty(first))) return false;
  // "Foster creativity": one thing that nobody has seen.
  if (rest.length === 1 && abstract.test(rest[0]!)) return true;
  return rest.every(
    (word, index) =>
      isEmpty(word) ||
      (isOpenVerb(word) && leadsIn.test(rest[index - 1] ?? first)) ||
      (isWide(word) && /^(?:to|and)$/.test(rest[index - 1] ?? first)),
  );
}

function isWide(word: string): boolean {
  const kind = verbAt([word])?.verb.kind;
  return isOpenVerb(word) || (kind !== undefined && changes.includes(kind));
}

const leadsIn = /^(?:and|or|to|we|they|can|could|by)$|,$|ing$/;

function isEmpty(word: string): boolean {
  return stops.has(word) || determiners.has(word) || fitsAnywhere(word);
}

// "Achieve operational excellence in the warehouse": wherever it is, it is nothing that could be seen there.
const hollow =
  /^(?:excellence|synergy|innovation|alignment|success|professionalism|teamwork|collaboration|effectiveness|efficiency|agility|sustainability|transformation|communication|coordination|co-?operation|centricity|orientation|dialogue|maturity|governance|competitiveness|greatness|brilliance)$/;

// "A year of excellence", "to the next level": a when and a where that nobody could point at.
const placeOf =
  /\b(?:year|quarter|season|place|home|house|hub|culture|spirit|climate|cent(?:er|re)|team|company) of ([\w-]+)[.!]?$/i;
const nextLevel = /\bto (?:the |a |an )?(?:next|new|higher|another|whole new|different) level[.!]?$/i;

function isHollow(goal: Goal): boolean {
  const { opening, text, verbs, words } = goal;
  if (hollow.test(placeOf.exec(text)?.[1]?.toLowerCase() ?? '') || nextLevel.test(text)) return true;
  const object = objectOf(goal);
  if (!opening) {
    const [first, second] = words;
    const named = first && isOpenVerb(first.lower) ? second : first;
    return verbs.length === 0 && hollow.test(named?.lower ?? '') && !seen.test(text);
  }
  if (!object || !hollow.test(object.head) || seen.test(text)) return false;
  return changes.includes(opening.kind) || isOpenVerb(opening.base);
}

// "Become the leading brewery": which one we are is known, and all the rest is praise.
function isOnlyPraised({ opening, words, text }: Goal): boolean {
  const said = words.filter(({ lower }) => !determiners.has(lower));
  return (
    /^(?:be|become) (?:an?|the|our) /i.test(text) &&
    (opening?.word ?? 0) === 0 &&
    said.length > 2 &&
    (said.slice(1, -1).every(({ lower }) => isPraise(lower)) ||
      (said.length > 4 && said.slice(1, -2).every(({ lower }) => isPraise(lower))))
  );
}

const seen = /\b(?:so|that|which|who|where|until|without|than|instead|by|from|to|into|for)\b/i;

/** A goal without the words that narrow nothing: "for our customers", "across the company", "than last year". */
export function narrowed(text: string): string {
  return text.replace(anyone, '');
}

/** Whether something behind the opening verb says for whom, where, or how. */
export function isQualified({ opening, words, text }: Goal): boolean {
  return qualified.test(narrowed(text).slice(opening?.at.to ?? 0)) || words.length > 4;
}

// "The quality of teaching" is "teaching quality".
const quality =
  /\b(?:the )?(quality|level|efficiency|performance|value|standards?|effectiveness|productivity|state|number) of (?:the |our |all )?([\w-]+)(?=[.!]?$)/i;

/** Whether an objective only names a good thing: "Increase efficiency", "Be better at communication", "Customer focus". */
export function isOnWalls(goal: Goal): boolean {
  const { opening, words, amounts, text } = goal;
  const told = narrowed(text).replace(quality, (_, one, of) => `${of} ${one}`);
  const bare = told.trim().replace(/[.!]+$/, '');
  if (isGeneric(goal, told) || isHollow(goal) || isOnlyPraised(goal)) return true;
  // "Bring the swifts back" says what was lost.
  if (/\bback\b/i.test(told)) return false;
  // "Drive out the knotweed" is another verb, "get children outdoors" says where to.
  if (opening && /^ (?:out|off|away|through|over|home)\b/i.test(told.slice(opening.at.to))) return false;
  if (qualified.test(told) || aspiration.test(text) || amounts.length > 0 || hasDate(goal)) return false;
  const last = bare.toLowerCase().match(/[\p{L}-]+$/u)?.[0] ?? '';
  const isWall =
    walls.has(singular(last)) || (measures.test(last) && !/-free$/.test(last)) || abstract.test(last);
  if (!opening) return words.length <= 3 && isWall;
  if (contentOf(goal, told) > 3) return false;
  // "Stop wasting food" says what is done no more.
  if (opening.kind === 'lower' && /^\s+[a-z]{3,}ing\s+\w/i.test(told.slice(opening.at.to))) return false;
  // "Become debt-free", "get grandparents online".
  if (/^(?:become|get)$/.test(opening.base)) return isWall;
  // "Reach the summit" is somewhere, "reach excellence" is nowhere.
  if (opening.kind === 'attain' && !/^(?:ensure|guarantee|make sure|have|meet)$/.test(opening.base))
    return isWall;
  // "Sell more wine" is more of what there is.
  if (opening.kind === 'win' && /^ (?:more|fewer|less|better)\b/i.test(told.slice(opening.at.to)))
    return true;
  return changing.includes(opening.kind) || walls.has(singular(last));
}
