import { countedOf } from './phrase.ts';
import type { FoundVerb, Reading } from './read.ts';
import { measures } from './words/nouns.ts';
import { artefacts, determiners, isParticiple, ownWork, singular, stops, takers } from './words/work.ts';

/** The participle by which a goal says in the passive that work was carried out: "held" in "Five workshops held". */
export function doneOf(reading: Reading): FoundVerb | undefined {
  const { opening, verbs, words, amounts, text, quantities } = reading;
  if (opening && !/^(?:have|get)$/.test(opening.base)) return undefined;
  const found = verbs.find(
    (verb) =>
      verb.word > 0 &&
      !/^(?:name|appoint|tour|go)$/.test(verb.base) &&
      (['do', 'make'].includes(verb.kind) ||
        verb.base === 'record' ||
        /^(?:hold|run|conduct|train|upgrade|complete)$/.test(verb.base)) &&
      isParticiple(words[verb.word]!.lower, verb.base),
  );
  if (!found) return undefined;
  // "4 of 6 modules programmed" counts work; other bounds and shares are measured on what happens.
  const counted = countedOf(reading) ?? '';
  const isOwn = ownWork.has(counted) || artefacts.has(counted) || counted === 'chapter';
  const isShare = amounts.some(({ text: amount }) => /%|percent/.test(amount));
  if (
    !(isOwn && !isShare && amounts.every(({ text: amount }) => /\b(?:of|in)\b|^\d+$/.test(amount))) &&
    amounts.some(
      ({ bound, text: amount }) => bound || (/%|percent/.test(amount) && !/^100\s?(?:%|p)/.test(amount)),
    )
  )
    return undefined;
  const subject = words
    .slice(opening ? 1 : 0, found.word)
    .filter(({ lower }) => !/^(?:is|are|be|been|has|have|was|were|being|to|will|fully)$/.test(lower));
  const head = singular(subject.at(-1)?.lower ?? '');
  if (!isOwn && (takers.has(head) || takers.has(counted))) return undefined;
  if (/\band (?:\w+ing|in|on|at|under)\b/i.test(text.slice(found.at.to))) return undefined;
  if (
    !ownWork.has(head) &&
    !artefacts.has(head) &&
    measures.test(
      subject
        .slice(-3)
        .map(({ lower }) => lower)
        .join(' '),
    )
  )
    return undefined;
  // "30 vaccinated herds stay free of disease", "bread delivered by 7 am": which ones, and how well.
  const next = words[found.word + 1];
  const isWhich =
    next &&
    !stops.has(next.lower) &&
    !determiners.has(next.lower) &&
    verbs.some(({ word }) => word > found.word + 1);
  if (isWhich || quantities.some(({ role, at }) => role === 'time of day' && at.from > found.at.to))
    return undefined;
  // "Hired by a member company": others decide it.
  const agent = /\bby (?:(?:an?|the|their|at least|other) )?(?:[\w-]+ )*?([\w-]+)/i.exec(
    undated(reading, found.at.to),
  );
  if (
    agent &&
    amounts.length > 0 &&
    (othersDo.test(found.base) || takers.has(singular(agent[1]!.toLowerCase())))
  )
    return undefined;
  if (/^(?:by|in|per|which|who|that)$/.test(subject.at(-1)?.lower ?? '')) return undefined;
  return found;
}

function undated({ text, quantities }: Reading, from: number): string {
  const first = quantities.find(({ role, at }) => role === 'date' && at.from >= from);
  return text.slice(from, first?.at.from).replace(inSeason, '');
}

const inSeason =
  /\bby (?:the )?(?:end|mid|early|late|next|spring|summer|autumn|winter|easter|christmas|year|month|january|february|march|april|may|june|july|august|september|october|november|december)\b.*$/i;
const othersDo =
  /^(?:use|adopt|choose|read|watch|buy|visit|order|recommend|hire|recruit|appoint|invite|share|cite|copy|publish)$/;
const takesPlace =
  /\b(starts?|begins?|kicks? off|takes? place|happens?|goes? live) (?:on|in|by|at|before|from|with)\b/i;
const there =
  /\b(?:is |are )?(?:live|online|in place|up and running|in production|in operation|operational|in service|in the app ?stores?|go-live|available|ready|set up|done|complete)\b/i;

/** The words by which a goal says that a thing is there, without any measure: "New website live". */
export function thereOf({
  text,
  opening,
  amounts,
  words,
}: Reading): { from: number; to: number } | undefined {
  const happens = opening || amounts.length > 0 ? null : takesPlace.exec(text);
  if (happens && happens.index > 0) return { from: happens.index, to: happens.index + happens[1]!.length };
  const found = there.exec(text);
  if (opening || amounts.length > 0 || !found) return undefined;
  const isThing = words.some(({ lower, at }) => at.from < found.index && artefacts.has(singular(lower)));
  return isThing ? { from: found.index, to: found.index + found[0].length } : undefined;
}
