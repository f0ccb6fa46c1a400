import { phraseAt } from './phrase.ts';
import type { FoundVerb, Reading } from './read.ts';
import { measures } from './words/nouns.ts';
import { alsoNouns, eventful } from './words/verbs.ts';
import { artefacts, determiners, isParticiple, ownWork, singular } from './words/work.ts';

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
  if (first) {
    const before = words.slice(0, first.word);
    if (before.every(({ lower }) => runUp.has(lower) || /[^i]ly$/.test(lower))) {
      // "The report", "our plans": what follows an article is no verb, whatever it looks like.
      const last = before.at(-1)?.lower;
      if (last === 'the' || last === 'our' || isNoun(first, reading)) return undefined;
      return asWork(first, reading);
    }
  }
  return guessed(reading);
}

// "Hold" keeps a level and holds an event; "upgrade" betters a score and replaces a laptop.
function asWork(verb: FoundVerb, reading: Omit<Reading, 'opening'>): FoundVerb {
  if (!eventful.has(verb.base)) return verb;
  const { head, words } = phraseAt({ ...reading, opening: verb }, verb.word + verb.base.split(' ').length);
  const isThing =
    ownWork.has(head) || artefacts.has(head) || words.some(({ lower }) => eventWords.test(lower));
  return isThing && !measures.test(words.at(-1)?.lower ?? '') ? { ...verb, kind: 'do' } : verb;
}

const eventWords =
  /^(?:evening|meeting|workshop|session|day|training|talk|round|laptop|computer|pc|phone|boiler|device|server|machine|system|software|licence|road|pitch)s?$/;
const afterNoun =
  /^(?:of|per|are|is|was|rate|rates|ratio|share|score|scores|index|level|levels|count|volume|availability)$/;
const afterPlural =
  /^(?:by|from|to|in|for|with|on|at|fall|drop|rise|grow|stay|down|up|per|under|over|below|above|within)$/;
const takesMeasures = new Set(
  'increase reduce improve raise cut lower decrease maintain keep track monitor measure optimise optimize double triple halve shorten boost grow achieve reach hold sustain report assess hit meet exceed attain deliver get bring push move'.split(
    ' ',
  ),
);

// Many nouns look like verbs: "Lead time", "Share of orders", "Returns per day", "Call abandonment below 5%", "Test failures per build".
function isNoun(verb: FoundVerb, reading: Omit<Reading, 'opening'>): boolean {
  const { word, base } = verb;
  const { words, text, amounts, verbs } = reading;
  const own = words[word]!.lower;
  const next = words[word + 1]?.lower;
  // At the beginning a third person is rare and a plural noun is not.
  const isPlural = own !== base && /[^s]s$/.test(own);
  if (next === undefined) return isPlural;
  if (/^(?:of|per|is|are|was)$/.test(next)) return true;
  if (isPlural && afterPlural.test(next)) return true;
  if (afterNoun.test(next) && !takesMeasures.has(base)) return true;
  // "Screened women", "sold seats": a participle before a noun that no article or number introduces.
  if (
    /ed$|^(?:sold|lost|paid|held|won)$/.test(own) &&
    own !== base &&
    !determiners.has(next) &&
    !/^(?:\d|and$)/.test(next) &&
    !['raise', 'lower', 'better'].includes(verb.kind) &&
    !amounts.some(({ at }) => at.from === words[word + 1]!.at.from)
  )
    return true;
  // "Touring partner named by May", "Billing errors found": a gerund with a noun and a participle of its own.
  const isTold = verbs.some(
    (each) =>
      each.word > word + 1 && each.word <= word + 4 && isParticiple(words[each.word]!.lower, each.base),
  );
  if (
    /ing$/.test(own) &&
    verb.kind === 'do' &&
    isTold &&
    !determiners.has(next) &&
    !/^(?:\d|and$)/.test(next)
  )
    return true;
  if (
    !alsoNouns.has(base) ||
    (own !== base && !/ing$/.test(own)) ||
    determiners.has(next) ||
    /^\d/.test(next)
  )
    return false;
  // "Lead volunteers recruit", "Design defects found after tooling halve": a plural and a verb of its own after it.
  const laterVerbs = reading.verbs.filter(
    (each) => each.word > word + 1 && words[each.word]!.lower === each.base,
  );
  const isSubject =
    /[^s]s$/.test(next) &&
    laterVerbs.some(
      (each) =>
        each.word === word + 2 ||
        (['raise', 'lower'].includes(each.kind) &&
          !/^(?:to|and|or|a|an|the|that|we|not|by|in|of|for)$/.test(words[each.word - 1]!.lower)),
    );
  if (isSubject) return true;
  const { end, words: phrase } = phraseAt({ ...reading, opening: verb }, word);
  if (phrase.length < 2) return false;
  const after = words[end]?.lower ?? '';
  const rest = text.slice(phrase.at(-1)!.at.to);
  if (after === 'per' || finite.test(after)) return true;
  const isMeasure = measures.test(phrase.at(-1)!.lower);
  const isValued = amounts.some(
    ({ at, bound, text: amount }) => at.from >= phrase.at(-1)!.at.to && (bound || /%/.test(amount)),
  );
  return isMeasure
    ? amounts.length === 0 || isValued || /\bfrom\b.+\bto\b|→|->/.test(rest)
    : isValued &&
        /^\s*(?:[<>≤≥=:]|below|under|above|over|at (?:least|most)|from|is|are|stays?|reach)/.test(rest);
}

const finite =
  /^(?:falls?|drops?|rises?|grows?|climbs?|reach|reaches|shrinks?|declines?|doubles?|halves?|increases?|decreases?|improves?|goes|go|gets?|takes?|costs?|happens?|exceeds?|is|are|stays?)$/;
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
    /^(?:no|nobody|none|half|zero|most|about|over|under|with|when|from|what|why|where|how|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|fifty|half|less|fewer|more|everyone|everybody|not|and|year|phase)$/.test(
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
