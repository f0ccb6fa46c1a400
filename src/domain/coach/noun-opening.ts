import { phraseAt } from './phrase.ts';
import type { FoundVerb, Reading } from './read.ts';
import { measures } from './words/nouns.ts';
import { alsoNouns } from './words/verbs.ts';
import { determiners, isParticiple } from './words/work.ts';

const afterNoun =
  /^(?:of|per|are|is|was|rate|rates|ratio|share|score|scores|index|level|levels|count|volume|availability)$/;
const takesMeasures = new Set(
  'increase reduce improve raise cut lower decrease maintain keep track monitor measure optimise optimize double triple halve shorten boost grow achieve reach hold sustain report assess ensure guarantee secure provide protect defend hit meet exceed attain deliver get bring push move'.split(
    ' ',
  ),
);

/** Whether what looks like a verb at the beginning is a noun: "Lead time", "Share of orders", "Returns per day", "Call abandonment below 5%", "Test failures per build". */
export function isNoun(verb: FoundVerb, reading: Omit<Reading, 'opening'>): boolean {
  const { word, base } = verb;
  const { words, text, amounts, verbs } = reading;
  const own = words[word]!.lower;
  const next = words[word + 1]?.lower;
  // At the beginning a third person is rare and a plural noun is not.
  const isPlural = own !== base.split(' ')[0] && /[^s]s$/.test(own);
  if (next === undefined) return isPlural;
  if (isPlural && !determiners.has(next) && !/^\d/.test(next)) return true;
  if (/^(?:of|per|is|are|was)$/.test(next)) return true;
  // "Pilot saves each ward 12 hours": what follows is the verb.
  const follows = verbs.find((each) => each.word === word + 1);
  if (alsoNouns.has(base) && own === base && follows && next === `${follows.base}s`) return true;
  if (/^(?:start|begin)$/.test(own) && /ing$/.test(next)) return false;
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
  if ((own !== base && !/ing$/.test(own)) || determiners.has(next) || /^\d/.test(next)) return false;
  if (!alsoNouns.has(base))
    return verb.kind === 'do' && !examining.test(base) && isBoundMeasure(verb, reading);
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
  if (isSubject || (/[^s]s$/.test(next) && stating.test(words[word + 2]?.lower ?? ''))) return true;
  const { end, words: phrase } = phraseAt({ ...reading, opening: verb }, word);
  if (phrase.length < 2) return false;
  const after = words[end]?.lower ?? '';
  // "Lift conversion to 4%", but "Call abandonment below 5%".
  if (/^(?:to|by|from)$/.test(after) && ['raise', 'lower', 'better'].includes(verb.kind)) return false;
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

// "Compile times below 30 seconds": a measure with its bound, whatever word stands before it.
function isBoundMeasure(verb: FoundVerb, reading: Omit<Reading, 'opening'>): boolean {
  const { words } = phraseAt({ ...reading, opening: verb }, verb.word);
  const last = words.at(-1);
  if (!last || words.length < 2 || !measures.test(last.lower)) return false;
  return bounded.test(reading.text.slice(last.at.to));
}

/** Whether a name stands before a colon and what is measured after it: "Reading for pleasure: 70% of pupils borrow a book". */
export function isLabelled({ text, amounts }: Omit<Reading, 'opening'>): boolean {
  const colon = /:\s+/.exec(text);
  const first = amounts[0];
  if (!colon || !first || first.at.from < colon.index) return false;
  const start = colon.index + colon[0].length;
  return first.at.from - start < 24 && (first.bound || /%|percent/.test(first.text));
}

const bounded = /^\s*(?:[<>≤≥=:]|below|under|above|over|at (?:least|most)|within|falls?|drops?|rises?)/;
const examining =
  /^(?:analy[sz]e|assess|audit|evaluate|check|examine|inspect|investigate|study|research|explore|compare|benchmark|document|publish|present|share|communicate|discuss|define|map|list|collect|gather)$/;
const stating =
  /^(?:rate|say|recommend|choose|need|want|see|trust|use|borrow|vote|renew|report|sign|pay|score|pass|wait|take|miss|arrive|leave)$/;
const finite =
  /^(?:falls?|drops?|rises?|grows?|climbs?|reach|reaches|shrinks?|declines?|doubles?|halves?|increases?|decreases?|improves?|goes|go|gets?|takes?|costs?|happens?|exceeds?|is|are|stays?)$/;
