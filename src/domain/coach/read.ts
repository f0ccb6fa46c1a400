import { type Quantity, quantitiesOf } from './quantity.ts';
import { type Verb, verbAt } from './words/verbs.ts';

export type Word = { text: string; lower: string; at: { from: number; to: number } };

/** A verb in a goal: where it stands, and the index of its first word. */
export type FoundVerb = Verb & { at: { from: number; to: number }; word: number };

/** A goal as it was read: its words, the verb that it begins with, every verb that it has, and its numbers. */
export type Reading = {
  text: string;
  words: Word[];
  /** The verb at the beginning, if the goal begins with one that is known. */
  opening: FoundVerb | undefined;
  verbs: FoundVerb[];
  quantities: Quantity[];
  /** Only the numbers that are amounts. */
  amounts: Quantity[];
};

// "We will", "to", "successfully" say nothing of what kind the verb after them is.
const runUp = new Set(
  'to we will i shall want should must the our team please successfully quickly fully continuously significantly dramatically substantially further consistently start effectively proactively actively regularly'.split(
    ' ',
  ),
);

/** Reads a goal as people write it in English. */
export function read(given: string): Reading {
  const text = given;
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’/-]*/gu)].map((match) => ({
    text: match[0],
    lower: match[0].toLowerCase(),
    at: { from: match.index, to: match.index + match[0].length },
  }));
  const quantities = quantitiesOf(text);
  const verbs: FoundVerb[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const found = verbAt(words.slice(index, index + 3).map(({ lower }) => lower));
    if (!found) continue;
    const last = words[index + found.length - 1]!;
    verbs.push({ ...found.verb, at: { from: words[index]!.at.from, to: last.at.to }, word: index });
    index += found.length - 1;
  }
  return {
    text,
    words,
    verbs,
    opening: openingOf(words, verbs),
    quantities,
    amounts: quantities.filter(({ role }) => role === 'amount'),
  };
}

function openingOf(words: readonly Word[], verbs: readonly FoundVerb[]): FoundVerb | undefined {
  const first = verbs[0];
  if (!first) return undefined;
  const before = words.slice(0, first.word);
  const isRunUp = before.every(({ lower }) => runUp.has(lower) || /ly$/.test(lower));
  if (!isRunUp) return undefined;
  // "The report", "our plans": what follows an article is no verb, whatever it looks like.
  const last = before.at(-1)?.lower;
  if (last === 'the' || last === 'our') return undefined;
  return isNoun(first, words) ? undefined : first;
}

const afterNoun =
  /^(?:of|per|are|is|was|rate|rates|ratio|share|score|scores|index|level|levels|count|volume|availability)$/;
const afterPlural = /^(?:by|from|to|in|for|with|on|at|fall|drop|rise|grow|stay|down|up)$/;
const takesMeasures = new Set(
  'increase reduce improve raise cut lower decrease maintain keep track monitor measure optimise optimize double triple halve shorten boost grow achieve reach hold sustain report assess hit meet exceed attain deliver get bring push move'.split(
    ' ',
  ),
);

// Many nouns look like verbs: "Lead time", "Share of orders", "Returns per day", "Cost per order", "Visits fall".
function isNoun({ word, base }: FoundVerb, words: readonly Word[]): boolean {
  const text = words[word]!.lower;
  const next = words[word + 1]?.lower;
  // At the beginning a third person is rare and a plural noun is not.
  const isPlural = text !== base && /[^s]s$/.test(text);
  if (next === undefined) return isPlural;
  if (/^(?:of|per|is|are|was)$/.test(next)) return true;
  if (isPlural && afterPlural.test(next)) return true;
  return afterNoun.test(next) && !takesMeasures.has(base);
}
