import { isLabelled, isNoun } from './noun-opening.ts';
import { phraseAt } from './phrase.ts';
import type { FoundVerb, Reading } from './read.ts';
import { measures } from './words/nouns.ts';
import { eventful } from './words/verbs.ts';
import { artefacts, determiners, ownWork, singular, takers } from './words/work.ts';

// "We will", "to", "successfully" say nothing of what kind the verb after them is.
const runUp = new Set(
  'to we will i shall want should must the our team please start effectively let us together jointly also'.split(
    ' ',
  ),
);

/** The verb that a goal begins with: one that is known, or one that stands where only a verb can stand. */
export function openingOf(reading: Omit<Reading, 'opening'>): FoundVerb | undefined {
  const { words, verbs } = reading;
  const first = verbs[0];
  if (isLabelled(reading)) return undefined;
  if (first) {
    const before = words.slice(0, first.word);
    if (before.every(({ lower }) => runUp.has(lower) || /[^i]ly$/.test(lower))) {
      // "The report", "our plans": what follows an article is no verb, whatever it looks like.
      const last = before.at(-1)?.lower;
      if (last === 'the' || last === 'our' || isNoun(first, reading)) return undefined;
      return asWork(begun(first, reading), reading);
    }
  }
  return guessed(reading);
}

// "Start measuring" is measuring.
function begun(verb: FoundVerb, { verbs, words }: Omit<Reading, 'opening'>): FoundVerb {
  const next = verbs.find(({ word }) => word === verb.word + 1);
  const isBegin = /^(?:start|begin|kick off)$/.test(verb.base);
  return isBegin && next && /ing$/.test(words[next.word]!.lower) ? next : verb;
}

// "Hold" keeps a level and holds an event; "upgrade" betters a score and replaces a laptop.
function asWork(verb: FoundVerb, reading: Omit<Reading, 'opening'>): FoundVerb {
  const after = reading.text.slice(verb.at.to);
  if (upkeep.test(verb.base) && standing.test(after)) return { ...verb, kind: 'keep' };
  if (/^(?:protect|safeguard|defend)$/.test(verb.base) && level.test(after)) return { ...verb, kind: 'keep' };
  // "Keep the village school from closing".
  if (verb.base === 'keep' && /\bfrom [a-z]+ing\b/i.test(after)) return { ...verb, kind: 'win' };
  if (!eventful.has(verb.base)) return verb;
  const start = verb.word + verb.base.split(' ').length;
  const { head, words } = phraseAt({ ...reading, opening: verb }, start);
  if (verb.base === 'meet' || verb.base === 'close')
    return (
      verb.base === 'meet'
        ? takers.has(head) && /^\W*\d/.test(reading.text.slice(verb.at.to))
        : caseWork.test(head)
    )
      ? { ...verb, kind: 'do' }
      : verb;
  if (verb.base === 'hold' && head === 'position') return verb;
  if (verb.base === 'keep' && /^(?:promise|word|faith)$/.test(head)) return { ...verb, kind: 'attain' };
  if (verb.base === 'keep' && !/^(?:diary|log|journal|list|record)$/.test(head)) return verb;
  const isThing =
    (reading.amounts.length === 0 && reading.quantities.some(({ role }) => role === 'version')) ||
    ownWork.has(head) ||
    artefacts.has(head) ||
    words.some(({ lower }) => eventWords.test(lower));
  return isThing && !measures.test(words.at(-1)?.lower ?? '') ? { ...verb, kind: 'do' } : verb;
}

const caseWork = /^(?:ticket|issue|bug|task|action|finding|audit finding)$/;
const upkeep = /^(?:retain|secure|defend|protect|safeguard|guard|have|get|ensure|reach|achieve)$/;
const level =
  /^ (?:the |our |its )?(?:\d+\s?% )?(?:market |sales |financial |competitive |strong )*(?:share|position|margin|profit|revenue|turnover|sales|liquidity|level|status|reputation|rating|brand)s?(?: (?:in|on) .*)?[.!]?$/i;
const standing =
  /^\s+(?:(?:the|our|all|its|my)\s+)*(?:current|existing|present|today's|usual|existing|same|status quo|last year's)\b/i;
const eventWords =
  /^(?:morning|afternoon|evening|meeting|workshop|session|day|training|talk|round|laptop|computer|pc|phone|boiler|device|server|machine|system|software|licence|road|pitch|hall|fair|party|dinner)s?$/;
const nominal =
  /(?:[tsx]ion|ment|ness|ity|ance|ence|ship|ism|age|ure|acy|ency|ancy|ery|ics|ee|ist|s|[tcs]ial|nal|ful|ous|less|ic|ward|ly)$/;
const verbal = /(?:[a-z]{3}(?:ise|ize|ify)|[a-z]{3}ate)$/;
const nominalAte =
  /(?:rate|climate|candidate|certificate|graduate|associate|corporate|private|chocolate|estate|template|delegate|senate|appropriate|accurate|adequate|moderate|separate|ultimate|late|plate|state|gate|date|expertise|enterprise|franchise|exercise|surprise|promise|premise|wise|noise|precise|concise|prize|size)$/;

// "Crochet 12 blankets": before a number of things or an article, and with no other verb, only a verb can stand.
function guessed(reading: Omit<Reading, 'opening'>): FoundVerb | undefined {
  const { words, amounts, verbs } = reading;
  const at = words.findIndex(({ lower }) => !runUp.has(lower));
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next || verbs.some(({ word: index }) => index === at)) return undefined;
  if (!/^\p{L}{3,}$/u.test(word.lower.replaceAll('-', '')) || determiners.has(word.lower)) return undefined;
  if (
    /^(?:no|nobody|none|half|zero|most|about|over|under|with|when|from|what|why|where|how|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|half|after|before|since|until|once|while|despite|during|among|amongst|within|upon|per|via|through|across|beyond|without|against|between|towards|if|because|only|almost|nearly|just|both|last|next|first|second|less|fewer|more|everyone|everybody|not|and|year|phase)$/.test(
      word.lower,
    )
  )
    return undefined;
  const guess: FoundVerb = { base: word.lower, kind: 'do', at: word.at, word: at, isGuessed: true };
  if (verbal.test(word.lower) && !nominalAte.test(word.lower)) return guess;
  if (nominal.test(word.lower) || measures.test(word.lower)) return undefined;
  if (/^(?:the|a|an|our|my|all|every|each|their|your|this|these|some|another)$/.test(next.lower))
    return guess;
  const amount = amounts.find(({ at: { from } }) => from === next.at.from);
  if (!amount || /%|percent|[€$£]/.test(amount.text)) return undefined;
  const counted = words.find(({ at: { from } }) => from >= amount.at.to);
  return counted && /s$/.test(counted.lower) && singular(counted.lower) !== counted.lower
    ? guess
    : pluralLater(reading, amount.at.to, guess);
}

function pluralLater(
  reading: Omit<Reading, 'opening'>,
  from: number,
  guess: FoundVerb,
): FoundVerb | undefined {
  const next = reading.words.findIndex(({ at }) => at.from >= from);
  if (next < 0) return undefined;
  const { words } = phraseAt({ ...reading, opening: undefined }, next);
  return words.some(({ lower }) => /[^s]s$/.test(lower)) ? guess : undefined;
}
