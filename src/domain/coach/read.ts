import { openingOf } from './opening.ts';
import { type Quantity, quantitiesOf } from './quantity.ts';
import { type Verb, verbAt } from './words/verbs.ts';

export type Word = { text: string; lower: string; at: { from: number; to: number } };

/** A verb in a goal: where it stands, and the index of its first word. */
export type FoundVerb = Verb & {
  at: { from: number; to: number };
  word: number;
  /** Not in the lexicon, and told by where it stands. */
  isGuessed?: boolean;
};

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

const articles = new Set([
  'the',
  'a',
  'an',
  'our',
  'my',
  'your',
  'their',
  'its',
  'his',
  'her',
  'these',
  'those',
]);

function isNounForm(form: string, base: string): boolean {
  return form === base || form === `${base}s` || form === `${base}es`;
}

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
    // "The top 25", "our support", "a launch": after an article stands a noun, whatever else it could be.
    if (found.verb.base === 'top' && /^\d/.test(words[index + 1]?.lower ?? '')) continue;
    if (articles.has(words[index - 1]?.lower ?? '') && isNounForm(words[index]!.lower, found.verb.base))
      continue;
    const last = words[index + found.length - 1]!;
    verbs.push({ ...found.verb, at: { from: words[index]!.at.from, to: last.at.to }, word: index });
    index += found.length - 1;
  }
  const amounts = quantities.filter(({ role }) => role === 'amount');
  const reading = { text, words, verbs, quantities, amounts };
  return { ...reading, opening: openingOf(reading) };
}
