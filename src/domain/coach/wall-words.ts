import { hasDate } from './effect.ts';
import type { Goal } from './finding.ts';
import { aspiration, measures } from './words/nouns.ts';
import type { VerbKind } from './words/verbs.ts';
import { determiners, singular, stops, walls } from './words/work.ts';

const changing: readonly VerbKind[] = ['raise', 'lower', 'better', 'attain'];
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
  /^(?:sustainable|great(?:er)?|excellent|lasting|good|better|best|more|strong(?:er)?|high(?:er)?|positive|profitable|profitability|efficient|innovative|effective|productive|successful|competitive|attractive|professional|modern|strategic|financial|economic|continuous|constant|steady|long-term|future|happy|happier|satisfied|satisfying|company|organi[sz]ation|business|team|teams|customers?|clients?|staff|employees?|people|users?|stakeholders?|further|even|much|very|new|optimal|ideal|significant(?:ly)?|real|overall|existence|results?|work|working|job|year|quarter|season|environment|atmosphere|climate|conditions?)$/;

// Whether every word that is left could stand in any goal: "achieve sustainable profitable growth".
function isGeneric({ opening, verbs, quantities }: Goal, told: string): boolean {
  if (quantities.length > 0 || (!opening && verbs.length > 0)) return false;
  if (opening && !['raise', 'lower', 'better', 'attain', 'win', 'make'].includes(opening.kind)) return false;
  const left = told
    .slice(opening?.at.to ?? 0)
    .toLowerCase()
    .match(/[\p{L}][\p{L}'’-]*/gu);
  const said = (left ?? []).filter((word) => !stops.has(word) && !determiners.has(word) && !empty.test(word));
  return (
    (said.length > 0 || opening !== undefined) &&
    said.every((word) => generic.test(word) || walls.has(singular(word)))
  );
}

const better =
  /^(?:be|become|get|grow|keep getting|do|perform) (?:much |even |a bit |a lot )?(?:better|good|great|stronger|more [\w-]+) (?:at|in|with|on) (?:our |the |all )?([\w-]+)(?: and [\w-]+)?$/i;
const quality =
  /^(?:be|become|get|do|stay) (?:better|more|good|great|best|well|\w+(?:ful|ive|ent|able|al|ic|ile|[a-z]+-(?:driven|centric|oriented|focused|first|minded|ready|led)))(?: and \w+)?$/i;
const wished = /^(?:better|more|less|higher|lower|good|great|excellent)$/;

/** A goal without the words that narrow nothing: "for our customers", "across the company", "than last year". */
export function narrowed(text: string): string {
  return text.replace(anyone, '');
}

/** Whether something behind the opening verb says for whom, where, or how. */
export function isQualified({ opening, words, text }: Goal): boolean {
  return qualified.test(narrowed(text).slice(opening?.at.to ?? 0)) || words.length > 4;
}

/** Whether an objective only names a good thing: "Increase efficiency", "Be better at communication", "Customer focus". */
export function isOnWalls(goal: Goal): boolean {
  const { opening, words, amounts, text } = goal;
  const told = narrowed(text);
  const bare = told.trim().replace(/[.!]+$/, '');
  if (quality.test(text.trim().replace(/[.!]$/, '')) || isGeneric(goal, told)) return true;
  const [, at] = better.exec(bare) ?? [];
  if (at !== undefined && walls.has(singular(at.toLowerCase()))) return true;
  if (qualified.test(told) || aspiration.test(text) || amounts.length > 0 || hasDate(goal)) return false;
  const last = bare.toLowerCase().match(/[\p{L}-]+$/u)?.[0] ?? '';
  const isWall = walls.has(singular(last)) || measures.test(last) || abstract.test(last);
  if (!opening) return words.length <= 3 && (isWall || wished.test(words[0]?.lower ?? ''));
  if (contentOf(goal, told) > 3) return false;
  // "Stop wasting food" says what is done no more.
  if (opening.kind === 'lower' && /^\s+[a-z]{3,}ing\s+\w/i.test(told.slice(opening.at.to))) return false;
  // "Become fitter and more relaxed" says how.
  if (/^(?:be|become|get)$/.test(opening.base) && /\band\b/i.test(bare)) return isWall;
  // "Reach the summit" is somewhere, "reach excellence" is nowhere.
  if (opening.kind === 'attain' && /^\s+(?:the|a|an)\s/i.test(told.slice(opening.at.to))) return isWall;
  return changing.includes(opening.kind) || walls.has(singular(last));
}
