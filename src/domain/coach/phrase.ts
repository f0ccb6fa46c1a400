import type { Reading, Word } from './read.ts';
import { determiners, isParticiple, singular, stops } from './words/work.ts';

/** The words around a noun: the phrase itself, its last word in the singular, and the index of the word after it. */
export type Phrase = { words: Word[]; head: string; end: number; text: string };

const counting = /^(?:number|amount|count|volume|frequency|quantity|total|output)s?$/;

/** The phrase that begins at a word: "the number of newsletters" in "Increase the number of newsletters from 2 to 4". */
export function phraseAt({ text, words, verbs }: Reading, from: number): Phrase {
  let end = from;
  while (end < words.length) {
    const { lower, at } = words[end]!;
    if (end > from && /[,;:.()–—→<>≤≥=]|->/.test(text.slice(words[end - 1]!.at.to, at.from).trim())) break;
    if (end > from && /^(?:\d|(?:an?|the|our|each|every)$)/.test(lower) && words[end - 1]!.lower !== 'of')
      break;
    const isCount = lower === 'of' && counting.test(words[end - 1]?.lower ?? '');
    const isOrder =
      /^(?:next|last|more|less)$/.test(lower) && end > from && determiners.has(words[end - 1]!.lower);
    if (stops.has(lower) && !isCount && !isOrder && !(end === from && determiners.has(lower))) break;
    // "500 donors aged 18": what follows a plural as a participle is no part of its name.
    if (end > from && /[^s]s$/.test(words[end - 1]!.lower) && isDone(lower, verbs, end)) break;
    // A verb in the midst of a phrase ends it when it is one that changes: "launch delays fall".
    const verb = verbs.find(({ word }) => word === end);
    if (
      end > from &&
      !determiners.has(words[end - 1]!.lower) &&
      verb &&
      ['raise', 'lower', 'better'].includes(verb.kind) &&
      !/ed$/.test(lower)
    )
      break;
    end += 1;
  }
  const phrase = words.slice(from, end);
  const first = phrase[0];
  const last = phrase.at(-1);
  return {
    words: phrase,
    head: singular(last?.lower ?? ''),
    end,
    text: first && last ? text.slice(first.at.from, last.at.to) : '',
  };
}

function isDone(form: string, verbs: Reading['verbs'], at: number): boolean {
  if (/ed$/.test(form)) return true;
  const verb = verbs.find(({ word }) => word === at);
  return verb !== undefined && !/ing$/.test(form) && isParticiple(form, verb.base);
}

/** The phrase after the opening verb. */
export function objectOf(reading: Reading): Phrase | undefined {
  const { opening } = reading;
  if (!opening) return undefined;
  const phrase = phraseAt(reading, opening.word + opening.base.split(' ').length);
  return phrase.words.length > 0 ? phrase : undefined;
}

/** What the first amount counts, if it counts things: "blankets" in "12 blankets for the shelter". */
export function countedOf(reading: Reading): string | undefined {
  const { words, amounts } = reading;
  for (const amount of amounts) {
    if (/%|percent/.test(amount.text)) continue;
    const next = words.findIndex(({ at }) => at.from >= amount.at.to);
    if (next < 0) continue;
    const { head, words: found } = phraseAt(reading, next);
    if (found.length > 0) return head;
  }
  return undefined;
}
